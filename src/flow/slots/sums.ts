import { numberWords } from "./number-words.ts";

/** A number in a text, with what it counts. `isMoney`: it is called money, or written as only money is ("50 mil", "200k"). */
export type Sum = { value: number; currency: "COP" | "USD" | "EUR" | "other"; isMoney: boolean; start: number; end: number };

type Kind = "figure" | "word" | "times" | "half" | "joint" | "money" | "minus" | "other";
type Piece = { kind: Kind; text: string; start: number; end: number };

/** Every number of a flat text, in figures and words of either language: "1 millón 200 mil", "a million and a half". */
export const sumsIn = (text: string): Sum[] => {
  const pieces = [...text.matchAll(pattern)].map((match): Piece => ({
    kind: kindOf(match[0]), text: match[0], start: match.index, end: match.index + match[0].length,
  }));
  const sums: Sum[] = [];
  for (let i = 0; i < pieces.length; i++) {
    let end = i;
    while (end < pieces.length && belongs(pieces, i, end)) end++;
    const run = pieces.slice(i, end);
    if (!run.some(({ kind }) => kind === "figure" || kind === "word" || kind === "times")) continue;
    const sum = read(run, pieces[i - 1], pieces.slice(end));
    if (sum) sums.push(sum);
    i = end - 1;
  }
  return sums;
};

const figure = /(?<![\d.,])(?:\d{1,3}(?:(?<sep>[.,'’ ])\d{3})(?:\k<sep>\d{3})*(?:(?!\k<sep>)[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)(?![\d]|[.,]\d)/u;
const pattern = new RegExp(`${figure.source}|u[$s]{1,2}\\$|[€$]|[a-z]+|-(?=\\s?[$\\d])|\\d[\\d.,]*|\\S`, "gu");

const times: Record<string, number> = {
  mil: 1e3, miles: 1e3, k: 1e3, luca: 1e3, lucas: 1e3, thousand: 1e3, grand: 1e3,
  millon: 1e6, millones: 1e6, palo: 1e6, palos: 1e6, million: 1e6, millions: 1e6, mm: 1e6,
};

const money: Record<string, Sum["currency"]> = {
  $: "COP", cop: "COP", peso: "COP", pesos: "COP", pesitos: "COP",
  us$: "USD", u$s: "USD", usd: "USD", dolar: "USD", dolares: "USD", dollar: "USD", dollars: "USD", bucks: "USD",
  "€": "EUR", eur: "EUR", euro: "EUR", euros: "EUR",
  bolivar: "other", bolivares: "other", bs: "other", soles: "other", reales: "other", libras: "other", pounds: "other", gbp: "other", mexicanos: "other", argentinos: "other", chilenos: "other",
};

const kindOf = (text: string): Kind => {
  if (/^\d/.test(text)) return new RegExp(`^(?:${figure.source})$`, "u").test(text) ? "figure" : "other";
  if (Object.hasOwn(times, text)) return "times";
  if (Object.hasOwn(money, text)) return "money";
  if (["media", "medio", "half"].includes(text)) return "half";
  if (["y", "and", "a", "de", "of"].includes(text)) return "joint";
  if (text === "-") return "minus";
  return text in numberWords ? "word" : "other";
};

const counts: Kind[] = ["figure", "word", "times", "half"];

/** A run of what counts, with joints only between; a figure begins a new run unless something was multiplied before it. */
const belongs = (pieces: Piece[], from: number, at: number): boolean => {
  const piece = pieces[at]!;
  if (piece.kind === "joint") return at > from && counts.includes(pieces[at + 1]?.kind ?? "other") && pieces[at + 1]!.kind !== "figure";
  if (!counts.includes(piece.kind)) return false;
  const before = pieces[at - 1];
  return at === from || piece.kind !== "figure" || before?.kind === "times";
};

const read = (run: Piece[], before: Piece | undefined, after: Piece[]): Sum | undefined => {
  const value = valueOf(run.filter(({ kind }) => kind !== "joint"));
  const next = after.find(({ kind }) => kind !== "joint");
  const named = [after.slice(1, 3).find(({ text }) => money[text] === "other"), next, before]
    .find((piece) => piece?.kind === "money" && !(piece === before && next?.kind === "money" && piece.text !== "$"));
  if (value === null) return undefined;
  const sign = before?.kind === "minus" ? -1 : 1;
  const first = before?.kind === "money" || before?.kind === "minus" ? before : run[0]!;
  return {
    value: sign * value, currency: named ? money[named.text]! : "COP",
    isMoney: named !== undefined || (run.length > 1 && run.some(({ kind }) => kind === "times")),
    start: first.start, end: (next?.kind === "money" ? next : run.at(-1)!).end,
  };
};

/** What multiplies takes the group before it; "millón y medio" adds a half of what was multiplied last. */
const valueOf = (run: Piece[]): number | null => {
  let [total, group, last] = [0, 0, 1];
  for (const { kind, text } of run) {
    if (kind === "half") {
      if (total > 0) total += last / 2;
      else group += 0.5;
    } else if (kind === "times") {
      last = times[text]!;
      total = last === 1e3 ? total + (group || 1) * last : (total + group || 1) * last;
      group = 0;
    } else if (kind === "figure") group += numberOf(text);
    else group = text === "hundred" ? (group || 1) * 100 : group + numberWords[text]!;
  }
  // "Un millón quinientos" leaves out the thousand.
  const isShort = last === 1e6 && group >= 100 && group < 1000;
  return total + (isShort ? group * 1000 : group);
};

/** Three figures after a separator are thousands, one or two are decimals. */
const numberOf = (text: string): number => {
  const [, whole = text, part] = /^(.*?)(?:[.,](\d{1,2}))?$/u.exec(text) ?? [];
  return Number(`${whole.replace(/\D/g, "")}.${part ?? 0}`);
};
