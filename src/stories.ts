import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readYaml } from "./answers/content/read.ts";
import { readCatalogue, type Institution } from "./answers/content/catalogue.ts";
import type { Knowledge } from "./answers/knowledge.ts";
import { caseKinds, type CaseKind } from "./cases/types.ts";
import type { Fault } from "./fault.ts";
import { learnedBefore } from "./learned.ts";
import { createFiling, type Filing } from "./understanding/case-kind/filing.ts";
import { learnKinds, type GuessKind, type KindExample } from "./understanding/case-kind.ts";
import { compilePhrases } from "./understanding/phrases.ts";
import { looksLikeQuestion } from "./understanding/question.ts";
import { readable, wordsIn } from "./understanding/spoken.ts";
import { fold } from "./words.ts";

/** What can be told from a person's own story. */
export type Stories = {
  /** The kinds of case that it may be, the likeliest first, and whether it only asks what can be answered at once. */
  read: (story: string) => { kinds: { kind: CaseKind; score: number }[]; asks: boolean };
  /** Whether words tell what happened to somebody, or what they ask for, rather than ask for what is published. */
  tells: (words: string) => boolean;
  /** Whether somebody says that they want to hand it in. */
  wants: (words: string) => boolean;
  /** What words have to do with handing in a case. */
  filing: (words: string) => "wanted" | "told" | "spoken-of" | undefined;
  /** The institution that it is for, when that is not the one that this service stands for. */
  authority: (story: string) => Pick<Institution, "id" | "name" | "url"> | undefined;
};

const said = z.array(z.string().min(1)).min(12);
const kindsFile = z.record(z.enum(caseKinds), z.strictObject({ es: said, en: said }));
const phrases = z.array(z.string().min(1)).min(1);
const filingFile = z.strictObject({ lists: z.record(z.string(), phrases), wants: phrases, unlike: phrases, speaks: phrases });
const authoritiesFile = z.strictObject({
  own: z.array(z.string()).min(1),
  others: z.record(z.string(), z.strictObject({ source: z.string(), phrases })),
});

export type StoriesRead = { kinds: z.infer<typeof kindsFile>; authorities: z.infer<typeof authoritiesFile>; filing: z.infer<typeof filingFile> };

/** Reads `case-kinds.yaml`, `authorities.yaml` and `filing.yaml` of a folder; undefined where there is none. */
export const readStories = (folder: string, faults: Fault[]): StoriesRead | undefined => {
  if (!existsSync(kindsIn(folder))) return undefined;
  const kinds = readYaml(kindsIn(folder), kindsFile, faults);
  const authorities = readYaml(authoritiesIn(folder), authoritiesFile, faults);
  const filing = readYaml(filingIn(folder), filingFile, faults);
  return kinds && authorities && filing ? { kinds, authorities, filing } : undefined;
};

/** Without reviewed stories every kind is as likely as the next, and nobody is heard to want to file. */
export const createStories = (read: StoriesRead | undefined, knowledge: Pick<Knowledge, "passages" | "institutions">): Stories => {
  const guess = read && learnedFrom(examplesOf(read, knowledge));
  const { wants, speaks } = read ? createFiling(read.filing) : deaf;
  const tells = (words: string) => guess !== undefined && isTold(words, guess(words));
  return {
    read: (story) => (guess ? reading(wholeAndParts(story, guess)) : { kinds: caseKinds.map((kind) => ({ kind, score: 1 / caseKinds.length })), asks: false }),
    tells,
    wants,
    filing: (words) => (wants(words) ? "wanted" : tells(words) ? "told" : speaks(words) ? "spoken-of" : undefined),
    authority: read ? authorityOf(read.authorities, knowledge) : () => undefined,
  };
};

const deaf: Filing = { wants: () => false, speaks: () => false };

/** One sentence may say what the whole story is about, among others that only tell how it came. */
const wholeAndParts = (story: string, guess: GuessKind): ReturnType<GuessKind> => {
  const parts = story.split(/(?<=[.!?;])\s+|\n+/u).filter((part) => wordsIn(part).length >= fewestInPart).map(guess);
  const whole = guess(story);
  if (parts.length < 2) return whole;
  const shareOf = (kind: string) => parts.reduce((sum, part) => sum + part.find((one) => one.kind === kind)!.score, 0) / parts.length;
  return whole.map(({ kind, score }) => ({ kind, score: (score + shareOf(kind)) / 2 })).sort((a, b) => b.score - a.score);
};

const fewestInPart = 3;

const learnedFrom = (examples: KindExample[]) => learnKinds(examples, learnedBefore(examples, "kinds"));

/** Every fault of the three files: a story under two kinds, an institution that nobody knows, phrases that cannot be read. */
export const checkStories = (read: StoriesRead | undefined, folder: string): Fault[] => {
  if (!read) return [];
  const institutions = Object.keys(readCatalogue(join(folder, "services.yaml"), [])?.institutions ?? {});
  const first = new Map<string, string>();
  const twice = Object.entries(read.kinds).flatMap(([kind, { es, en }]) => [...es, ...en].flatMap((story) => {
    const other = first.get(fold(story));
    first.set(fold(story), kind);
    return other === undefined ? [] : [{ file: kindsIn(folder), path: kind, message: `"${story}" also stands under "${other}"; keep one` }];
  }));
  const { own, others } = read.authorities;
  const strangers = [...own, ...Object.keys(others)].filter((id) => !institutions.includes(id));
  return [
    ...twice,
    ...strangers.map((id) => ({ file: authoritiesIn(folder), path: id, message: `no institution "${id}" in services.yaml (institutions: ${institutions.join(", ")})` })),
    ...filingFaults(read, folder),
  ];
};

const filingFaults = ({ filing }: StoriesRead, folder: string): Fault[] => {
  try {
    createFiling(filing);
    return [];
  } catch (error) {
    return [{ file: filingIn(folder), path: "phrases", message: (error as Error).message }];
  }
};

/** Beside the stories, how people ask for what is published: that is no case. */
const examplesOf = ({ kinds }: StoriesRead, { passages }: Pick<Knowledge, "passages">): KindExample[] => [
  ...Object.entries(kinds).flatMap(([kind, { es, en }]) => [...es, ...en].map((text): KindExample => ({ text, kind }))),
  ...passages.flatMap(({ asks }) => asks.slice(0, 1)).filter((_, i, all) => i % Math.ceil(all.length / mostQuestions) === 0).map((text): KindExample => ({ text, kind: question })),
];

const question = "question";
const mostQuestions = 120;

const reading = (guessed: { kind: string; score: number }[]): ReturnType<Stories["read"]> => ({
  kinds: guessed.filter(({ kind }) => kind !== question) as { kind: CaseKind; score: number }[],
  asks: guessed[0]!.kind === question,
});

/** So many words tell something; a question must be as long as a story is, and its answer not be what is published. */
const fewestTold = 7;
const fewestAsked = 25;
const mostQuestion = 0.15;
const leastKind = 0.3;
const fewestLong = 18;
const mostQuestionOfLong = 0.4;

const isTold = (text: string, guessed: { kind: string; score: number }[]): boolean => {
  const { length } = wordsIn(text);
  const asking = looksLikeQuestion(text);
  if (length < (asking ? fewestAsked : fewestTold)) return false;
  const isLong = length >= fewestLong && !asking;
  const published = guessed.find(({ kind }) => kind === question)?.score ?? 0;
  return published < (isLong ? mostQuestionOfLong : mostQuestion) && (isLong || length >= fewestAsked || guessed[0]!.score >= leastKind);
};

const authorityOf = ({ own, others }: StoriesRead["authorities"], { institutions }: Pick<Knowledge, "institutions">): Stories["authority"] => {
  const known = Object.entries(others).filter(([id]) => !own.includes(id)).map(([id, { phrases }]) => ({ id, phrases: compilePhrases(phrases) }));
  return (story) => {
    const words = wordsIn(readable(story));
    const found = known.find(({ phrases }) => phrases.find(words));
    return found && institutions.find(({ id }) => id === found.id);
  };
};

const kindsIn = (folder: string): string => join(folder, "case-kinds.yaml");
const filingIn = (folder: string): string => join(folder, "filing.yaml");
const authoritiesIn = (folder: string): string => join(folder, "authorities.yaml");
