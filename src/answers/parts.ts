import type { AspectReader } from "./aspects.ts";
import { tokens } from "../words.ts";
import type { Locale } from "../locale.ts";
import { kindsAsked } from "./rank/kinds.ts";

const sentence = /([?;¿]+|(?<=\p{L}{3,})[.!](?=\s|$)|[.!](?=\s+[\p{Lu}¿]))/u;
const questionWords =
  "qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?|cu[aá]ndo|cu[aá]nt[oa]s?|d[oó]nde|a d[oó]nde|c[oó]mo|(?:en|con|de|por|a|hasta|desde) (?:qu[eé]|cu[aá]l(?:es)?|qui[eé]n|cu[aá]nt[oa]s?|cu[aá]ndo|d[oó]nde)|"
  + "puedo|podr[ií]a|necesito|tengo que|debo|hay que|se puede|toca|sirve|(?:eso |esto )?(?:cuestan?|valen?|demora|dura|tiene costo|es (?:gratis|obligatori[oa]|necesari[oa]|legal|cierto))|"
  + "what|which|who|when|where|how|is (?:it|there|that)|does (?:it|that)|do (?:i|they|we|you)|can (?:i|we|they)|may i|must i|should i|am i|are (?:they|there)|will (?:i|they|it)|(?:in|with|from|to|on|by|at) (?:what|which|whom|how|when)";
const joint = new RegExp(`(?:,|\\s(?:y|e|o|and|n|or|plus)|,\\s*(?:y|e|and))\\s+(?:tambi[eé]n |adem[aá]s |also )?(?=(?:${questionWords})(?!\\p{L}))`, "iu");
const mostParts = 3;

/** The questions in a question, each of which asks for something: "what is it and how much is it?" has two. */
export const partsOf = (question: string, locale: Locale, readAspects: AspectReader): string[] => {
  const parts = sentencesOf(question)
    .flatMap((one) => one.split(joint))
    .map((part) => part.trim())
    .filter((part) => (tokens(part).length > 1 && asks(part, locale, readAspects)) || kindsAsked(part).length > 0);
  const things = listed(question);
  return (things.length > 2 ? things : parts.length > 1 ? parts : []).slice(0, mostParts);
};

/** The sentences; those that only tell stand behind those that ask, where there is a question mark. */
const sentencesOf = (question: string): string[] => {
  const cut = question.split(sentence);
  const sentences = cut.flatMap((text, at) => (at % 2 === 0 ? { text: text.trim(), asked: /\?/.test(cut[at + 1] ?? "") } : []));
  const tells = ({ text, asked }: (typeof sentences)[number]) => question.includes("?") && !asked && !wants.test(text);
  return [...sentences.filter((one) => !tells(one)), ...sentences.filter(tells)].map(({ text }) => text);
};

/** A sentence without a question mark that asks all the same. */
const wants = new RegExp(`^(?:\\S+ )?(?:${questionWords})(?!\\p{L})|qué|cuá|cómo|dónde|(?<!\\p{L})(?:saber|dig[ae]n?me|decirme|expl[ií]qu\\p{L}+|know|tell me|wonder\\p{L}*|explain)(?!\\p{L})`, "iu");
const opens = new RegExp(`(?:^|[\\s,:])(?:${questionWords})(?!\\p{L})`, "iu");

const asks = (part: string, locale: Locale, readAspects: AspectReader): boolean =>
  opens.test(part) || kindsAsked(part).length > 0 || readAspects(part, locale).aspects.length > 0;

const conjunct = /\s(?:y|and)\s+(?:tambi[eé]n |adem[aá]s |also )?(?=(?:(?:for|para|por|del?|of) )?(?:el|la|los|las|un|una|the|an?)\s)/iu;

/** The things of which one thing is asked: "how much are the ID and the certificate?" asks of two, if both are known. */
export const subjectsIn = (question: string): string[] => {
  const [first, second, ...more] = question.split(conjunct).map((one) => one.trim());
  return first && second && more.length === 0 ? [first, second] : [];
};

const mostWordsOfItem = 9;

/** The things of a list after a colon, each asked about in the same way: "targets: crossings, projects and missions?". */
const listed = (question: string): string[] => {
  const list = /:\s*¿?([^:?]+)/.exec(question)?.[1];
  const items = (list ?? "").split(/,\s*(?:(?:y|e|and)\s+)?|\s+(?:y|e|and)\s+/u).map((item) => item.trim()).filter(Boolean);
  return items.every((item) => tokens(item).length <= mostWordsOfItem) ? items : [];
};
