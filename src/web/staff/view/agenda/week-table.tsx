import type { Agenda, AgendaOpening } from "../../agenda/contract.ts";
import { countsOf } from "../../agenda/counts.ts";
import { shown } from "../../agenda/shown.ts";
import { dayShort } from "../cases/days.ts";
import { TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { clockOf } from "./clock.ts";

/** A week at a glance: a column for each day with openings, a row for each hour of the office's clock. */
export const WeekTable = ({ agenda }: { agenda: Agenda }) => {
  const { say, locale } = useSpeech();
  const days = [...new Set(agenda.openings.map(({ day }) => day))].sort();
  const times = [...new Map(agenda.openings.map(({ time, startsAt }) => [time, startsAt])).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const now = Date.parse(agenda.now);
  const on = (day: string) => agenda.openings.filter((opening) => opening.day === day);
  return (
    <TableFrame label={say("agenda.view.week")}>
      <table class="week-table">
        <thead>
          <tr>
            <th scope="col">{say("agenda.head.time")}</th>
            {days.map((day) => <th key={day} scope="col"><DayHead day={day} today={agenda.today} words={dayShort(day, locale)} /></th>)}
          </tr>
        </thead>
        <tbody>
          {times.map(([time, startsAt]) => (
            <tr key={time}>
              <th scope="row">{clockOf(startsAt, agenda.zone, locale)}</th>
              {days.map((day) => <Cell key={day} now={now} openings={on(day).filter((opening) => opening.time === time)} />)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say("agenda.all-day")}</th>
            {days.map((day) => <DayFoot key={day} now={now} openings={on(day)} />)}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
};

const DayHead = ({ day, today, words }: { day: string; today: string; words: string }) => {
  const { say } = useSpeech();
  return (
    <>
      <button type="button" class="plain" onClick={() => shown.set({ view: "day", day })}><span class="hidden">{say("agenda.open-day")}: </span>{words}</button>
      {day === today && <span class="tag">{say("agenda.is-today")}</span>}
    </>
  );
};

type Some = { openings: AgendaOpening[]; now: number };

const Cell = ({ openings, now }: Some) => {
  const { say } = useSpeech();
  if (openings.length === 0) return <td class="no-opening"><span class="hidden">{say("agenda.no-opening")}</span></td>;
  const { capacity, taken, free, blocked } = countsOf(openings, now);
  const level = free > 0 ? "has-free" : blocked > 0 && taken === 0 ? "is-blocked" : "is-full";
  return (
    <td class={level}>
      <span aria-hidden="true">{level === "is-blocked" ? say("agenda.blocked") : `${taken}/${capacity}`}</span>
      <span class="hidden">{level === "is-blocked" ? say("agenda.blocked") : say("agenda.taken-of", { taken, capacity })}</span>
    </td>
  );
};

const DayFoot = ({ openings, now }: Some) => {
  const { say } = useSpeech();
  const { taken, free } = countsOf(openings, now);
  return <td>{say("agenda.count.taken", { count: taken })}<span class="hint">{say("agenda.count.free", { count: free })}</span></td>;
};
