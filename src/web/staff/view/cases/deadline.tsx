import type { CountedDay } from "../../../../cases/types.ts";
import type { CaseDetail } from "../../cases/contract.ts";
import { isOpen } from "../../cases/may.ts";
import { TableFrame } from "../pages/sheet.tsx";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";
import type { Say } from "../../words.ts";
import { dayShort, dayWords } from "./days.ts";
import { Facts, Part } from "./part.tsx";

/** By when it must be answered, and how that was counted. */
export const Deadline = ({ one }: { one: CaseDetail }) => {
  const { say, locale } = useSpeech();
  const { termDays, extraDays, dueOn, asked, transferred, extensionReason } = one;
  const term = termDays === null ? say("detail.no-term") : say("detail.days", { count: termDays }) + (extraDays > 0 ? `, ${say("detail.extra", { count: extraDays })}` : "");
  const awaited = one.state.startsWith("awaiting") ? asked : null;
  return (
    <Part title={say("detail.part.deadline")}>
      <Facts
        rows={[
          [say("detail.filed"), dateAndTime(one.filedAt, locale)],
          [say("detail.radicado-on"), dayWords(one.radicadoOn, locale)],
          [say("detail.term"), term],
          [say("detail.due"), dueOn ? <strong>{dayWords(dueOn, locale)}</strong> : termDays !== null && isOpen(one.state) && say("detail.still")],
        ]}
      />
      {extensionReason && <p>{say("detail.extended", { reason: extensionReason })}</p>}
      {awaited && <p class="note"><strong>{say("detail.asked")}:</strong> <span class="own">{awaited.what}</span> {say("detail.asked-until", { day: dayWords(awaited.until, locale) })}</p>}
      {transferred && (
        <p class="note">
          {say("detail.transferred", { to: transferred.to, day: dayWords(transferred.on, locale) })}
          {transferred.late && <> <strong>{say("detail.transferred-late")}</strong></>}
          {transferred.dueOn && <> {say("detail.other-due", { to: transferred.to, day: dayWords(transferred.dueOn, locale) })}</>}
        </p>
      )}
      {one.computation.length > 0 && <Computation days={one.computation} />}
    </Part>
  );
};

const Computation = ({ days }: { days: CountedDay[] }) => {
  const { say, locale } = useSpeech();
  return (
    <details class="computation">
      <summary>{say("detail.computation")}</summary>
      <TableFrame label={say("detail.computation")}>
        <table>
          <thead><tr><th scope="col">{say("detail.computation-day")}</th><th scope="col">{say("detail.computation-counts")}</th><th scope="col">{say("detail.computation-why")}</th></tr></thead>
          <tbody>
            {days.map((one) => (
              <tr key={one.day} class={one.counts ? "" : "uncounted"}>
                <th scope="row"><time dateTime={one.day}>{dayShort(one.day, locale)}</time></th>
                <td>{one.number ? say("detail.counts-as", { number: one.number }) : say("detail.counts-not")}</td>
                <td>{whyWords(one, say)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
};

const whyWords = ({ why, norm }: CountedDay, say: Say): string => {
  if (why.startsWith("holiday-")) return say("detail.why-holiday", { holiday: say(`case.holiday.${why.slice("holiday-".length)}`) });
  return why === "civic" ? say("detail.why-civic", { norm: norm ?? "" }) : say(`detail.why.${why}`);
};
