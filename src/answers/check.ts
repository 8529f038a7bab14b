import type { Fault } from "../fault.ts";
import { assemble } from "./content/assemble.ts";
import { readFolder } from "./content/folder.ts";
import { checkMoreAsks } from "./content/more-asks.ts";
import { checkArticles } from "./check/articles.ts";
import { checkCatalogue } from "./check/catalogue.ts";
import { checkSources } from "./check/sources.ts";

/** Every fault of a knowledge folder at once: format, sources, translations, references, prices and dates. */
export const checkKnowledge = (dir: string, now: Date): Fault[] => {
  const faults: Fault[] = [];
  const content = readFolder(dir, faults);
  const pairs = new Set(assemble(content).passages.map(({ pair }) => pair));
  return [
    ...faults,
    ...checkArticles(content, now),
    ...checkCatalogue(content),
    ...checkSources(content, now),
    ...checkMoreAsks(content.moreAsks, pairs),
  ];
};
