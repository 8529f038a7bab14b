import ts from "typescript";

/** Rows that do not belong, a day or an edge of one too many or few, another clock, rows twice, another sum. */
export type Kind = "filter" | "day" | "zone" | "join" | "sum";

/** A fault put into a query: what was changed, and the script with it. */
export type Mutant = { kind: Kind; what: string; script: string };
type Change = { from: number; to: number; text: string; what: string };

/** Every way in which a query is made wrong, one fault each: filters, days, zones, joins, sums. */
export const mutants = (script: string): Mutant[] => {
  const source = ts.createSourceFile("query.js", script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const changes: Change[] = [];
  const visit = (node: ts.Node): void => {
    if (isOurs(script, node)) changes.push(...changesAt(node, source));
    node.forEachChild(visit);
  };
  visit(source);
  return changes.map(({ from, to, text, what }) => ({ kind: kindOf(what), what, script: script.slice(0, from) + text + script.slice(to) }));
};

const kindOf = (what: string): Kind => {
  if (what.includes("→ 'UTC'")) return "zone";
  if (/^(from|join) .* → \1 \(/.test(what) || what.startsWith("select distinct") || what.startsWith("count(distinct") || what.startsWith("union")) return "join";
  if (what.includes("Date.parse") || /^[<>]=? → |^\+ 1 → | → 1 \+ /.test(what)) return "day";
  return /^(0|0\.\d+|\d+|sum\(|min\(|bool_or|least\(|greatest\(| - ) → |: [-+*/]$/.test(what) ? "sum" : "filter";
};

/** The calendar has its own tests: only what stands in src/metrics is made wrong. */
const isOurs = (script: string, node: ts.Node): boolean =>
  [...script.slice(0, node.getStart()).matchAll(/^\/\/ ([\w./-]+)$/gm)].at(-1)?.[1]?.includes("src/metrics/") ?? false;

const changesAt = (node: ts.Node, source: ts.SourceFile): Change[] => {
  if (isLiteralOfSql(node)) return inSql(node, source);
  if (ts.isTemplateSpan(node)) return inSpan(node.expression, source);
  if (ts.isBinaryExpression(node)) return operator(node, source);
  if (ts.isStringLiteral(node)) return column(node, source);
  if (ts.isNumericLiteral(node) && !ts.isVoidExpression(node.parent)) return [change(node, source, String(Number(node.text) === 0 ? 1 : Number(node.text) / 2))];
  return [];
};

type SqlText = ts.NoSubstitutionTemplateLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

const isLiteralOfSql = (node: ts.Node): node is SqlText =>
  ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

const change = (node: ts.Node, source: ts.SourceFile, text: string): Change =>
  ({ from: node.getStart(source), to: node.getEnd(), text, what: `${node.getText(source)} → ${text}` });

/** What is looked for in the words of a query, and what takes its place. */
const inWords: [RegExp, string[]][] = [
  [/'America\/Bogota'/g, ["'UTC'"]],
  [/'(?!America)[^']*'/g, ["'nothing'"]],
  [/(?<=\s)and(?=[\s$]|$)/g, ["or"]],
  [/(?<=\s)or(?=\s|$)/g, ["and"]],
  [/(?<![<>])=/g, ["<>"]],
  [/<>/g, ["="]],
  [/<=/g, ["<", ">"]],
  [/>=/g, [">", "<"]],
  [/<(?![=>])/g, ["<=", ">="]],
  [/(?<![<=])>(?!=)/g, [">=", "<="]],
  [/\bnot (?=[\w(])(?!null)/g, [""]],
  [/is not null/g, ["is null"]],
  [/is null/g, ["is not null"]],
  [/[\w.]+ is not null/g, ["true"]],
  [/[\w.]+ (?:=|<>|like) '[^']*'/g, ["true", "false"]],
  [/\+ 1\b/g, ["+ 0", "+ 2"]],
  [/(?<=<= )\d+/g, ["1 + $&"]],
  [/count\(distinct ([\w.]+)\)/g, ["count($1)"]],
  [/select distinct(?! on)/g, ["select"]],
  [/\b(from|join) ([a-z_]+) ([a-z]+)\b(?! as)/g, ["$1 (select * from $2 union all select * from $2) $3"]],
  [/\b0\.\d+/g, ["0.1"]],
  [/\bmin\(/g, ["max("]],
  [/\bsum\(/g, ["min("]],
  [/bool_or/g, ["bool_and"]],
  [/\bleast\(/g, ["greatest("]],
  [/\bgreatest\(/g, ["least("]],
  [/ desc\b/g, [" asc"]],
  [/ - /g, [" + "]],
  [/union all/g, ["union"]],
];

const inSql = (node: SqlText, source: ts.SourceFile): Change[] => {
  const from = node.getStart(source);
  const text = node.getText(source);
  return inWords.flatMap(([pattern, others]) => [...text.matchAll(pattern)].flatMap((found) => others.map((other): Change => {
    const made = other.replaceAll("$&", found[0]).replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? "");
    const about = text.slice(Math.max(0, found.index - 30), found.index + found[0].length + 20).replace(/\s+/g, " ");
    return { from: from + found.index, to: from + found.index + found[0].length, text: made, what: `${found[0]} → ${made} in …${about}…` };
  })));
};

/** What is put into a query: a day is one off, a condition is not asked. */
const inSpan = (expression: ts.Expression, source: ts.SourceFile): Change[] => {
  const written = expression.getText(source);
  if (written === "from" || written === "to") {
    return [-1, 1].map((days) => change(expression, source, `new Date(Date.parse(${written}) + ${days} * 864e5).toISOString().slice(0, 10)`));
  }
  return /^(during|onDays|sliced|forPerson)\(/.test(written) ? [change(expression, source, "(0, import_kysely.sql)`true`")] : [];
};

const operators: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.PlusToken]: "-", [ts.SyntaxKind.MinusToken]: "+", [ts.SyntaxKind.SlashToken]: "*", [ts.SyntaxKind.AsteriskToken]: "/",
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==", [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===", [ts.SyntaxKind.BarBarToken]: "&&",
};

const operator = ({ operatorToken }: ts.BinaryExpression, source: ts.SourceFile): Change[] => {
  const other = operators[operatorToken.kind];
  return other === undefined ? [] : [{ ...change(operatorToken, source, other), what: `${operatorToken.parent.getText(source)}: ${other}` }];
};

const siblings: Record<string, string> = {
  asked_at: "due_at", due_at: "asked_at", first_reply_at: "due_at", filed_at: "answered_at", answered_at: "filed_at", due_on: "transferred_on",
  transferred_on: "due_on", sent_at: "outcome_at", outcome_at: "sent_at", cancelled_at: "booked_at",
};

/** The instant or day of something else, and other words that a row is looked for by. */
const column = (node: ts.StringLiteral, source: ts.SourceFile): Change[] => {
  const [, table, name] = /^(\w+)\.(\w+)$/.exec(node.text) ?? [];
  if (name === undefined) return ts.isCallExpression(node.parent) && /^(sliced|require)/.test(node.parent.getText(source)) ? [] : [change(node, source, '"nothing"')];
  return siblings[name] ? [change(node, source, `"${table}.${siblings[name]}"`)] : [];
};
