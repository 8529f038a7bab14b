import type { AgendaBooking, AgendaOpening } from "../../agenda/contract.ts";
import { isOver, overOffice, type Mark } from "../../agenda/may.ts";
import type { Me } from "../../contract.ts";
import { useSpeech } from "../speech.ts";
import { BookingCells } from "./booking-cells.tsx";
import { clockOf } from "./clock.ts";
import type { Coming } from "./comer-dialog.tsx";
import { useNames } from "./names.ts";
import { placeOf } from "./places.ts";

type Props = {
  me: Me; opening: AgendaOpening; zone: string; now: number;
  onMark: (booking: AgendaBooking, as: Mark) => void; onComing: (coming: Coming) => void;
};

/** An opening: a row for each booking, and one for the seats that nobody has. */
export const OpeningRows = ({ me, opening, zone, now, onMark, onComing }: Props) => {
  const { say, locale } = useSpeech();
  const { office, counter } = useNames();
  const { bookings } = opening;
  const over = isOver(opening, now);
  const extra = opening.free === 0;
  const seatsShown = bookings.length === 0 || opening.free + opening.held + opening.offered + opening.blocked > 0 || (!over && overOffice(me));
  const head = (
    <th scope="rowgroup" role="rowheader" rowSpan={bookings.length + (seatsShown ? 1 : 0)} class="time">
      <time dateTime={opening.startsAt}>{clockOf(opening.startsAt, zone, locale)}</time>
      {office.counters.length > 1 && <span class="hint">{counter(opening.counter)}</span>}
    </th>
  );
  return (
    <tbody role="rowgroup" class={over ? "over" : ""} id={placeOf("opening", opening.id)} tabIndex={-1}>
      {bookings.map((booking, at) => (
        <tr role="row" key={booking.id} class={booking.state}>
          {at === 0 && head}
          <BookingCells booking={booking} opening={opening} now={now} onMark={(as) => onMark(booking, as)} onSubstitute={() => onComing({ opening, absent: booking })} />
        </tr>
      ))}
      {seatsShown && (
        <tr role="row" class="seats">
          {bookings.length === 0 && head}
          <td role="cell" colSpan={3}><Seats opening={opening} over={over} /></td>
          <td role="cell" class="row-deeds">
            {!over && (!extra || overOffice(me)) && (
              <button type="button" class="plain" onClick={() => onComing({ opening, extra })}>
                {say(extra ? "agenda.comer.extra" : "agenda.comer.walk-in")}<span class="hidden">: {clockOf(opening.startsAt, zone, locale)}, {counter(opening.counter)}</span>
              </button>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
};

const kinds = ["free", "held", "offered", "blocked"] as const;

const Seats = ({ opening, over }: { opening: AgendaOpening; over: boolean }) => {
  const { say } = useSpeech();
  const there = kinds.filter((kind) => opening[kind] > 0);
  if (there.length === 0) return <span class="hint">{say("agenda.full")}</span>;
  return <>{there.map((kind) => <span key={kind} class={`seat-tag ${kind}`}>{say(`agenda.seats.${over && kind === "free" ? "unused" : kind}`, { count: opening[kind] })}</span>)}</>;
};
