import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Locale } from "../locale.ts";
import { filesIn } from "./content/read.ts";
import { unifiedDiff } from "./offer/diff.ts";
import { withAlias, withAsk, withOutside } from "./offer/edit.ts";

/** question: `text` asks for the passage `pair` · alias: `text` means `word` · not-ours: `text` lies outside. */
export type Change = { locale: Locale; text: string } & ({ decision: "question"; pair: string } | { decision: "alias"; word: string } | { decision: "not-ours" });

/**
 * The changes as one diff of the knowledge's files, for somebody to commit: nothing is written. What stands there already
 * is left out; empty where all of it does.
 */
export const offerDiff = (knowledge: string, changes: readonly Change[]): string => {
  const data = join(knowledge, "data");
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const read = (file: string): string => {
    if (!before.has(file)) before.set(file, readFileSync(file, "utf8"));
    return after.get(file) ?? before.get(file)!;
  };
  for (const change of changes) {
    const file = fileOf(data, change, read);
    after.set(file, changed(read(file), change));
  }
  return [...after].map(([file, text]) => unifiedDiff(`knowledge/${file.slice(knowledge.length + 1)}`, before.get(file)!, text)).join("");
};

/** The file that has the passage's ways to ask; else the one for what people say. */
const fileOf = (data: string, change: Change, read: (file: string) => string): string => {
  switch (change.decision) {
    case "alias":
      return join(data, "synonyms.yaml");
    case "not-ours":
      return join(data, "outside.yaml");
    case "question": {
      const files = filesIn(join(data, "asks"), ".yaml").filter((file) => basename(file) !== sayings);
      return files.find((file) => read(file).includes(`"${change.pair}":`)) ?? join(data, "asks", sayings);
    }
    default:
      return change satisfies never;
  }
};

const sayings = "sayings.yaml";

const changed = (source: string, change: Change): string => {
  switch (change.decision) {
    case "alias":
      return withAlias(source, change.locale, change.word, change.text);
    case "not-ours":
      return withOutside(source, change.locale, change.text);
    case "question":
      return withAsk(source, change.pair, change.locale, change.text);
    default:
      return change satisfies never;
  }
};
