import type { Bilingual } from "../locale.ts";
import { loadAsked, type AnswerAsked } from "./asked.ts";
import { loadBelow, type AnswerBelow } from "./below.ts";
import { loadRoutes } from "./routes.ts";
import { loadTold, type ReadTold } from "./told.ts";
import type { Cited, Step } from "./types.ts";

/** A source with its names, as it is shown under what it says. */
export type CareSource = { key: string; title: Bilingual; url?: string; published?: string; seen: string };

/** Routes of care: the steps, what is said where an address is not known, where it was published, what a story tells, and what may be asked below a route: of what it is about, and below any. */
export type Care = { steps: Step[]; unknown: Bilingual; source: (key: string) => CareSource; read: ReadTold; asked: AnswerAsked; below: AnswerBelow };

/** Throws, naming every fault, when the files of `data/routes` cannot be used, or one names a source that there is not. */
export const loadCare = (knowledge: string, sources: ReadonlyMap<string, CareSource>, citesOf: (pair: string) => Cited[]): Care => {
  const { steps, unknown } = loadRoutes(knowledge, citesOf);
  const source = (key: string): CareSource => {
    const found = sources.get(key);
    if (!found) throw new Error(`routes: no source "${key}" in data/sources`);
    return found;
  };
  for (const step of steps) for (const one of step.sources) source(one.source);
  const asked = loadAsked(knowledge);
  return { steps, unknown, source, read: loadTold(knowledge), asked, below: loadBelow(knowledge) };
};
