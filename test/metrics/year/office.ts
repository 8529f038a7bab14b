import { addBusinessDays, addDays, businessDaysBetween, dayOf, instantOf } from "../../../src/calendar.ts";
import { caseKinds } from "../../../src/cases/types.ts";
import type { Random } from "./random.ts";

type Row = Record<string, unknown>;

const minuteMs = 60_000;
const terms: Record<string, number | null> = { "petition-information": 10, "petition-copies": 10, "petition-consultation": 30, compliment: null };
const places = Array.from({ length: 12 }, (_, i) => ({ office: `office-${String(i).padStart(2, "0")}`, counter: i % 3 === 0 ? "b" : "a" }));

type Span = { first: string; days: number };

/** Cases filed over the days: answered, late, extended, transferred, withdrawn or still open. */
export const cases = (random: Random, count: number, span: Span) => {
  const tables = { case_file: [] as Row[], case_event: [] as Row[] };
  for (let sequence = 1; sequence <= count; sequence++) {
    const made = caseOf(random, sequence, span);
    tables.case_file.push(made.file);
    for (let times = made.extensions; times > 0; times--) tables.case_event.push({ case_id: made.file["id"], at: new Date((made.file["filed_at"] as Date).getTime() + 5 * 86_400_000), did: "extended", by_kind: "staff", detail: {} });
    tables.case_event.push({ case_id: made.file["id"], at: made.file["filed_at"], did: "filed", by_kind: "citizen", detail: {} });
  }
  return tables;
};

const caseOf = (random: Random, sequence: number, { first, days }: Span): { file: Row; extensions: number } => {
  const filed = new Date(instantOf(addDays(first, random.below(days)), "00:00").getTime() + random.below(1440 * minuteMs));
  const from = addBusinessDays(addDays(dayOf(filed), -1), 1);
  const kind = random.one(caseKinds);
  const term = terms[kind] === undefined ? 15 : terms[kind];
  const due = term === null ? null : addBusinessDays(from, term);
  const state = random.weighted([["answered", 70], ["assigned", 12], ["transferred", 8], ["withdrawn", 5], ["archived", 5]] as const);
  const closedOn = addBusinessDays(from, 1 + random.below(term === null ? 20 : Math.ceil(term * 1.2)));
  const closed = state === "assigned" ? null : new Date(instantOf(closedOn, "00:00").getTime() + random.below(1440 * minuteMs));
  return {
    extensions: random.weighted([[0, 93], [1, 6], [2, 1]] as const),
    file: {
      id: `case-${sequence}`, key: `case-${sequence}`, radicado: `SEED-${sequence}`, prefix: "SEED", year: 2026, sequence, code_hash: "-", kind, identity: "anonymous",
      channel: random.one(["web", "telegram", "page", "kiosk"]), locale: random.weighted([["es", 85], ["en", 15]] as const), state, unit: "general", filed_at: filed,
      reading: "article-54", radicado_on: from, counts_from: from, term_days: term, extra_days: 0, pauses: [], due_on: due, ask_extended: false, story: "-", missing: [],
      ...(state === "transferred" ? { transferred_to: "-", transferred_on: closedOn, transfer_late: random.next() < 0.2 } : {}),
      ...(state === "answered" ? { answer: "-", answered_at: closed, answer_days: businessDaysBetween(from, closedOn) } : {}),
      closed_at: closed,
    },
  };
};

/** Openings of twelve offices, their seats, and so many bookings; what was noted once a day of the next opening. */
export const appointments = (random: Random, count: number, { first, days }: Span) => {
  const tables = { opening: [] as Row[], seat: [] as Row[], booking: [] as Row[], next_opening: [] as Row[] };
  for (let id = 1; tables.booking.length < count; id++) {
    const day = addDays(first, random.below(days));
    const starts = new Date(instantOf(day, "00:00").getTime() + (id % 1300) * minuteMs + Math.floor(id / 1300));
    const capacity = 1 + random.below(4);
    tables.opening.push({
      id, ...random.one(places), starts_at: starts, ends_at: new Date(starts.getTime() + 20 * minuteMs), day: random.next() < 0.1 ? addDays(day, 1) : day, time: "08:00",
      visible_from: starts, closes_at: starts, capacity,
    });
    for (let number = 1; number <= capacity + (random.next() < 0.05 ? 1 : 0); number++) {
      tables.seat.push({ opening_id: id, number, blocked: random.next() < 0.03 ? "closed" : null });
      const state = random.weighted([["attended", 55], ["no-show", 12], ["unmarked", 5], ["cancelled", 10], ["", 18]] as const);
      if (state !== "") tables.booking.push(bookingOf(random, { id, number, state, day, is: tables.booking.length, isExtra: number > capacity }));
    }
  }
  for (let i = 0; i < days; i++) for (const place of places) tables.next_opening.push({ day: addDays(first, i), ...place, days: random.next() < 0.1 ? null : random.below(45) });
  return tables;
};

const bookingOf = (random: Random, { id, number, state, day, is, isExtra }: { id: number; number: number; state: string; day: string; is: number; isExtra: boolean }): Row => ({
  uid: `seed-${is}`, opening_id: id, seat: number, service: "seed", state, document_hash: `seed-${is}`, contact_hashes: [], booked_at: instantOf(day, "00:00"), walk_in: isExtra,
  changes: 0, sequence: 0, locale: random.weighted([["es", 85], ["en", 15]] as const), channel: isExtra ? null : random.one(["web", "telegram", "kiosk"]),
  ...(state === "cancelled" ? { cancelled_by: random.weighted([["citizen", 80], ["office", 20]] as const), cancelled_at: new Date(instantOf(day, "00:00").getTime() - random.below(10 * 1440) * minuteMs) } : {}),
});

/** Referrals and what came of them, trials of the content each month, and a heartbeat for most hours. */
export const rest = (random: Random, count: number, { first, days }: Span) => {
  const instant = () => new Date(instantOf(addDays(first, random.below(days)), "00:00").getTime() + random.below(1440 * minuteMs));
  const referral = Array.from({ length: count }, (_, i): Row => {
    const sent = instant();
    const outcome = random.weighted([["helped", 20], ["partly", 10], ["not-helped", 8], ["not-contacted", 5], [null, 57]] as const);
    return {
      key: `seed-${i}`, institution: `institution-${random.below(9)}`, need: "health", state: "sent", step: 0, letters: 1, reminders: 0, by_hand: false, by_kind: "citizen",
      channel: random.one(["web", "telegram"]), locale: random.one(["es", "en"]), follow_up: true, sent_at: sent, changed_at: sent, outcome,
      outcome_at: outcome === null ? null : new Date(sent.getTime() + random.below(20 * 1440) * minuteMs),
    };
  });
  const evaluation = Array.from({ length: Math.ceil(days / 30) }, (_, i): Row =>
    ({ content: `seed-${i}`, at: new Date(instantOf(addDays(first, i * 30), "13:00")), full: 180 + random.below(15), partial: random.below(9), asked: random.below(5), silent: random.below(4), wrong: random.below(3) }));
  const heartbeat = Array.from({ length: days * 24 }, (_, i): Row => {
    const hour = new Date(instantOf(first, "00:00").getTime() + i * 60 * minuteMs);
    return { hour, minutes: random.next() < 0.98 ? 60 : 1 + random.below(59), last_minute: hour };
  }).filter(() => random.next() > 0.002);
  return { referral, evaluation, heartbeat };
};
