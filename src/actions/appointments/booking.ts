import type { Booking, Person, Reach } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import { readWish } from "../../flow/slots/when/wish.ts";
import type { ActionResult, Slots, Utterance } from "../../flow/types.ts";
import type { Row } from "../row.ts";
import type { AppointmentParts } from "./parts.ts";
import { bookingShown, officeOf, requirements } from "./shown.ts";

const person = ["name", "document", "email", "phone", "whom", "guardian", "guardian-document"];
const refused = ["over", "already-booked", "conversation", "contact", "cancellations"];
const receipt = ["receipt", "calendar", "map", "bring"].map((key) => `booking.${key}`);

/**
 * Who: the booking itself, or a place on the wait-list. A correction of the person after a hold ran out must not book by itself:
 * `needs` of booking leaves the person out.
 */
export const bookingRows = {
  "appointments.book": { needs: ["service", "opening"], sets: ["booking", "code"], words: refused, run: book },
  "appointments.receipt": { needs: ["booking", "code"], texts: receipt, run: tellReceipt },
  "appointments.join": { needs: ["service", "office", "when", ...person], words: ["already-booked", "already-listed"], texts: ["booking.joined", "booking.entered"], run: join },
} satisfies Record<string, Row<AppointmentParts>>;

async function book({ appointments }: AppointmentParts, turn: ActionTurn): Promise<ActionResult> {
  const result = await appointments.book(turn.trx, { person: personIn(turn.slots), reach: reachOf(turn), now: turn.now });
  switch (result.status) {
    case "booked": return { slots: { booking: result.booking.id, code: result.code } };
    case "hold-over": return { to: "over" };
    case "already-booked": return { to: "already-booked" };
    case "too-many": return { to: result.why };
    default: return result satisfies never;
  }
}

async function tellReceipt(parts: AppointmentParts, { trx, slots, locale, now }: ActionTurn): Promise<ActionResult> {
  const booking = await parts.appointments.booking(trx, String(slots.booking), now);
  if (!booking) throw new Error("appointments.receipt: the booking that was just made is not there");
  return { says: receiptOf(parts, booking, String(slots.code), locale) };
}

/** Number, code, calendar, map where an address is known, and what to bring. */
export const receiptOf = (parts: AppointmentParts, booking: Booking, code: string, locale: ActionTurn["locale"]): Utterance[] => [
  { key: "booking.receipt", params: { ...bookingShown(parts, booking), code, page: parts.links.bookings() } },
  ...papers(parts, booking, locale),
];

export const papers = (parts: AppointmentParts, booking: Booking, locale: ActionTurn["locale"]): Utterance[] => {
  const asked = requirements(parts, booking.service, locale);
  const map = parts.appointments.office(booking.opening.office)?.map;
  return [
    { key: "booking.calendar", params: { link: parts.links.calendar(booking) } },
    ...(map ? [{ key: "booking.map", params: { link: `https://www.openstreetmap.org/?mlat=${map.lat}&mlon=${map.lon}#map=17/${map.lat}/${map.lon}` } }] : []),
    ...(asked.length > 0 ? [{ key: "booking.bring" }, ...asked] : []),
  ];
};

/** On the wait-list, or among those of the draw that is open. */
async function join({ appointments }: AppointmentParts, turn: ActionTurn): Promise<ActionResult> {
  const { trx, slots, now } = turn;
  const [office, service] = [String(slots.office), String(slots.service)];
  const given = { person: personIn(slots), reach: reachOf(turn), now };
  const where = { office: officeOf(appointments, office) };
  const draw = appointments.draws(service, now).find((one) => one.office === office);
  const { from, to } = readWish(String(slots.when)) ?? {};
  const days = { ...(from && { from }), ...(to && { to }) };
  const result = draw ? await appointments.enter(trx, { draw, ...given }) : await appointments.join(trx, { office, service, ...days, ...given });
  switch (result.status) {
    case "joined": return { says: [draw ? { key: "booking.entered", params: where } : { key: "booking.joined", params: { ...where, position: result.position, minutes: appointments.rules.offerMinutes } }] };
    case "already-booked":
    case "already-listed": return { to: result.status };
    case "no-such-service": throw new Error(`appointments.join: "${office}" does not attend "${service}"`);
    default: return result satisfies never;
  }
}

const personIn = (slots: Slots): Person => {
  const known = (slot: string) => (typeof slots[slot] === "string" ? slots[slot] : undefined);
  const [email, phone, guardian, document] = ["email", "phone", "guardian", "guardian-document"].map(known);
  return {
    document: String(slots.document), name: String(slots.name),
    ...(email ? { email } : {}), ...(phone ? { phone } : {}),
    ...(slots.whom === "child" && guardian && document ? { guardian: { name: guardian, document } } : {}),
  };
};

const reachOf = ({ conversationId, channel, locale }: ActionTurn): Reach => ({ conversationId, channel, locale });
