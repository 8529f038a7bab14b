import type { AspectReader } from "./aspects.ts";
import { tokens } from "../words.ts";
import type { Locale } from "../locale.ts";
import { kindsAsked } from "./rank/kinds.ts";

const sentence = /[?;¿]+|(?<=\p{L}{3,})[.!](?=\s|$)/u;
const asking =
  "qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?|cu[aá]ndo|cu[aá]nt[oa]s?|d[oó]nde|a d[oó]nde|c[oó]mo|(?:en|con|de|por|a|hasta|desde) (?:qu[eé]|cu[aá]l(?:es)?|qui[eé]n|cu[aá]nt[oa]s?|cu[aá]ndo|d[oó]nde)|"
  + "puedo|necesito|cuestan?|valen?|tiene costo|es gratis|"
  + "what|which|who|when|where|how|is it|does it|do i|do they|can i|may i|are they|(?:in|with|from|to|on|by|at) (?:what|which|whom|how|when)";
const joint = new RegExp(`(?:,|\\s(?:y|e|o|and|n|or|plus)|,\\s*(?:y|e|and))\\s+(?:tambi[eé]n |adem[aá]s |also )?(?=(?:${asking})(?!\\p{L}))`, "iu");
const mostParts = 3;

/** The questions in a question, each of which asks for something: "what is it and how much is it?" has two. */
export const partsOf = (question: string, locale: Locale, readAspects: AspectReader): string[] => {
  const parts = question
    .split(sentence)
    .flatMap((one) => one.split(joint))
    .map((part) => part.trim())
    .filter((part) => (tokens(part).length > 1 && asks(part, locale, readAspects)) || kindsAsked(part).length > 0);
  return parts.length > 1 ? parts.slice(0, mostParts) : [];
};

const opens = new RegExp(`(?:^|[\\s,:])(?:${asking})(?!\\p{L})`, "iu");

const asks = (part: string, locale: Locale, readAspects: AspectReader): boolean =>
  opens.test(part) || kindsAsked(part).length > 0 || readAspects(part, locale).aspects.length > 0;
