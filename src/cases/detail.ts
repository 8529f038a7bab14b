import { dayOf } from "../calendar.ts";
import { civicDays, type CaseRow } from "./deeds.ts";
import { duplicatesOf } from "./duplicates.ts";
import { lineOf } from "./inbox.ts";
import type { CaseParts } from "./parts.ts";
import { computationOf } from "./receipt/said.ts";
import type { Officer, Refused } from "./types.ts";
import { mayRead } from "./work/access.ts";

/** All of a case for whoever works on it. Who asked for reserve is shown to those who supervise only. */
export const detailOf = async (parts: CaseParts, id: string, reader: Officer) => {
  const { db } = parts;
  const row = await db.selectFrom("case_file").leftJoin("staff_user", "staff_user.id", "case_file.officer_id")
    .selectAll("case_file").select("staff_user.name as officer_name").where("case_file.id", "=", id).executeTakeFirst();
  if (!row) return { refused: "not-found" } satisfies Refused;
  if (!mayRead(row, reader)) return { refused: "not-allowed" } satisfies Refused;
  const civic = await civicDays(db);
  const days = await computationOf(db, id);
  return {
    ...lineOf(row, dayOf(parts.now()), civic), ...words(row), ...times(row),
    person: await personOf(parts, row, reader),
    consents: await db.selectFrom("case_consent").select(["purpose", "version", "granted", "at"]).where("case_id", "=", id).orderBy("id").execute(),
    files: await db.selectFrom("case_attachment").select(["id", "side", "name", "type", "size", "sha256", "scan", "at"]).where("case_id", "=", id).orderBy("at").orderBy("id").execute(),
    additions: await db.selectFrom("case_addition").select(["at", "text"]).where("case_id", "=", id).orderBy("id").execute(),
    notes: await db.selectFrom("case_note").select(["at", "by_name as by", "text"]).where("case_id", "=", id).orderBy("id").execute(),
    drafts: await draftsOf(parts, id),
    history: await historyOf(parts, id),
    computation: typeof days === "string" ? [] : days,
    duplicates: await duplicatesOf(parts, db, row),
    about: row.about_id === null ? null : ((await db.selectFrom("case_file").select(["id", "radicado"]).where("id", "=", row.about_id).executeTakeFirst()) ?? null),
  };
};

const words = ({ story, asks, reasons, happened, place, missing, insisted, differential }: CaseRow) =>
  ({ story, asks, reasons, happened, place, missing, insisted, differential });

const times = (row: CaseRow) => ({
  termDays: row.term_days, extraDays: row.extra_days, extensionReason: row.extension_reason,
  asked: row.ask_what === null ? null : { what: row.ask_what, on: row.asked_on, until: row.ask_until, extended: row.ask_extended },
  transferred: row.transferred_to === null ? null : { to: row.transferred_to, on: row.transferred_on, late: row.transfer_late, receivedOn: row.received_on, dueOn: row.other_due_on },
  answer: row.answer === null ? null : { text: row.answer, at: row.answered_at, useful: row.useful },
  closedAt: row.closed_at,
});

const personOf = async ({ db }: CaseParts, row: CaseRow, reader: Officer) => {
  if (row.identity === "anonymous") return null;
  if (row.identity === "reserved" && !reader.supervises) return { reserved: true as const };
  const person = await db.selectFrom("case_person").selectAll().where("case_id", "=", row.id).executeTakeFirst();
  return person ? {
    name: person.name, email: person.email, phone: person.phone, address: person.address,
    document: person.document_number === null ? null : { type: person.document_type, number: person.document_number },
  } : null;
};

const draftsOf = async ({ db }: CaseParts, id: string) => {
  const rows = await db.selectFrom("case_draft").selectAll().where("case_id", "=", id).orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id, at: row.at, by: { id: row.by_id, name: row.by_name }, text: row.text, state: row.state,
    review: row.reviewed_at === null ? null : { by: row.reviewed_name, at: row.reviewed_at, reason: row.review_reason },
  }));
};

const historyOf = async ({ db }: CaseParts, id: string) => {
  const rows = await db.selectFrom("case_event").selectAll().where("case_id", "=", id).orderBy("id").execute();
  return rows.map(({ at, did, by_kind, by_name, detail }) => ({ at, did, by: by_kind === "staff" ? (by_name ?? "") : by_kind, detail }));
};
