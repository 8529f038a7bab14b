import { useState } from "preact/hooks";
import type { Agenda, AgendaBooking, AgendaOpening } from "../../agenda/contract.ts";
import type { Mark } from "../../agenda/may.ts";
import { call, type Refusal } from "../../api.ts";
import type { Me } from "../../contract.ts";
import { faultWords } from "../../words.ts";
import { dayWords } from "../cases/days.ts";
import { Fault } from "../field.tsx";
import { TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { ComerDialog, type Coming } from "./comer-dialog.tsx";
import { OpeningRows } from "./opening-rows.tsx";
import { placeOf } from "./places.ts";
import { useServiceNow } from "./service-now.ts";

type Props = { me: Me; agenda: Agenda; onDone: (words: string, focus?: string) => void };

/** A day opening by opening: who has each seat, and what happened. */
export const DayTable = ({ me, agenda, onDone }: Props) => {
  const { say, locale } = useSpeech();
  const now = useServiceNow(agenda.now);
  const [coming, setComing] = useState<Coming>();
  const [refusal, setRefusal] = useState<Refusal>();
  const mark = async (booking: AgendaBooking, as: Mark) => {
    const marked = await call("POST", `agenda/bookings/${booking.id}/${as}`, {});
    setRefusal(marked.ok ? undefined : marked);
    onDone(marked.ok ? say(`agenda.done.${as}`, { name: booking.name ?? booking.number }) : "", placeOf("booking", booking.id));
  };
  const seated = (opening: AgendaOpening, number: string) => {
    setComing(undefined);
    onDone(say("agenda.done.seated", { number }), placeOf("opening", opening.id));
  };
  return (
    <>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <TableFrame label={say("agenda.table", { day: dayWords(agenda.from, locale) })}>
        <table role="table" class="agenda-table">
          <thead role="rowgroup"><tr role="row">{["time", "person", "service", "state"].map((name) => <th role="columnheader" key={name} scope="col">{say(`agenda.head.${name}`)}</th>)}<th role="columnheader" scope="col" class="row-deeds">{say("agenda.head.deeds")}</th></tr></thead>
          {agenda.openings.map((opening) => (
            <OpeningRows key={opening.id} me={me} opening={opening} zone={agenda.zone} now={now} onMark={(booking, as) => { void mark(booking, as); }} onComing={setComing} />
          ))}
        </table>
      </TableFrame>
      {coming && <ComerDialog coming={coming} zone={agenda.zone} onDone={(number) => seated(coming.opening, number)} onClose={() => setComing(undefined)} />}
    </>
  );
};
