import type { Locale } from "../locale.ts";
import { tokens } from "../words.ts";
import type { AspectReader } from "./aspects.ts";
import type { FollowUps } from "./follow-up.ts";
import type { Told } from "./lookalikes.ts";
import type { AnswerOptions } from "./options.ts";
import { partsOf, subjectsIn } from "./parts.ts";
import { themeOf } from "./rank/candidate.ts";
import { entitiesIn } from "./rank/entities.ts";
import { supportOf, type Near, type Rank, type Ranked } from "./rank/rank.ts";
import { found } from "./shown.ts";
import type { Answer, Aspect, Passage } from "./types.ts";

type Parts = {
  rank: Rank;
  tellApart: (ranked: Ranked[], question: { text: string; asks: ReturnType<AspectReader>; locale: Locale }) => Told;
  readAspects: AspectReader;
  options: AnswerOptions;
} & Pick<FollowUps, "aspectsOf">;
type Asked = { locale: Locale } & Pick<Near, "hint" | "nearby" | "context">;

/** Answers a question that asks several things, each in its order; where it asks one, `whole` is the answer. */
export const createJoined = ({ rank, tellApart, readAspects, options, aspectsOf }: Parts) => {
  /** Each part by itself, with what the whole says of it; where another fits nearly as well, no passage answers twice. */
  const answerParts = (parts: string[], { locale, hint, ...near }: Asked, question: string, ofAll: Aspect[] = []): Passage[][] => {
    const inAll = rank(question, locale, { hint, ...near });
    const whole = supportOf(inAll);
    const isKnown = (one: Ranked) => one.sure >= options.part
      || (inAll[0] !== undefined && inAll[0].sure >= options.part && themeOf(inAll[0].passage) === themeOf(one.passage));
    const ranks = parts.map((part, at) => ({ at, ranked: rank(part, locale, { hint, whole, aspects: [...carried(parts, at, locale), ...ofAll] }) }))
      .sort((a, b) => (b.ranked[0]?.strength ?? 0) - (a.ranked[0]?.strength ?? 0));
    const answers: Passage[][] = parts.map(() => []);
    for (const { at, ranked } of ranks) {
      const plain = aspectsOf(parts[at]!, { locale, ...(inAll[0] ? { about: inAll[0].passage.pair } : {}) }, 1);
      if (plain && "passages" in plain) {
        answers[at] = plain.passages;
        continue;
      }
      const isGiven = (passage: Passage) => answers.flat().includes(passage);
      const best = ranked.find(({ passage, strength }) => !isGiven(passage) && strength >= ranked[0]!.strength - options.again) ?? ranked[0];
      if (best && isKnown(best)) answers[at] = alike(best, ranked, parts[at]!, locale);
    }
    return answers;
  };

  /** "How much is A, and how much B?": the second asks what the first asks. */
  const carried = (parts: string[], at: number, locale: Locale): Aspect[] => {
    const before = parts[at - 1];
    const opening = tokens(parts[at]!).slice(0, 2).find((word) => askingWhich.test(word));
    return before !== undefined && opening !== undefined && tokens(before).includes(opening) ? readAspects(before, locale).aspects : [];
  };

  /** The passage, or those of two look-alikes that neither the part nor the whole tells apart. */
  const alike = (best: Ranked, ranked: Ranked[], text: string, locale: Locale): Passage[] => {
    const told = tellApart([best, ...ranked.filter((one) => one !== best)], { text, asks: readAspects(text, locale), locale });
    const { aspect, service } = best.passage;
    if (told.kind === "passage" || told.services.length > 2 || !told.services.includes(service!)) return [best.passage];
    const near = ranked.filter(({ passage, strength }) => passage.aspect === aspect && told.services.includes(passage.service!) && strength >= best.strength - options.again);
    return [...new Set([best, ...near])].map(({ passage }) => passage);
  };

  /** One aspect asked of two services; undefined where it is not so. */
  const ofTwo = (question: string, asked: Asked): Answer | undefined => {
    const [aspect] = readAspects(question, asked.locale).aspects;
    const subjects = subjectsIn(question);
    if (aspect === undefined || subjects.length === 0) return undefined;
    const answers = answerParts(subjects, asked, question, [aspect]);
    const [one, other] = answers.map((part) => part.find((passage) => passage.aspect === aspect)?.service);
    return one !== undefined && other !== undefined && one !== other ? found(answers.flat().slice(0, options.most), 1) : undefined;
  };

  return (question: string, asked: Asked, whole: Answer): Answer => {
    const parts = partsOf(question, asked.locale, readAspects);
    if (parts.length === 0) return ofTwo(question, asked) ?? whole;
    const answers = answerParts(parts, asked, question);
    const isOfOne = new Set(answers.flat().map(themeOf)).size < 2 || answers.some((part) => part.length === 0);
    return whole.kind === "lookalike" && isOfOne ? whole : together(whole, answers, options, entitiesIn(question).codes.size > 1);
  };
};

const askingWhich = /^(?:cuant|how|what|que)/;

/** What the parts say, in their order, then what the whole says; a part that is not known is said as well. */
const together = (whole: Answer, parts: Passage[][], { most }: AnswerOptions, compares: boolean): Answer => {
  if (parts.every((part) => part.length === 0)) return whole;
  const isWhole = parts.every((part) => part.length > 0);
  const ofWhole = whole.kind === "found" ? whole.passages.slice(0, isWhole && !compares ? 1 : most) : [];
  const all = compares ? [...ofWhole, ...parts.flat()] : [...parts.flat(), ...ofWhole];
  return found([...new Map(all.map((one) => [one.pair, one])).values()].slice(0, most), whole.score);
};
