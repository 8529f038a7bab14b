import { learnDangers, type DangerExample, type Suspect } from "./danger/learned.ts";
import { clausesOf, sentencesOf, stretchesOf, wholeOf, withoutDenied } from "./danger/parts.ts";
import { dangersSaid } from "./danger/said.ts";
import { isFarOff, saysMinor, signsOf } from "./danger/signs.ts";
import { fearsParent, saysSafe, tellsOfChild } from "./danger/writer.ts";
import type { Memory } from "./intents/regression.ts";
import { readable, wordsIn } from "./spoken.ts";
import { dangers, type Danger } from "./types.ts";

export type { DangerExample } from "./danger/learned.ts";

/**
 * Where a message was heard. `asked`: a question is open, which most words answer; `story`: they were asked to tell what happened,
 * and may tell of harm that is over. Of those what was learned must be surer. Of a short `command` ("I don't want to go on") and of a
 * `value` that was asked for (a name, a date) only the fixed phrases count.
 */
export type Heard = { command?: boolean | undefined; value?: boolean | undefined; asked?: boolean | undefined; story?: boolean | undefined };

/** The dangers that a message tells of, in either language, the gravest first; where it tells of none, one that it `perhaps` tells of; whether who writes is `safe` now, and a `minor`. */
type Found = { told: Danger[]; perhaps?: Danger; safe?: true; minor?: true };
export type FindDangers = (text: string, heard?: Heard) => Found;

/**
 * Two layers: fixed phrases, and what was learned from examples. A phrase counts by itself unless it is told from far
 * off ("twenty years ago", "in the film"): then what was learned must agree. Without examples the phrases stand alone.
 */
export const createDangers = ({ examples, memory }: { examples: readonly DangerExample[]; memory?: Memory | undefined }): FindDangers => {
  const suspect = examples.length > 0 ? learnDangers(examples, memory) : undefined;
  return (message, heard = {}) => {
    const text = withoutDenied(readable(message));
    const words = wordsIn(text);
    const short = (heard.command === true && words.length <= longestCommand) || (heard.value === true && words.length <= longestValue);
    const said = dangersSaid(short && heard.value ? words.filter((word) => !names.has(word)) : words);
    const signs = signsOf(words);
    const found = suspect && words.length > 0 && !short ? weighed({ text, words, signs }, said, suspect, heard) : { told: said };
    return { ...found, ...(found.told.length > 0 && saysSafe(words) && { safe: true }), ...(saysMinor(signs) && { minor: true }) };
  };
};

const longestCommand = 5;
const longestValue = 8;
/** A cry for help that people are called as well. */
const names: ReadonlySet<string> = new Set(["socorro"]);

const least = ({ asked, story }: Heard, isSaid: boolean): number => (story ? (isSaid ? alarmInStory : alarmUnsaid) : asked ? alarmAsked : alarm);

const weighed = ({ text, words, signs }: { text: string; words: readonly string[]; signs: readonly number[] }, said: readonly Danger[], suspect: Suspect, heard: Heard): Found => {
  const whole = wholeOf(text);
  const all = suspect(whole, signs);
  const stretches = [...stretchesOf(whole), ...sentencesOf(text)].map((part) => suspect(part, signs));
  const likely = Math.max(total(all), (total(all) + Math.max(0, ...stretches.map(total))) / 2);
  const isSaid = said.length > 0 && !isFarOff(signs);
  const isTold = likely > least(heard, said.length > 0) || (isSaid && (heard.story === true || words.length < fewestToDoubt || likely > unlikely));
  if (!isTold && ((!isSaid && likely <= (heard.asked ? doubtAsked : doubt)) || heard.story)) return { told: [] };
  const parts = [all, ...stretches, ...clausesOf(text).map((clause) => suspect(clause, signs))];
  const weights = weightsOf(all, parts, said);
  const found = childFirst(gravestFirst(weights, said), saysMinor(signs), fearsParent(words), tellsOfChild(text));
  return isTold && (isSaid || Math.max(...weights.values()) >= leastOfOne) ? { told: found } : { told: [], perhaps: found[0]! };
};

const weightsOf = (all: Record<Danger, number>, parts: readonly Record<Danger, number>[], said: readonly Danger[]): Map<Danger, number> =>
  new Map(dangers.map((danger): [Danger, number] => {
    const mean = (all[danger] + Math.max(...parts.map((part) => part[danger]))) / 2;
    return [danger, (mean >= sure ? mean : all[danger]) + (said.includes(danger) ? saidWeight : 0)];
  }));

const total = (part: Record<Danger, number>): number => dangers.reduce((sum, danger) => sum + part[danger], 0);

/**
 * How likely a message as a whole, or the mean of it and its worst stretch or sentence, must be to tell of danger. Of the
 * 248 dangers of the sets in test/eval 0.7 finds 243, and the line comes before the others; on 3,352 innocent messages it raises 37 alarms, 0.6 raises 59.
 */
const alarm = 0.7;
/** Where a question is open: on lines held out 79 % of the dangers for one alarm on a hundred innocent ones, beside the fixed phrases. */
const alarmAsked = 0.75;
/** From here on the line for it is named before the reply: so before one ordinary question in twenty-five. */
const doubt = 0.4;
const doubtAsked = 0.6;
const alarmInStory = 0.85;
/** In a story nothing that the fixed phrases know was said: only what is as good as sure. */
const alarmUnsaid = 0.97;
/** A phrase in a whole sentence of which nothing else sounds like danger ("I am enslaved by this form") is doubted; in a few words it counts. */
const unlikely = 0.2;
const fewestToDoubt = 6;
/** What a fixed phrase adds: told if what was learned agrees a little, since a phrase may stand in another's tale. */
const saidWeight = 0.45;
/** From here on a danger is told beside the likeliest one. */
const sure = 0.6;
/** Of the dangers of the trials the first alone is the right one in 95 of 100; with what is so near to it, in 99, and one in ten gets two texts. */
const near = 0.5;

/** Where no kind reaches it, words only sound of some danger, and the line is named before the reply. */
const leastOfOne = 0.2;
/** More texts than these are read by nobody; what is sure is told all the same. */
const mostTexts = 2;

/** The likeliest danger and those that are sure as well, in the order of `gravity`, then others half as likely; violence that was said in plain words stands beside its wounds. */
const gravestFirst = (weights: ReadonlyMap<Danger, number>, said: readonly Danger[]): Danger[] => {
  const most = Math.max(...weights.values());
  const first = gravity.filter((danger) => weights.get(danger)! >= Math.min(most, sure));
  const wounds = gravity.filter((danger) => !first.includes(danger) && danger === "violence" && first[0] === "medical" && said.includes(danger));
  const beside = gravity.filter((danger) => ![...first, ...wounds].includes(danger) && weights.get(danger)! >= most * near);
  return [...first, ...wounds, ...beside.toSorted((a, b) => weights.get(b)! - weights.get(a)!).slice(0, Math.max(0, mostTexts - first.length))];
};

/** Who harms a child is told of as violence or a threat as well: the child's line comes first, and beside the other where only a stepfather tells that it is one; it comes last where the age of another tells it, or a child is exploited. */
const childFirst = (found: Danger[], minor: boolean, fears: boolean, told: boolean): Danger[] => {
  if ((minor || fears) && (found[0] === "violence" || (minor && found[0] === "threat"))) return ["child", ...found.filter((danger) => danger !== "child")];
  const beside = !found.includes("child") && ((told && found[0] === "violence") || ((minor || told) && found[0] === "trafficking"));
  return beside ? [...found, "child"] : found;
};

/** What may kill within minutes stands first; who took pills to die needs both lines, and to be spoken to. */
const gravity: readonly Danger[] = ["self-harm", "medical", "trafficking", "child", "violence", "threat"];
