import { randomUUID } from "node:crypto";
import type { Insertable, Kysely } from "kysely";
import { addDays, instantOf, type Day } from "../../src/calendar.ts";
import type { Tables } from "../../src/db/tables.ts";

type Chance = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const chanceOf = (seed: number): Chance => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Rows of a small office between two days, with many groups of a few people; `busy` turns a day in the mean. */
export const fillDays = async (db: Kysely<Tables>, { from, to, seed, busy }: { from: Day; to: Day; seed: number; busy: number }): Promise<void> => {
  const chance = chanceOf(seed);
  const turns: Insertable<Tables["turn"]>[] = [];
  const people: Insertable<Tables["people_day"]>[] = [];
  const cases: Insertable<Tables["case_file"]>[] = [];
  const handoffs: Insertable<Tables["handoff"]>[] = [];
  const ratings: Insertable<Tables["rating"]>[] = [];
  const bookings: { opening: Insertable<Tables["opening"]>; states: Insertable<Tables["booking"]>["state"][] }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (let count = around(chance, busy); count > 0; count--) turns.push(turnOn(day, chance));
    for (const channel of ["web", "telegram"]) if (chance() < 0.8) people.push({ day, channel, locale: "es", people: 1 + around(chance, busy / 8) });
    for (let count = around(chance, busy / 20); count > 0; count--) cases.push(caseOn(day, chance));
    for (let count = around(chance, busy / 25); count > 0; count--) handoffs.push(handoffOn(day, chance));
    for (let count = around(chance, busy / 15); count > 0; count--) ratings.push({ conversation_id: randomUUID(), score: 1 + Math.floor(chance() * 5), locale: "es", channel: "web", at: at(day, chance) });
    bookings.push({ opening: openingOn(day, pick(chance, offices)), states: Array.from({ length: 3 }, () => pick(chance, bookingStates)) });
  }
  await inParts(turns, (part) => db.insertInto("turn").values(part).execute());
  await inParts(people, (part) => db.insertInto("people_day").values(part).execute());
  await inParts(cases, (part) => db.insertInto("case_file").values(part).execute());
  await inParts(handoffs, (part) => db.insertInto("handoff").values(part).execute());
  await inParts(ratings, (part) => db.insertInto("rating").values(part).execute());
  await fillBookings(db, bookings);
};

const around = (chance: Chance, mean: number): number => Math.floor(chance() * 2 * mean + 0.5);
const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() ** 2 * from.length)]!;
const at = (day: Day, chance: Chance): Date => new Date(instantOf(day, "06:00").getTime() + Math.floor(chance() * 16 * 3_600_000));

const outcomes = ["answered", "answered", "flow-completed", "flow-continued", "answered-disambiguated", "unanswered-no-source", "repaired-cancel", "handed-off-requested", "refused-out-of-scope", "unanswered-unclear", "refused-unsafe", "flow-abandoned", "failed", "danger-violence"] as const;
const channels = ["web", "telegram", "kiosk"] as const;
const topics = [null, "identity", "stay", "certificates", "travel", "protection"] as const;
const flows = ["book-appointment", "file-case", "find-tramite", "contact"] as const;
const kinds = ["petition-general", "petition-information", "complaint", "claim", "petition-copies", "suggestion", "compliment", "report"] as const;
const offices = ["bogota", "medellin", "cali"] as const;
const bookingStates = ["attended", "attended", "no-show", "unmarked", "cancelled"] as const;

const turnOn = (day: Day, chance: Chance): Insertable<Tables["turn"]> => {
  const outcome = pick(chance, outcomes);
  const isFlow = outcome.startsWith("flow-") || outcome === "repaired-cancel";
  const conversation = Math.floor(chance() * 12);
  return {
    conversation_id: `c-${day}-${conversation}`, channel: channels[Math.floor(Math.sqrt(conversation))] ?? "web", turn_id: randomUUID(), outcome, locale: chance() < 0.85 ? "es" : "en", intent: null,
    flow: isFlow ? pick(chance, flows) : null, step: isFlow ? "details" : null, passages: "[]", score: null, ms: 20, begun_by: "citizen", topic: pick(chance, topics), began_flow: isFlow && chance() < 0.5, at: at(day, chance),
  };
};

let filed = 0;

const caseOn = (day: Day, chance: Chance): Insertable<Tables["case_file"]> => {
  filed += 1;
  const took = Math.floor(chance() * 25);
  const isAnswered = chance() < 0.8;
  const closed = isAnswered ? instantOf(addDays(day, took + 1), "11:00") : null;
  return {
    id: randomUUID(), key: randomUUID(), radicado: `PQR-2026-${String(filed).padStart(6, "0")}-AA`, prefix: "PQR", year: 2026, sequence: filed, code_hash: "-", kind: pick(chance, kinds), identity: "anonymous",
    channel: "web", conversation_id: null, locale: "es", state: isAnswered ? "answered" : "filed", unit: "citizen-service", officer_id: null, priority: null, filed_at: at(day, chance), reading: "article-54",
    radicado_on: day, counts_from: day, term_days: 15, pauses: "[]", due_on: addDays(day, 21), ask_what: null, asked_on: null, ask_until: null, story: "-", asks: null, reasons: null, happened: null, place: null,
    missing: "[]", insisted: null, differential: null, about_id: null, transferred_to: null, transferred_on: null, transfer_late: null, received_on: null, other_due_on: null, extension_reason: null,
    answer: isAnswered ? "-" : null, answered_at: closed, answer_days: isAnswered ? took : null, useful: null, closed_at: closed,
  };
};

const handoffOn = (day: Day, chance: Chance): Insertable<Tables["handoff"]> => {
  const asked = at(day, chance);
  const waited = Math.floor(chance() * 45) + (chance() < 0.1 ? 900 : 0);
  const left = chance() < 0.2;
  const due = new Date(asked.getTime() + 30 * 60_000);
  const replied = new Date(asked.getTime() + waited * 60_000);
  return {
    id: randomUUID(), conversation_id: randomUUID(), turn_id: randomUUID(), channel: "web", locale: "es", topic: pick(chance, ["general", "documents", "stay"]), skill: null, reason: pick(chance, ["requested", "misses", "flow"]),
    danger: false, asked_at: asked, due_at: due, warned_at: null, state: left ? "left" : "closed", claimed_by: null, claimed_name: null, claimed_at: null, first_reply_at: left ? null : replied,
    closed_at: new Date(left ? asked.getTime() + 300_000 : replied.getTime() + 600_000), close_reason: null, first_reply_minutes: left ? null : waited,
  };
};

const openingOn = (day: Day, office: string): Insertable<Tables["opening"]> => ({
  office, counter: "one", starts_at: instantOf(day, "09:00"), ends_at: instantOf(day, "09:20"), day, time: "09:00", visible_from: instantOf(day, "00:00"), closes_at: instantOf(day, "08:00"), capacity: 6,
});

const fillBookings = async (db: Kysely<Tables>, bookings: { opening: Insertable<Tables["opening"]>; states: Insertable<Tables["booking"]>["state"][] }[]): Promise<void> => {
  const ids = await db.insertInto("opening").values(bookings.map(({ opening }) => opening)).returning("id").execute();
  const rows = bookings.flatMap(({ opening, states }, at) => states.map((state, seat): Insertable<Tables["booking"]> => ({
    uid: randomUUID(), opening_id: ids[at]!.id, seat: seat + 1, service: "ce", state, cancelled_by: state === "cancelled" ? "citizen" : null, cancelled_at: state === "cancelled" ? opening.visible_from : null,
    code_hash: "-", booked_at: opening.visible_from, moved_at: null, confirmed_at: null, forgotten_at: null, document_hash: randomUUID(), document_ending: null, contact_hashes: [], name: null, email: null, phone: null,
    guardian: null, guardian_ending: null, conversation_id: null, channel: "web", locale: "es", consent_at: null,
  })));
  await inParts(rows, (part) => db.insertInto("booking").values(part).execute());
};

const inParts = async <T>(rows: T[], insert: (part: T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500));
};
