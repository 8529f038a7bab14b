import { fits, parseWord, presentIn, type Word } from "./phrases/word.ts";

/**
 * Phrases that people write by hand, over folded words (see `wordsIn` in spoken.ts):
 *
 *   me pega            these words in this order
 *   golpe*             any word that begins so
 *   (pega|pego)        one of these; an alternative may be several words
 *   [muy]              may be there or not
 *   @partner           a named list of phrases
 *   ..  and  ...       up to three, up to eight words in between
 *
 * A word of five letters or more is also found with one slip, from nine letters on with two, unless the slip is
 * itself an everyday word; a word of four letters with one letter too many.
 */
export type Phrases = {
  /** Where a phrase stands: [from, to) in words, or undefined. */
  find: (words: readonly string[]) => [number, number] | undefined;
  /** Each place where a phrase stands. */
  findAll: (words: readonly string[]) => [number, number][];
  /** True when one phrase is the whole message. */
  isAll: (words: readonly string[]) => boolean;
  /** How many words from the start a phrase takes, the most that is possible; 0 when none fits. */
  start: (words: readonly string[]) => number;
};

export type Groups = Record<string, readonly string[]>;

export const compilePhrases = (phrases: readonly string[], groups: Groups = {}): Phrases => {
  const compiled = phrases.map((phrase) => parsePhrase(phrase, groups));
  const findAll = (words: readonly string[]) =>
    possible(compiled, words).flatMap((phrase) => {
      const spans: [number, number][] = [];
      for (let from = 0; from < words.length; from++) {
        const to = Math.max(-1, ...ends(phrase, words, from));
        if (to > from) spans.push([from, to]);
      }
      return spans;
    });
  return {
    find: (words) => {
      for (const phrase of possible(compiled, words)) {
        for (let from = 0; from < words.length; from++) {
          const to = Math.max(-1, ...ends(phrase, words, from));
          if (to > from) return [from, to];
        }
      }
      return undefined;
    },
    findAll,
    isAll: (words) => words.length > 0 && possible(compiled, words).some((phrase) => ends(phrase, words, 0).includes(words.length)),
    start: (words) => Math.max(0, ...possible(compiled, words).flatMap((phrase) => ends(phrase, words, 0))),
  };
};

/** Why each phrase that cannot be read cannot. */
export const phraseFaults = (phrases: readonly string[]): string[] => phrases.flatMap((phrase) => {
  try {
    compilePhrases([phrase]);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
});

/** The phrases all of whose words are somewhere in the message: few, so the rest is cheap. */
const possible = (phrases: Node[][], words: readonly string[]): Node[][] => {
  const present = presentIn(words);
  const can = (node: Node): boolean => {
    switch (node.kind) {
      case "word": return present[node.id] === 1;
      case "any": return node.of.some((nodes) => nodes.every(can));
      case "gap": return true;
    }
  };
  return phrases.filter((nodes) => nodes.every(can));
};

type Node =
  | Word
  | { kind: "any"; of: Node[][] }
  | { kind: "gap"; most: number };

/** Every place where the nodes may end when they begin at `from`. */
const ends = (nodes: readonly Node[], words: readonly string[], from: number): number[] => {
  let places = [from];
  for (const node of nodes) {
    const next = new Set<number>();
    for (const place of places) for (const end of endsOf(node, words, place)) next.add(end);
    if (next.size === 0) return [];
    places = [...next];
  }
  return places;
};

const endsOf = (node: Node, words: readonly string[], at: number): number[] => {
  switch (node.kind) {
    case "word": {
      const word = words[at];
      return word !== undefined && fits(node, word) ? [at + 1] : [];
    }
    case "any": return node.of.flatMap((nodes) => ends(nodes, words, at));
    case "gap": return Array.from({ length: Math.min(node.most, words.length - at) + 1 }, (_, i) => at + i);
  }
};

const parsePhrase = (phrase: string, groups: Groups): Node[] => {
  const marks = phrase.match(/\.{2,3}|[()[\]|]|@[\w-]+|[^\s()[\]|]+/gu) ?? [];
  const at = { i: 0 };
  const alternatives = parseAlternatives(marks, at, groups, phrase);
  if (at.i < marks.length) throw new Error(`phrase "${phrase}": unexpected "${marks[at.i]}"`);
  return alternatives.length === 1 ? alternatives[0]! : [{ kind: "any", of: alternatives }];
};

const parseAlternatives = (marks: string[], at: { i: number }, groups: Groups, phrase: string): Node[][] => {
  const alternatives: Node[][] = [[]];
  for (; at.i < marks.length; at.i++) {
    const mark = marks[at.i]!;
    if (mark === ")" || mark === "]") break;
    if (mark === "|") alternatives.push([]);
    else alternatives.at(-1)!.push(parseOne(mark, marks, at, groups, phrase));
  }
  return alternatives;
};

const parseOne = (mark: string, marks: string[], at: { i: number }, groups: Groups, phrase: string): Node => {
  if (mark === "(" || mark === "[") {
    at.i++;
    const of = parseAlternatives(marks, at, groups, phrase);
    const close = mark === "(" ? ")" : "]";
    if (marks[at.i] !== close) throw new Error(`phrase "${phrase}": "${mark}" without its "${close}"`);
    return { kind: "any", of: mark === "[" ? [...of, []] : of };
  }
  if (mark === "..") return { kind: "gap", most: 3 };
  if (mark === "...") return { kind: "gap", most: 8 };
  if (mark.startsWith("@")) {
    const group = groups[mark.slice(1)];
    if (group) return once(groups, mark, () => ({ kind: "any", of: group.map((member) => parsePhrase(member, groups)) }));
    throw new Error(`phrase "${phrase}": no list called "${mark}" (lists: ${Object.keys(groups).join(", ")})`);
  }
  return parseWord(mark);
};

/** A list is parsed once, however many phrases name it. */
const once = (groups: Groups, mark: string, parse: () => Node): Node => {
  let nodes = parsed.get(groups);
  if (!nodes) parsed.set(groups, (nodes = new Map()));
  let node = nodes.get(mark);
  if (!node) nodes.set(mark, (node = parse()));
  return node;
};

const parsed = new WeakMap<Groups, Map<string, Node>>();
