import { isDeepStrictEqual } from "node:util";
import { isMap, isNode, isSeq, parse, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { Locale } from "../../locale.ts";
import { fold } from "../../words.ts";

/** A file with one more way to ask for a passage; as it was where that stands there already. */
export const withAsk = (source: string, pair: string, locale: Locale, text: string): string => {
  const content = parse(source) as Record<string, Partial<Record<Locale, string[]>>>;
  const entry = content[pair];
  const asks = entry?.[locale];
  if (asks && holds(asks, text)) return source;
  const wanted = { ...content, [pair]: { ...entry, [locale]: [...(asks ?? []), text] } };
  if (asks) return checked(withItem(source, [pair, locale], scalar(text)), wanted);
  const item = `${locale}: [${scalar(text)}]`;
  return checked(entry ? withKey(source, [pair], item) : `${ended(source)}${JSON.stringify(pair)}:\n  ${item}\n`, wanted);
};

/** The synonyms with one more word for another: in the group that has it, else in one of its own. */
export const withAlias = (source: string, locale: Locale, word: string, alias: string): string => {
  const content = parse(source) as { groups: Record<Locale, unknown[][]> };
  const groups = content.groups[locale];
  const at = groups.findIndex((group) => holds(group, word));
  if (groups.some((group) => holds(group, word) && holds(group, alias))) return source;
  const next = at < 0 ? [...groups, [word, alias]] : groups.map((group, i) => (i === at ? [...group, alias] : group));
  const changed = at < 0
    ? withItem(source, ["groups", locale], `[${scalar(word)}, ${scalar(alias)}]`)
    : withItem(source, ["groups", locale, at], scalar(alias));
  return checked(changed, { ...content, groups: { ...content.groups, [locale]: next } });
};

/** What lies outside, with one more example. */
export const withOutside = (source: string, locale: Locale, text: string): string => {
  const content = parse(source) as Record<Locale, unknown[]>;
  if (holds(content[locale], text)) return source;
  return checked(withItem(source, [locale], scalar(text)), { ...content, [locale]: [...content[locale], text] });
};

const holds = (list: readonly unknown[], text: string): boolean => list.some((one) => fold(String(one)) === fold(text));

/** Adds to a list as it is written, in a line or in lines; nothing else of the file moves. */
const withItem = (source: string, path: (string | number)[], item: string): string => {
  const list = parseDocument(source).getIn(path, true);
  if (!isSeq(list)) throw new Error(`${path.join(".")}: no list that could be added to`);
  if (!list.flow) return inLines(source, list, `- ${item}`);
  const close = list.range![1] - 1;
  const before = source.slice(0, close).trimEnd();
  const comma = before.endsWith("[") || before.endsWith(",") ? "" : ",";
  return `${before}${comma}${before.endsWith("[") ? "" : " "}${item}${source.slice(before.length)}`;
};

const withKey = (source: string, path: string[], item: string): string => {
  const map = parseDocument(source).getIn(path, true);
  if (!isMap(map) || map.flow) throw new Error(`${path.join(".")}: no mapping in lines that could be added to`);
  return inLines(source, map, item);
};

/** A line of its own below the last, as far in as the first. */
const inLines = (source: string, list: YAMLSeq | YAMLMap, item: string): string => {
  const [begin] = list.range!;
  const indent = /[^\n]*$/.exec(source.slice(0, begin))![0].replace(/\S/g, " ");
  const end = endOf(list);
  const line = source.indexOf("\n", end);
  const at = line < 0 ? source.length : line;
  return `${source.slice(0, at)}\n${indent}${item}${source.slice(at)}`;
};

/** Where the last thing of a list or mapping ends. */
const endOf = (list: YAMLSeq | YAMLMap): number => {
  const last = list.items.at(-1);
  const node: unknown = isNode(last) ? last : (last as { value: unknown } | undefined)?.value;
  if ((isSeq(node) || isMap(node)) && !node.flow && node.items.length > 0) return endOf(node);
  if (!isNode(node)) throw new Error("an empty list in lines cannot be added to");
  return node.range![1];
};

/** Plain where no reader could take it for anything but words. */
const scalar = (text: string): string => {
  const isPlain = /^\p{Ll}{2,}(?: [\p{Ll}\p{N}]+)*$/u.test(text) && parse(text) === text;
  return isPlain ? text : JSON.stringify(text);
};

const ended = (source: string): string => (source === "" || source.endsWith("\n") ? source : `${source}\n`);

const checked = (changed: string, wanted: object): string => {
  if (!isDeepStrictEqual(parse(changed), wanted)) throw new Error("the change would alter more of the file than was asked for");
  return changed;
};
