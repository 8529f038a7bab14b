import { learnDangers, type DangerExample } from "./danger/learned.ts";
import { partsOf } from "./danger/parts.ts";
import { dangersSaid } from "./danger/said.ts";
import type { Memory } from "./intents/regression.ts";
import { readable, wordsIn } from "./spoken.ts";
import { dangers, type Danger } from "./types.ts";

export type { DangerExample } from "./danger/learned.ts";

/**
 * The dangers that a message tells of, in either language, the gravest first; empty where it tells of none. Of a
 * `command` ("I don't want to go on", in a form) only the fixed phrases count.
 */
export type FindDangers = (text: string, command?: boolean) => Danger[];

/**
 * Two layers: fixed phrases, which always count, and what was learned from examples, which can only add to them.
 * Without examples the phrases stand alone.
 */
export const createDangers = ({ examples, memory }: { examples: readonly DangerExample[]; memory?: Memory | undefined }): FindDangers => {
  const suspect = examples.length > 0 ? learnDangers(examples, memory) : undefined;
  return (message, command = false) => {
    const text = readable(message);
    const words = wordsIn(text);
    const said = dangersSaid(words);
    const short = command && words.length <= longestCommand;
    return suspect && words.length > 0 && !short ? gravestFirst(weigh(said, partsOf(text).map(suspect))) : said;
  };
};

const longestCommand = 5;

/** How sure each danger is: what was learned counts where there is alarm, a phrase of the rules always. */
const weigh = (said: readonly Danger[], parts: readonly Record<Danger, number>[]): Map<Danger, number> => {
  const [whole, ...rest] = parts.map(total);
  const worst = Math.max(0, ...rest);
  const alarmed = Math.max(whole ?? 0, ((whole ?? 0) + worst) / 2) > alarm;
  const weights = dangers.map((danger): [Danger, number] => {
    const learned = said.length > 0 || alarmed ? Math.max(...parts.map((part) => part[danger])) : 0;
    return [danger, learned + (said.includes(danger) ? saidWeight : 0)];
  });
  return new Map(weights);
};

const total = (part: Record<Danger, number>): number => dangers.reduce((sum, danger) => sum + part[danger], 0);

/** How likely a message as a whole, or the mean of it and its worst part, must be to tell of danger. */
const alarm = 0.64;
const saidWeight = 0.35;
/** From here on a danger is told beside the likeliest one. */
const sure = 0.6;

/** The likeliest danger and those that are sure as well, in the order of `gravity`. */
const gravestFirst = (weights: Map<Danger, number>): Danger[] => {
  const most = Math.max(...weights.values());
  return most > 0 ? gravity.filter((danger) => weights.get(danger)! >= Math.min(most, sure)) : [];
};

/** What may kill within minutes stands first. */
const gravity: readonly Danger[] = ["medical", "self-harm", "trafficking", "child", "violence", "threat"];
