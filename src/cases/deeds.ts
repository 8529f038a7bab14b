import { sql, type Kysely, type Selectable, type Transaction, type Updateable } from "kysely";
import { type Day, dayOf } from "../calendar.ts";
import type { CaseTables } from "../db/case-tables.ts";
import type { Tables } from "../db/tables.ts";
import { type CivicDays, type Clock, deadline } from "./clock.ts";
import type { CaseParts } from "./parts.ts";
import { closedStates, type CaseDeed, type CaseState, type Officer, type Refused } from "./types.ts";
import { queueWebhook } from "./webhook.ts";

export type Trx = Transaction<Tables>;
export type CaseRow = Selectable<CaseTables["case_file"]>;
export type Detail = Record<string, string | number | boolean | null>;

/** Who did it: a person of the office, the citizen, or the clock by itself. */
export type By = Officer | "citizen" | "clock";

/** What a deed works with: the case, locked. */
export type Scene = { trx: Trx; row: CaseRow; civic: CivicDays; today: Day; now: Date };

/** Runs a deed on a case that is locked for it. A deed that refuses does so before it changes anything. */
export const onCase = async <T>(trx: Trx, id: string, now: Date, deed: (scene: Scene) => Promise<T | Refused>): Promise<T | Refused> => {
  const row = await trx.selectFrom("case_file").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) return { refused: "not-found" };
  return deed({ trx, row, civic: await civicDays(trx), today: dayOf(now), now });
};

/** The same in a transaction of its own. */
export const within = <T>({ db, now }: CaseParts, id: string, deed: (scene: Scene) => Promise<T | Refused>): Promise<T | Refused> =>
  db.transaction().execute((trx) => onCase(trx, id, now(), deed));

/** The civic days that hold, each with its norm. */
export const civicDays = async (db: Kysely<Tables>): Promise<CivicDays> => {
  const rows = await db.selectFrom("civic_day").select(["day", "norm"]).where("revoked_at", "is", null).execute();
  return new Map(rows.map(({ day, norm }) => [day, norm]));
};

/** A number of our own among the database's advisory locks. */
const civicLock = 1_437_054;

/** Who files waits for whoever enters a civic day, and the other way round: no case is filed by days that no longer hold. */
export const holdCivicDays = async (trx: Trx, to: "read" | "change"): Promise<void> => {
  await (to === "read" ? sql`select pg_advisory_xact_lock_shared(${civicLock})` : sql`select pg_advisory_xact_lock(${civicLock})`).execute(trx);
};

export const clockOf = ({ counts_from: from, term_days: days, extra_days: extra, pauses }: CaseRow): Clock | undefined =>
  days === null ? undefined : { from, days, extra, pauses };

export const dueOf = (row: CaseRow, civic: CivicDays): Day | null => {
  const clock = clockOf(row);
  return clock ? deadline(clock, civic) : null;
};

export const isOpen = (state: CaseState): boolean => !(closedStates as readonly string[]).includes(state);

/** Where a case goes on once nothing is awaited any more. */
export const atWork = ({ officer_id: officer }: CaseRow): "assigned" | "filed" => (officer === null ? "filed" : "assigned");

export type Changes = Partial<Omit<CaseRow, "missing">>;

/** Changes the case, and its deadline with it; gives it as it is then. */
export const change = async ({ trx, row, civic }: Scene, values: Changes): Promise<CaseRow> => {
  const after = { ...row, ...values };
  const due = isOpen(after.state) ? dueOf(after, civic) : row.due_on;
  const { pauses, ...plain } = values;
  const set: Updateable<CaseTables["case_file"]> = { ...plain, ...(pauses ? { pauses: JSON.stringify(pauses) } : {}), due_on: due };
  return trx.updateTable("case_file").set(set).where("id", "=", row.id).returningAll().executeTakeFirstOrThrow();
};

/** Adds a line to what happened, for whoever asks and for records systems. */
export const happened = async (parts: CaseParts, { trx, now }: Pick<Scene, "trx" | "now">, row: CaseRow, did: CaseDeed, by: By, detail: Detail = {}): Promise<string> => {
  const who = typeof by === "string" ? { by_kind: by, by_id: null, by_name: null } : { by_kind: "staff" as const, by_id: by.id, by_name: by.name };
  const { id } = await trx
    .insertInto("case_event")
    .values({ case_id: row.id, at: now, did, ...who, detail: JSON.stringify(detail) })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (parts.webhook) await queueWebhook(trx, { id, did, row, at: now });
  return id;
};
