import type { Locale } from "../locale.ts";
import { aspectReader } from "./aspects.ts";
import type { Family, Service, Topic } from "./content/catalogue.ts";
import { createFinder, type Found } from "./find.ts";
import type { Example } from "./content/examples.ts";
import type { Knowledge } from "./knowledge.ts";
import { createLookalikes } from "./lookalikes.ts";
import { answerDefaults, type AnswerOptions } from "./options.ts";
import { partsOf, together } from "./parts.ts";
import { withoutPersonalData } from "./redact.ts";
import type { Answer, Passage } from "./types.ts";

/** `service` is the one talked about before: a short follow-up ("and how much is it?") is about it. */
export type Asked = { locale: Locale; now: Date; service?: string };

export type Answers = {
  /** The best answer that published content gives, or an honest lack of one. Never throws on any text. */
  answer: (question: string, asked: Asked) => Answer;
  /** A passage by its pair, in this language, else in the other; undefined when there is none. */
  passage: (pair: string, locale: Locale) => Passage | undefined;
  service: (id: string) => Service | undefined;
  services: () => Service[];
  family: (id: string) => Family | undefined;
  topics: () => Topic[];
  /** How people ask, by service; without one: what this service has nothing to say about. */
  examples: () => Example[];
};

/** Answers from published passages only; all in memory, no network, no state. */
export const createAnswers = (knowledge: Knowledge, changed: Partial<AnswerOptions> = {}): Answers => {
  const options = { ...answerDefaults, ...changed };
  const find = createFinder(knowledge, options);
  const readAspects = aspectReader(knowledge);
  const tellApart = createLookalikes(knowledge, find, options);

  const answerOne = (question: string, { locale, service }: Asked): Answer => {
    const asks = readAspects(question, locale);
    const followed = service === undefined ? undefined : find.followUp(service, asks, locale);
    if (followed) return found(followed, 1);
    const hits = find.passages(question, locale);
    if (!enough(hits, options)) return none(hits, options);
    const { confidence } = hits[0]!;
    const told = tellApart(hits, { text: question, asks, locale });
    if (told.kind === "lookalike") return { ...told, score: confidence };
    return found(find.asked(told.passage, asks.aspects, locale, hits).slice(0, options.most), confidence);
  };
  return {
    answer: (question, asked) => {
      const words = withoutPersonalData(question);
      const whole = answerOne(words, asked);
      const parts = partsOf(words).filter((part) => readAspects(part, asked.locale).aspects.length > 0);
      return parts.length > 1 ? together(whole, parts.map((part) => answerOne(part, asked)), options) : whole;
    },
    passage: find.passage,
    service: (id) => knowledge.services.find((service) => service.id === id),
    services: () => knowledge.services,
    family: (id) => knowledge.families.find((family) => family.id === id),
    topics: () => knowledge.topics,
    examples: () => knowledge.examples,
  };
};

/** Enough is known: the best passage holds most of what was asked, or less where the best ones agree. */
const enough = (hits: Found[], options: AnswerOptions): boolean => {
  const [best, ...others] = hits.slice(0, 3);
  if (!best) return false;
  const agrees = others.some(({ passage }) => subject(passage) === subject(best.passage));
  return best.confidence >= (agrees ? options.agreed : options.enough);
};

const subject = (passage: Passage): string => passage.pair.split("#")[0]!;

const found = (passages: Passage[], score: number): Answer =>
  passages[0]!.unknown ? { kind: "unknown", passages: passages.slice(0, 1), score } : { kind: "found", passages, score };

const none = (hits: Found[], { most }: AnswerOptions): Answer =>
  ({ kind: "none", near: hits.slice(0, most).map(({ passage }) => passage), score: hits[0]?.confidence ?? 0 });
