import type { Fault } from "../fault.ts";
import { assemble } from "./content/assemble.ts";
import { readFolder } from "./content/folder.ts";
import { checkMoreAsks } from "./content/more-asks.ts";
import { checkSaid } from "./content/said.ts";
import { checkArticles } from "./check/articles.ts";
import { checkCatalogue } from "./check/catalogue.ts";
import { checkConfusables } from "./check/confusable.ts";
import { checkSources } from "./check/sources.ts";

/**
 * Every fault of a knowledge folder at once: format, sources, translations, references, prices and dates. `shown` are the
 * pairs of passages that the code shows by name.
 */
export const checkKnowledge = (dir: string, now: Date, shown: readonly string[] = []): Fault[] => {
  const faults: Fault[] = [];
  const content = readFolder(dir, faults);
  const pairs = new Set(assemble(content).passages.map(({ pair }) => pair));
  return [
    ...faults,
    ...checkArticles(content, now),
    ...checkCatalogue(content),
    ...checkSources(content, now),
    ...checkMoreAsks(content.moreAsks, pairs),
    ...checkSaid(content.said, content.catalogue?.services ?? []),
    ...checkConfusables(content, pairs),
    ...checkShown(shown, pairs),
  ];
};

const checkShown = (shown: readonly string[], pairs: ReadonlySet<string>): Fault[] =>
  shown
    .filter((pair) => !pairs.has(pair))
    .map((pair) => ({
      file: `knowledge/*/${pair.split("#")[0]}.md`,
      path: `#${pair.split("#")[1]}`,
      message: "the service shows this passage by name, and it is not there",
    }));
