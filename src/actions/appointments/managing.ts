import type { Booking, Offer } from "../../appointments/types.ts";
import type { ActionTurn } from "../../conversation/response.ts";
import type { ActionResult, Choice, Json, Slots, Utterance } from "../../flow/types.ts";
import { options, type Row } from "../row.ts";
import { papers } from "./booking.ts";
import type { AppointmentParts } from "./parts.ts";
import { bookingShown, clockAt, officeOf, openingShown, serviceShown } from "./shown.ts";

const deeds = ["confirm", "move", "cancel", "papers", "done"] as const;
const refusals = ["no-changes-left", "too-late", "not-live", "other-service"].map((why) => `booking.not-changed.${why}`);

/** A booking by number and code, or of this very conversation: see it, change it, cancel it, say that one comes. */
export const managingRows = {
  "appointments.mine": { sets: ["booking", "bookings", "offer", "offer-title", "offer-office", "offer-day", "offer-time", "offer-until"], words: ["known", "several", "waiting"], texts: ["booking.which.offer", "booking.which.other", "booking.which.waiting"], run: mine },
  "appointments.list": { sets: [], texts: ["booking.waiting-for"], run: list },
  "appointments.leave": { needs: [], texts: ["booking.left-list"], run: leave },
  "appointments.prove": { needs: ["number", "code"], sets: ["booking"], words: ["found", "too-many-tries"], run: prove },
  "appointments.show": { needs: ["booking"], sets: ["service", "office", "office-name", "deeds"], words: ["over"], texts: ["booking.details", "booking.confirmed-before", ...deeds.map((deed) => `booking.deed.${deed}`)], run: show },
  "appointments.papers": { needs: ["booking"], texts: ["booking.calendar", "booking.map", "booking.bring"], run: tellPapers },
  "appointments.confirm": { needs: ["booking"], texts: ["booking.confirmed", "booking.not-changed.not-live"], run: confirm },
  "appointments.cancel": { needs: ["booking"], texts: ["booking.cancelled", "booking.not-changed.not-live"], run: cancel },
  "appointments.change": { needs: ["booking", "opening"], words: ["taken", "refused"], texts: ["booking.changed", "booking.changes-left.some", "booking.changes-left.none", "booking.calendar", ...refusals], run: change },
} satisfies Record<string, Row<AppointmentParts>>;

/** What this conversation booked or is being offered: one booking is taken as meant, of several one asks. */
async function mine(parts: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  if (slots.number !== undefined) return {};
  const { appointments } = parts;
  const [bookings, offer] = [await appointments.ofConversation(trx, conversationId, now), await appointments.offer(trx, conversationId, now)];
  const waits = (await appointments.waitingOf(trx, conversationId)).length > 0;
  if (bookings.length + (offer ? 1 : 0) === 0) return waits ? { to: "waiting" } : {};
  if (!offer && !waits && bookings.length === 1) return { to: "known", slots: { booking: bookings[0]!.id } };
  const choices: Choice[] = [
    ...(offer ? [{ value: "offer", title: { key: "booking.which.offer" } }] : []),
    ...bookings.map(({ id, opening }): Choice => ({ value: id, title: openingShown(opening) })),
    ...(waits ? [{ value: "waiting", title: { key: "booking.which.waiting" } }] : []),
    { value: "other", title: { key: "booking.which.other" } },
  ];
  return { to: "several", slots: { bookings: options(choices), ...(offer ? offered(parts, offer) : {}) } };
}

/** The wait-lists that this conversation is on. */
async function list(parts: AppointmentParts, { trx, conversationId }: ActionTurn): Promise<ActionResult> {
  const waits = await parts.appointments.waitingOf(trx, conversationId);
  return { says: waits.map(({ office, service }): Utterance => ({ key: "booking.waiting-for", params: { title: serviceShown(parts.answers, service), office: officeOf(parts.appointments, office) } })) };
}

async function leave({ appointments }: AppointmentParts, { trx, conversationId, now }: ActionTurn): Promise<ActionResult> {
  await appointments.leave(trx, conversationId, now);
  return { says: [{ key: "booking.left-list" }] };
}

const offered = (parts: AppointmentParts, offer: Offer): Slots => {
  const { title, office, day, time } = bookingShown(parts, offer) as Record<string, Json>;
  return { offer: offer.id, "offer-title": title!, "offer-office": office!, "offer-day": day!, "offer-time": time!, "offer-until": clockAt(offer.until) };
};

async function prove({ appointments }: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  const result = await appointments.prove(trx, { number: String(slots.number), code: String(slots.code), who: conversationId, now });
  if (result.status === "found") return { to: "found", slots: { booking: result.booking.id } };
  return result.status === "too-many-tries" ? { to: "too-many-tries" } : {};
}

async function show(parts: AppointmentParts, turn: ActionTurn): Promise<ActionResult> {
  const booking = await bookingOf(parts, turn);
  if (!isLive(booking, turn.now)) return { to: "over" };
  const can = deeds.filter((deed) => (deed === "confirm" ? !booking.confirmedAt : deed === "move" ? booking.changesLeft > 0 : true));
  return {
    slots: { service: booking.service, office: booking.opening.office, "office-name": officeOf(parts.appointments, booking.opening.office), deeds: options(can.map((value) => ({ value, title: { key: `booking.deed.${value}` } }))) },
    says: [{ key: "booking.details", params: bookingShown(parts, booking) }, ...(booking.confirmedAt ? [{ key: "booking.confirmed-before" }] : [])],
  };
}

async function tellPapers(parts: AppointmentParts, turn: ActionTurn): Promise<ActionResult> {
  return { says: papers(parts, await bookingOf(parts, turn), turn.locale) };
}

async function confirm(parts: AppointmentParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const result = await parts.appointments.confirm(trx, { booking: String(slots.booking), now });
  return { says: [result.status === "confirmed" ? { key: "booking.confirmed", params: bookingShown(parts, result.booking) } : { key: "booking.not-changed.not-live" }] };
}

async function cancel(parts: AppointmentParts, { trx, slots, now }: ActionTurn): Promise<ActionResult> {
  const result = await parts.appointments.cancel(trx, { booking: String(slots.booking), now });
  return { says: [result.status === "cancelled" ? { key: "booking.cancelled", params: bookingShown(parts, result.booking) } : { key: "booking.not-changed.not-live" }] };
}

async function change(parts: AppointmentParts, { trx, slots, conversationId, now }: ActionTurn): Promise<ActionResult> {
  const result = await parts.appointments.change(trx, { booking: String(slots.booking), opening: String(slots.opening), conversationId, now });
  if (result.status === "taken") return { to: "taken" };
  if (result.status !== "changed") return { to: "refused", says: [{ key: `booking.not-changed.${result.status}` }] };
  return { says: changed(parts, result.booking) };
}

/** The calendar file is a newer one of the same event. */
const changed = (parts: AppointmentParts, booking: Booking): Utterance[] => [
  { key: "booking.changed", params: bookingShown(parts, booking) },
  booking.changesLeft > 0 ? { key: "booking.changes-left.some", params: { count: booking.changesLeft } } : { key: "booking.changes-left.none" },
  { key: "booking.calendar", params: { link: parts.links.calendar(booking) } },
];

const bookingOf = async ({ appointments }: AppointmentParts, { trx, slots, now }: ActionTurn): Promise<Booking> => {
  const booking = await appointments.booking(trx, String(slots.booking), now);
  if (!booking) throw new Error("appointments: a booking that was found before is not there any more");
  return booking;
};

const isLive = ({ state, opening }: Booking, now: Date): boolean => state === "booked" && opening.endsAt > now;
