import type { Locale } from "../locale.ts";
import { asksToBook, seeksPlace } from "./asks-to-book.ts";
import { namesPaperwork } from "./names-paperwork.ts";
import { findCommand } from "./commands.ts";
import { createDangers, type DangerExample } from "./danger.ts";
import { trainIntents, type Example } from "./intents.ts";
import type { Memory } from "./intents/regression.ts";
import { detectLanguage } from "./language.ts";
import { looksLikeQuestion } from "./question.ts";
import type { FindRefusal } from "./refusal.ts";
import { readable } from "./spoken.ts";
import type { Understood } from "./types.ts";

export type Thresholds = {
  /** The least score (0..1) at which an intent is given; below it is "none of these". */
  intent: number;
  /** Others whose probability is at least this share (0..1) of the best one's are given as `near`. */
  near: number;
};

/** Chosen by `npm run eval:understanding -- --choose`; `config.ts` may set others. */
export const defaultThresholds: Thresholds = { intent: 0.18, near: 0.5 };

/** `asked`: a question is open. `story`: they tell what was asked for, and may tell of harm that is over. `value`: the words are a name, a place or a number that was asked for, of which nothing can be learned. */
export type Understand = (text: string, context?: { locale?: Locale; value?: boolean; story?: boolean; asked?: boolean }) => Understood;

/**
 * Learns the intents once and gives a pure function from a citizen's words to what they mean: danger, language,
 * command, intent. `locale` of the context is the conversation's language: it stays where the words show none.
 * Never throws on any text; of a very long one only the first and last part are read.
 */
export const createUnderstanding = (
  { examples, thresholds = {}, memory, findRefusal, dangers = { examples: [] }, findFiling, findRoute }: {
    examples: readonly Example[]; thresholds?: Partial<Thresholds>; memory?: Memory; findRefusal?: FindRefusal;
    /** What teaches danger in words that no rule foresees; without it the rules stand alone. */
    dangers?: { examples: readonly DangerExample[]; memory?: Memory };
    findFiling?: (text: string) => Understood["filing"];
    /** Whether words tell what somebody needs who looks for a route of care. */
    findRoute?: (text: string) => Understood["route"];
  },
): Understand => {
  const limits = { ...defaultThresholds, ...thresholds };
  const classifier = examples.length > 0 ? trainIntents(examples, { near: limits.near, memory }) : undefined;
  const findDangers = createDangers(dangers);
  return (message, { locale: current, value = false, story = false, asked = false } = {}) => {
    const text = readable(message);
    const command = findCommand(text);
    const filing = command ? undefined : findFiling?.(text);
    const { told: [danger, ...alsoDanger], perhaps, safe, minor } = findDangers(text, { value, asked, command: command !== undefined, story: story || filing === "wanted" });
    const language = detectLanguage(text);
    const guess = command || text.trim() === "" ? undefined : classifier?.classify(text);
    const refusal = command ? undefined : findRefusal?.(text);
    const fits = guess !== undefined && guess.score >= limits.intent;
    const question = looksLikeQuestion(text);
    const route = command ? undefined : findRoute?.(text);
    const isService = guess?.name.startsWith("service:") === true;
    const isOther = (asksToBook(text) && !(route === "asked" && question)) || namesPaperwork(text);
    const isPlace = seeksPlace(text);
    const isRoute = !isOther && (route === "asked" || !question && (fits ? (guess.name === "case.file" && filing !== "wanted" && filing !== "told" && route !== undefined) || (isPlace && guess.name === booking && route !== undefined) || (isService && (route === "full" || (route === "told" && guess.score < sureService))) : route !== undefined));
    const best = isOther && guess?.name === routeIntent ? instead(guess.near) : guess;
    return {
      locale: language.sure || !current ? language.locale : current,
      localeSure: language.sure,
      ...(danger && { danger, alsoDanger }),
      ...(perhaps && { perhaps }),
      ...(safe && { safe }),
      ...(minor && { minor }),
      ...(command && { command }),
      ...(refusal && { refusal }),
      ...(filing && { filing }),
      ...(route && { route }),
      ...(isRoute ? { intent: { name: routeIntent, score: routeScore } } : fits && best && { intent: { name: best.name, score: best.score } }),
      near: isRoute ? [] : isPlace && fits && best?.name === booking ? [{ name: routeIntent, score: best.score }] : (guess?.near ?? []).filter(({ name }) => name !== best?.name && !(isOther && name === routeIntent) && !(isPlace && name === booking)),
      question,
    };
  };
};

/** Beside an appointment or a paper that is asked for, a need is only how it came. */
const instead = (near: Understood["near"]): Understood["near"][number] | undefined => near.find(({ name }) => name !== routeIntent);

/** What the story of somebody in need is taken for, and how surely. */
const routeIntent = "route.find";
const booking = "appointment.book";
const routeScore = 0.6;
/** A service that is meant so surely is what the story is about. */
const sureService = 0.5;
