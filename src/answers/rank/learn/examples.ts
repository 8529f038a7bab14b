import { locales, type Locale } from "../../../locale.ts";
import { aspectReader } from "../../aspects.ts";
import type { Knowledge } from "../../knowledge.ts";
import type { Passage } from "../../types.ts";
import type { Candidate } from "../candidate.ts";
import { createCandidates } from "../rank.ts";
import type { Reading } from "../question.ts";
import { noisy, seeded, type Chance } from "./noise.ts";

/** A made question, its candidates, and which of them is right: -1 where none is. */
export type Example = { question: string; candidates: Candidate[]; reading: Reading; right: number; strange: boolean };

const heldBack = 0.4;
const unpublished = 0.06;

/**
 * Questions made of the knowledge itself: asks that were taken out of it before it was indexed, with noise; of some
 * passages all was taken out, so that nothing answers.
 */
export const examplesOf = (knowledge: Knowledge, seed: number, most: number): Example[] => {
  const chance = seeded(seed);
  const gone = new Set([...new Set(knowledge.passages.map(({ pair }) => pair))].filter(() => chance() < unpublished));
  const asked: { question: string; passage: Passage }[] = [];
  const passages = knowledge.passages.flatMap((passage) => {
    const generic = genericAsks(passage, knowledge);
    const out = passage.asks.filter((ask) => !generic.includes(ask) && (gone.has(passage.pair) || chance() < heldBack));
    asked.push(...out.map((question) => ({ question, passage })), ...generic.slice(0, 4).map((alias) =>
      ({ question: withName(alias, passage, knowledge, chance), passage })));
    return gone.has(passage.pair) ? [] : [{ ...passage, asks: passage.asks.filter((ask) => !out.includes(ask)) }];
  });
  const foreign = { es: [] as string[], en: [] as string[] };
  const keptOutside = (locale: Locale) => knowledge.lexicon.outside[locale].filter((said) => chance() < 0.5 || foreign[locale].push(said) === 0);
  const lexicon = { ...knowledge.lexicon, outside: { es: keptOutside("es"), en: keptOutside("en") } };
  const { search, mend } = createCandidates({ ...knowledge, passages, lexicon }, aspectReader(knowledge));
  const answerable = fair(shuffled(asked, chance)).slice(0, most).map(({ question, passage }) => {
    const said = noisy(question, passage.locale, chance);
    const found = search(mend(said, passage.locale), passage.locale);
    return { question: said, ...found, strange: false, right: found.candidates.findIndex((one) => one.passage.pair === passage.pair) };
  });
  const strange = locales.flatMap((locale) => foreign[locale].map((question) => {
    const said = noisy(question, locale, chance);
    return { question: said, ...search(mend(said, locale), locale), right: -1, strange: true };
  }));
  return [...answerable, ...strange];
};

const genericAsks = ({ aspect, locale }: Passage, { aspectWords }: Knowledge): string[] =>
  aspect && aspect !== "fact" ? aspectWords?.[aspect].aliases[locale] ?? [] : [];

const withName = (alias: string, { service, locale }: Passage, { services }: Knowledge, chance: Chance): string => {
  const found = services.find(({ id }) => id === service);
  const names = found ? [found.name[locale], ...found.synonyms[locale]] : [""];
  return `${alias} ${names[Math.floor(chance() * names.length)]!}`;
};

const shuffled = <T>(list: T[], chance: Chance): T[] =>
  list.map((one) => ({ one, at: chance() })).sort((a, b) => a.at - b.at).map(({ one }) => one);

/** First one question of each passage, then a second of each … : a passage with many asks is not asked more. */
const fair = (asked: { question: string; passage: Passage }[]): { question: string; passage: Passage }[] => {
  const turns = new Map<string, number>();
  return asked
    .map((one) => {
      const turn = turns.get(one.passage.id) ?? 0;
      turns.set(one.passage.id, turn + 1);
      return { one, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ one }) => one);
};
