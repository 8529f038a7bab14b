import { locales } from "../locale.ts";
import { tokens } from "../words.ts";
import type { Step } from "./types.ts";

/** The step whose title or helpers some words name most clearly; undefined where they name none. */
export const stepNamed = (route: readonly Step[], words: string): Step | undefined => {
  const said = new Set(tokens(words));
  const scored = route.map((step) => ({ step, score: [...namesOf(step)].filter((word) => said.has(word) && !isCommon(route, word)).length }));
  const best = scored.reduce<(typeof scored)[number] | undefined>((most, one) => (one.score > (most?.score ?? 0) ? one : most), undefined);
  return best?.step;
};

const namesOf = ({ title, helpers }: Step): Set<string> =>
  new Set([title, ...helpers.map(({ name }) => name)].flatMap((name) => locales.flatMap((locale) => tokens(name[locale]))).filter((word) => word.length >= shortest && !plain.has(word)));

const shortest = 3;

/** A word of half the steps tells none of them apart. */
const isCommon = (route: readonly Step[], word: string): boolean =>
  route.length > 3 && route.filter((step) => namesOf(step).has(word)).length > route.length / 2;

const plain = new Set([
  "los", "las", "del", "una", "uno", "por", "para", "con", "sin", "que", "quien", "este", "esta", "esto", "usted", "sus", "mas", "como", "donde", "pida", "vaya", "mire", "pregunte", "busque", "tiene", "ayuda", "ayudan", "ciudad", "vive", "otro", "pais", "chat", "papeles", "papel", "hay",
  "the", "and", "for", "you", "your", "who", "this", "that", "with", "out", "ask", "get", "see", "find", "help", "helps", "city", "live", "where", "what", "paper", "papers", "have", "from", "are", "can", "may", "country", "chat", "line", "linea", "office", "oficina", "colombia",
]);
