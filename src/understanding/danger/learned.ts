import { createChance } from "../intents/chance.ts";
import { softmax, trainRegression, type Memory } from "../intents/regression.ts";
import { wordsIn } from "../spoken.ts";
import { dangers, type Danger } from "../types.ts";
import { size, toVector } from "./features.ts";
import { misspelt } from "./noise.ts";
import { plainWords } from "./said.ts";
import { signsOf } from "./signs.ts";

/** A message, and what it tells of. `misspell`: learn it badly spelt as well. */
export type DangerExample = { text: string; danger: Danger | "innocent"; misspell?: boolean };

/** For folded words, out of a message with these signs, how likely (0..1) each danger is. */
export type Suspect = (words: readonly string[], signs: readonly number[]) => Record<Danger, number>;

/**
 * Learns from reviewed examples what danger sounds like in words that no rule foresees: the intents' regression over
 * words, pieces of words and concepts. The same examples always teach the same.
 */
export const learnDangers = (examples: readonly DangerExample[], memory?: Memory): Suspect => {
  const known = memory?.recall();
  const seen = known ? [] : examples.flatMap(spellings);
  const regression = trainRegression({
    vectors: seen.map(({ words, signs }) => toVector(words, signs)),
    labels: Int32Array.from(seen, ({ danger }) => classes.indexOf(danger)),
    classes: classes.length,
    size,
    epochs: 12,
    memory: memory && { ...memory, recall: () => known },
  });
  return (words, signs) => {
    const chances = regression.logits(toVector(words, signs));
    softmax(chances);
    return Object.fromEntries(dangers.map((danger, i) => [danger, chances[i]!])) as Record<Danger, number>;
  };
};

const classes = [...dangers, "innocent"] as const;

const spellings = ({ text, danger, misspell }: DangerExample) => {
  const said = wordsIn(text);
  const words = plainWords(said);
  const signs = signsOf(said);
  return [{ words, signs, danger }, ...(misspell ? [{ words: misspelt(words, createChance(text.length)), signs, danger }] : [])];
};
