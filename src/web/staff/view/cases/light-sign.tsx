import type { CaseLine, Light } from "../../cases/contract.ts";
import { isOpen } from "../../cases/may.ts";
import type { Say } from "../../words.ts";
import { Check, Clock, Hurry, Late, Pause } from "../icons.tsx";
import { useSpeech } from "../speech.ts";
import { dayShort } from "./days.ts";

const signs = { green: Clock, amber: Hurry, red: Late, over: Late, none: Pause };

/** How a case stands with its deadline: by a sign, in words, and by colour. */
export const LightSign = ({ line }: { line: CaseLine }) => {
  const { say, locale } = useSpeech();
  const Sign = isOpen(line.state) ? signs[line.light] : Check;
  return (
    <span class={`light ${line.light}`}>
      <Sign /><span>{line.light === "none" ? stillWords(line, say, (day) => dayShort(day, locale)) : say(`cases.short.${line.light}`)}</span>
      {line.light !== "none" && <span class="light-due">{dueWords(line.light, line.daysLeft ?? 0, say)}: {dayShort(line.dueOn!, locale)}</span>}
    </span>
  );
};

const dueWords = (light: Light, left: number, say: Say): string => {
  if (light === "over") return left < 0 ? say("cases.due.over", { count: -left }) : say("cases.due.passed");
  return left === 0 ? say("cases.due.today") : say("cases.due.left", { count: left });
};

const stillWords = ({ state, askUntil }: CaseLine, say: Say, words: (day: string) => string): string => {
  if (!isOpen(state)) return say("cases.short.closed");
  if (askUntil && state.startsWith("awaiting")) return say("cases.due.until", { day: words(askUntil) });
  return say(state === "suspended" ? "cases.short.still" : "cases.short.no-term");
};
