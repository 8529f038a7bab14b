import type { Agenda } from "../../agenda/contract.ts";
import { countsOf } from "../../agenda/counts.ts";
import type { View } from "../../agenda/days.ts";
import { dayWords } from "../cases/days.ts";
import { useSpeech } from "../speech.ts";
import { zoneName } from "./clock.ts";
import { useNames } from "./names.ts";

const figures = ["taken", "arrived", "missed", "free", "kept", "blocked"] as const;
/** Said even when there is none. */
const always: readonly string[] = ["taken", "free"];

/** Which day it is, by whose clock, and how full. */
export const SpanHead = ({ agenda, view }: { agenda: Agenda; view: View }) => {
  const { say, locale } = useSpeech();
  const { office } = useNames();
  const counts = countsOf(agenda.openings, Date.parse(agenda.now));
  const zone = zoneName(agenda.zone, agenda.now, locale);
  const title = view === "day" ? dayWords(agenda.from, locale) : say("agenda.week-of", { from: dayWords(agenda.from, locale), to: dayWords(agenda.to, locale) });
  return (
    <div class="span-head">
      <h2>{title}{view === "day" && agenda.from === agenda.today && <span class="tag">{say("agenda.is-today")}</span>}</h2>
      {zone && <p class="hint">{say("agenda.zone", { place: office.place[locale], zone })}</p>}
      {office.dates && <p class="hint">{say("agenda.dates", { from: dayWords(office.dates.from, locale), to: dayWords(office.dates.to, locale) })}</p>}
      <ul class="figures">
        {figures.filter((name) => counts[name] > 0 || always.includes(name)).map((name) => <li key={name} class={name}>{say(`agenda.count.${name}`, { count: counts[name] })}</li>)}
        <li class="waiting">{say("agenda.count.waiting", { count: agenda.waiting })}</li>
      </ul>
    </div>
  );
};
