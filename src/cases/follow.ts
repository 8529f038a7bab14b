import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { dayOf } from "../calendar.ts";
import { daysLeft } from "./clock.ts";
import { civicDays, isOpen, type CaseRow } from "./deeds.ts";
import { filesOf } from "./files.ts";
import type { CaseParts } from "./parts.ts";
import type { CaseDeed, FollowedCase } from "./types.ts";

/** Days of the office itself: the person is not shown them. */
const inner: readonly CaseDeed[] = ["drafted", "review-asked", "review-returned", "approved", "noted", "prioritised", "kind-changed"];

/** A case as the person sees it. */
export const followed = async ({ setup }: CaseParts, db: Kysely<Tables>, row: CaseRow, now: Date): Promise<FollowedCase> => {
  const events = await db.selectFrom("case_event").select(["at", "did"]).where("case_id", "=", row.id).orderBy("id").execute();
  const unit = setup.units.find(({ id }) => id === row.unit) ?? setup.units[0]!;
  return {
    id: row.id, radicado: row.radicado, kind: row.kind, state: row.state, locale: row.locale,
    filedAt: row.filed_at, radicadoOn: row.radicado_on, dueOn: row.due_on,
    daysLeft: row.due_on !== null && isOpen(row.state) ? daysLeft(dayOf(now), row.due_on, await civicDays(db)) : null,
    unit: unit.name, next: `case.next.${row.state}`,
    ...(awaits(row) ? { asked: { what: row.ask_what!, until: row.ask_until! } } : {}),
    ...(row.extension_reason !== null && row.due_on !== null ? { extended: { reason: row.extension_reason, until: row.due_on } } : {}),
    ...(row.transferred_to === null ? {} : { transferred: { to: row.transferred_to, on: row.transferred_on!, ...(row.other_due_on === null ? {} : { dueOn: row.other_due_on }) } }),
    ...(row.answer === null ? {} : { answer: { text: row.answer, at: row.answered_at!, files: await filesOf(db, row.id, "answer") } }),
    useful: row.useful,
    history: events.filter(({ did }) => !inner.includes(did)),
    may: mayDo(row),
  };
};

export const awaits = ({ state }: CaseRow): boolean => state === "awaiting-completion" || state === "awaiting-clarification";

const mayDo = (row: CaseRow): FollowedCase["may"] => ({
  add: isOpen(row.state),
  withdraw: isOpen(row.state),
  complain: row.state === "answered",
  rate: row.state === "answered" && row.useful === null,
  askMoreTime: row.state === "awaiting-completion" && !row.ask_extended,
});
