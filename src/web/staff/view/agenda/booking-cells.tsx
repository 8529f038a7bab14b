import type { AgendaBooking, AgendaOpening } from "../../agenda/contract.ts";
import { marksOf, type Mark } from "../../agenda/may.ts";
import { useSpeech } from "../speech.ts";
import { useNames } from "./names.ts";
import { placeOf } from "./places.ts";

type Props = { booking: AgendaBooking; opening: AgendaOpening; now: number; onMark: (as: Mark) => void; onSubstitute: () => void };

/** Who has a seat, for what, whether they came, and what can be written down now. */
export const BookingCells = ({ booking, opening, now, onMark, onSubstitute }: Props) => {
  const { say } = useSpeech();
  const { service } = useNames();
  const whose = <span class="hidden">: {booking.name ?? booking.number}</span>;
  return (
    <>
      <td role="cell" class="person" id={placeOf("booking", booking.id)} tabIndex={-1}><Who booking={booking} /></td>
      <td role="cell">{service(booking.service)}</td>
      <td role="cell" class="state">
        <span class={`tag ${booking.state}`}>{say(`agenda.state.${booking.state}`)}</span>
        {booking.confirmed && booking.state === "booked" && <span class="hint">{say("agenda.confirmed")}</span>}
        {booking.walkIn && <span class="hint">{say("agenda.walked-in")}</span>}
      </td>
      <td role="cell" class="row-deeds">
        {marksOf(booking, opening, now).map((as) => <button type="button" key={as} class="secondary" onClick={() => onMark(as)}>{say(`agenda.mark.${as}`)}{whose}</button>)}
        {booking.state === "no-show" && opening.free > 0 && <button type="button" class="plain" onClick={onSubstitute}>{say("agenda.comer.substitute")}{whose}</button>}
      </td>
    </>
  );
};

const Who = ({ booking: { name, number, documentEnding, guardian } }: { booking: AgendaBooking }) => {
  const { say } = useSpeech();
  return (
    <>
      <strong>{name ?? say("agenda.forgotten")}</strong>
      <span class="hint"><span class="number">{number}</span>{documentEnding && <> · {say("agenda.document-ends", { signs: documentEnding })}</>}</span>
      {guardian && <span class="hint">{say("agenda.guardian", { name: guardian })}</span>}
    </>
  );
};
