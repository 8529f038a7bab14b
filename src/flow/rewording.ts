import { editDistance, fold, tokens } from "../words.ts";
import type { Flow } from "./flow.ts";
import type { Cursor } from "./types.ts";

/** An answer with some of its words changed. */
type Change = { slot: string; text: string; part: true; also?: Told[] };
/** What other answers become that tell the same. */
type Told = { slot: string; text: string };

/** "Where I said Monday it was Tuesday", "Gomes with s": the words told before, with the part changed. Null: no such part. */
export const reworded = (flow: Flow, cursor: Cursor, words: string): Change | null =>
  exchangedWords(flow, cursor, words, told) ?? respelt(flow, cursor, words);

/** "Not 2024, 2025", "change Monday to Tuesday": forms that may as well name a whole answer, so these are tried last. */
export const rewordedLoosely = (flow: Flow, cursor: Cursor, words: string): Change | null => exchangedWords(flow, cursor, words, loose);

const lead = "(?:(?:no|ok|okay|ay|uy|perdon|disculpe|espere|sorry|wait|oops|actually|bueno|please|por favor)[\\s,.:;]+)*";
const old = "(?<old>\\S.{0,60}?)";
const now = "(?<now>\\S.{0,80}?)[\\s.!]*$";
const quoted = "[\\s,.;:]+";

const told = [
  `^${lead}(?:en )?(?:donde|adonde|en lo que|cuando|lo que) (?:yo )?(?:dije|dice|puse|escribi|digo|conte) (?:que )?(?:era |fue |el |la )?${old}${quoted}(?:en realidad )?(?:era|es|fue|quise decir|queria decir|debe decir|debia decir|debe ser|debia ser|va|ponga|pon|iba)(?: el| la| un| una| que| en)? ${now}`,
  `^${lead}where (?:i|it) (?:said|says|wrote|put|have) (?:that )?(?:it was |on )?${old}${quoted}(?:actually |really )?(?:it was|its|it's|it is|it should be|it should say|i meant|should be|should say|put|must be)(?: on)? ${now}`,
  `^${lead}(?:debe decir|debia decir|ponga|pon|es|era|it should say|should say|put|write|it is|it's|it was)? ?(?<now>\\S.{0,80}?) (?:en vez de|en lugar de|instead of|rather than) (?<old>\\S.{0,60}?)[\\s.!]*$`,
];
const loose = [
  `^${lead}(?:cambie|cambia|cambiar|reemplace|reemplaza|corrija|corrige) (?:donde dice )?${old} por ${now}`,
  `^${lead}(?:change|replace|swap|correct) ${old} (?:to|with|for|by|into) ${now}`,
  `^${lead}(?:not|no es|no era|no fue|no|it (?:is|was) not|its not|it's not|it wasn't) (?:on |in |en |el |la )?${old}${quoted}(?:but |sino |es |era |fue |it is |it was |it's |its |mejor |on |in |en |el |la )*${now}`,
  `^${lead}(?:i meant|quise decir|queria decir|era|es|fue|it is|it was|it's|its) (?:on |in |en |el |la )?(?<now>\\S.{0,80}?)[\\s,]+(?:not|no|y no|and not) (?:on |in |en |el |la )?(?<old>\\S.{0,60}?)[\\s.!]*$`,
];

const exchangedWords = (flow: Flow, cursor: Cursor, words: string, forms: string[]): Change | null => {
  const said = fold(words);
  for (const form of forms) {
    const found = new RegExp(form, "u").exec(said)?.groups;
    if (!found) continue;
    const [before, after] = [tokens(found["old"]!), tokens(found["now"]!)];
    const written = after.length > 0 ? asWritten(words, after) : undefined;
    if (before.length === 0 || written === undefined || before.join(" ") === after.join(" ")) continue;
    const changes = writtenSlots(flow, cursor).flatMap(({ slot, held }): Told[] => {
      const text = replaced(held, before, written);
      return text === undefined ? [] : [{ slot, text }];
    });
    const [first, ...also] = changes;
    if (first) return { ...first, part: true, also };
  }
  return null;
};

const spelling = new RegExp(
  `^${lead}(?:(?:mi|el|my|the|last|first) )*(?:apellido|nombre|name|surname)? ?(?:it is|it's|its|es|se escribe|is spelled|spelled|spelt|is)? ?(?<word>[\\p{L}'-]{3,40}),? (?:with|con|w/) (?:an? |una? |la |doble |double |two |dos )?\\p{L}{1,2}(?:[ ,].{0,40})?$`, "u");

/** A word of a name, or of what was told, that is nearly the one that was spelt out. */
const respelt = (flow: Flow, cursor: Cursor, words: string): Change | null => {
  const word = spelling.exec(fold(words))?.groups?.["word"];
  if (word === undefined) return null;
  const right = asWritten(words, [word])!;
  const slots = writtenSlots(flow, cursor).sort((a, b) => Number(b.isName) - Number(a.isName));
  for (const { slot, held } of slots) {
    const wrong = tokens(held).find((other) => fold(other) === word ? placesOf(held, [word]).some(([from, to]) => held.slice(from, to) !== right) : other[0] === word[0] && editDistance(other, word, 2) <= 2);
    const text = wrong === undefined ? undefined : replaced(held, [wrong], capitalised(right));
    if (text !== undefined && text !== held) return { slot, text, part: true, also: sameSurname(slots, slot, wrong!, right) };
  }
  return null;
};

/** A family has its surname in common: it is put right in every name. */
const sameSurname = (slots: ReturnType<typeof writtenSlots>, spelt: string, wrong: string, right: string): Told[] =>
  slots.filter(({ slot, isName }) => isName && slot !== spelt).flatMap(({ slot, held }) => {
    const text = replaced(held, [wrong], capitalised(right));
    return text === undefined || text === held ? [] : [{ slot, text }];
  });

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Answers in people's own words. */
const writtenSlots = (flow: Flow, { slots }: Cursor): { slot: string; held: string; isName: boolean }[] =>
  flow.questions.flatMap(({ slot, rule }) => {
    const held = slots[slot];
    return (rule.as === "text" || rule.as === "name") && typeof held === "string" ? [{ slot, held, isName: rule.as === "name" }] : [];
  });

/** Every place of some words in a text gets other words; undefined where they are not there. */
const replaced = (text: string, before: string[], after: string): string | undefined => {
  const places = placesOf(text, before);
  return places.length === 0 ? undefined : places.toReversed().reduce((all, [from, to]) => all.slice(0, from) + after + all.slice(to), text);
};

/** Folded words as they stand in a text, with its capitals and accents. */
const asWritten = (text: string, words: string[]): string | undefined => {
  const place = placesOf(text, words).at(-1);
  return place && text.slice(...place);
};

const placesOf = (text: string, words: string[]): [number, number][] => {
  const all = [...text.normalize("NFC").matchAll(/[\p{L}\p{N}]+/gu)];
  return all.flatMap((_, i): [number, number][] => {
    const here = all.slice(i, i + words.length);
    const fits = here.length === words.length && here.every(([word], j) => fold(word) === words[j]);
    return fits ? [[here[0]!.index, here.at(-1)!.index + here.at(-1)![0].length]] : [];
  });
};
