import type { Locale } from "../locale.ts";
import type { AspectReader } from "./aspects.ts";
import type { Context } from "./rank/rank.ts";
import { found } from "./shown.ts";
import type { Answer, Passage } from "./types.ts";

type Parts = {
  readAspects: AspectReader;
  passage: (pair: string, locale: Locale) => Passage | undefined;
  /** The words of a question that carry meaning. */
  telling: (text: string, locale: Locale) => string[];
};
type Before = { locale: Locale; service?: string; about?: string };

export type FollowUps = ReturnType<typeof createFollowUps>;

/** What a question takes from the one before. */
export const createFollowUps = ({ readAspects, passage, telling }: Parts) => ({
  /** Aspects alone are asked of the service just shown: "and how much is it?". */
  aspectsOf: (question: string, { locale, about }: Before, most: number): Answer | undefined => {
    const service = /^service:([\w-]+)#/.exec(about ?? "")?.[1];
    const { aspects, rest } = readAspects(question, locale);
    if (!service || aspects.length === 0 || telling(rest, locale).length > 0) return undefined;
    const passages = aspects.flatMap((aspect) => passage(`service:${service}#${aspect}`, locale) ?? []).slice(0, most);
    return passages.length > 0 ? found(passages, 1) : undefined;
  },
  /** What was talked about before, where a question is short enough to lean on it. */
  contextOf: (question: string, { locale, about, service }: Before): Context | undefined => {
    const before = about === undefined ? service && passage(`service:${service}#summary`, locale) : passage(about, locale);
    const words = telling(question, locale).length;
    const few = words <= fewWords && (question.includes("?") || readAspects(question, locale).aspects.length > 0);
    return before && words > 0 && words <= mostOfFollowUp
      ? { passage: before, words: `${before.title}. ${before.heading.replace(before.title, "")}`, leans: leans.test(question) || few }
      : undefined;
  },
});

const leans = /^\s*(?:¿\s*)?(?:y|e|and|n|ok|but|pero|what if|what about|how about|entonces|so)\b/i;
const fewWords = 2;
/** A longer question says itself what it is about. */
const mostOfFollowUp = 7;
