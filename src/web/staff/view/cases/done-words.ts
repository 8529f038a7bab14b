import type { Locale } from "../../../../locale.ts";
import type { Say } from "../../words.ts";
import { dayWords } from "./days.ts";

/** What the service answers to a deed on a case. */
export type Outcome = { until?: string; dueOn?: string | null; late?: boolean; days?: number };

/** What was done, as it is said at the top of the case. */
export const doneWords = (deed: string, { until, dueOn, late, days }: Outcome, say: Say, locale: Locale): string => {
  const name = say(`act.${deed}`);
  const day = until ?? dueOn;
  if (late) return say("act.done-late", { deed: name, days: days ?? "" });
  return day ? say("act.done-until", { deed: name, day: dayWords(day, locale) }) : say("act.done", { deed: name });
};
