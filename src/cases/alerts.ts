import { sql } from "kysely";
import { addBusinessDays, dayOf, type Day } from "../calendar.ts";
import { civicDays, type CaseRow, type Trx } from "./deeds.ts";
import type { Param } from "../flow/types.ts";
import type { CaseParts } from "./parts.ts";

/** Business days before the deadline, and its day itself. */
const steps = { expiry: 0, "before-1": 1, "before-3": 3, "before-5": 5 } as const;

/** Tells officers and supervisors of deadlines that come near, each of each step once; gives how many were told. */
export const alert = async (parts: CaseParts): Promise<number> => {
  const now = parts.now();
  const untold = await due(parts, dayOf(now));
  let told = 0;
  for (const { id, what } of untold) {
    told += await parts.db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom("case_file").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      return notifyHolders(parts, trx, row, { what, dueOn: row.due_on }, now);
    });
  }
  return told;
};

/** Open cases that have reached a step which somebody who holds them was not told of. */
const due = async ({ db }: CaseParts, today: Day): Promise<{ id: string; what: string }[]> => {
  const civic = await civicDays(db);
  const until = (count: number) => sql`${addBusinessDays(today, count, civic)}::date`;
  const reached = sql.join(Object.entries(steps).map(([what, count]) => sql`when due_on <= ${until(count)} then ${sql.lit(what)}`), sql` `);
  const { rows } = await sql<{ id: string; what: string }>`
    with near as (
      select id, officer_id, due_on, case ${reached} end as what from case_file
      where closed_at is null and due_on <= ${until(steps["before-5"])}
    )
    select id, what from near where exists (
      select from staff_user s where not s.disabled and (s.role = 'supervisor' or s.id = near.officer_id) and not exists (
        select from notification n where n.case_id = near.id and n.what = near.what and n.due_on = near.due_on and n.staff_id = s.id))
    order by due_on, id`.execute(db);
  return rows;
};

/**
 * A line on the page of whoever has the case and of every supervisor, and a letter, once for what it tells of; gives how
 * many people it was new to.
 */
export const notifyHolders = async (parts: CaseParts, trx: Trx, row: CaseRow, { what, dueOn, why = {} }: News, now: Date): Promise<number> => {
  let told = 0;
  for (const { id, email, locales } of await holders(trx, row)) {
    const key = `${what}:${row.id}:${dueOn ?? ""}:${id}`;
    const fresh = await trx
      .insertInto("notification").values({ key, staff_id: id, case_id: row.id, what, due_on: dueOn, at: now, seen_at: null })
      .onConflict((conflict) => conflict.column("key").doNothing()).returning("id").executeTakeFirst();
    if (!fresh) continue;
    told++;
    const locale = locales[0] ?? "es";
    const params = { radicado: row.radicado, due: dueOn === null ? "" : { date: dueOn }, ...why };
    await parts.mail?.(trx, {
      key: `notification:${key}`, to: email,
      subject: parts.texts.text(`mail.alert.${what}.subject`, locale, params), text: parts.texts.text(`mail.alert.${what}.text`, locale, params),
    }, now);
  }
  return told;
};

/** `why`: what its letter says beside number and deadline. */
type News = { what: string; dueOn: Day | null; why?: Record<string, Param> };

const holders = (trx: Trx, { officer_id: officer }: CaseRow) =>
  trx.selectFrom("staff_user").select(["id", "email", "locales"]).where("disabled", "=", false)
    .where(({ or, eb }) => or([eb("role", "=", "supervisor"), ...(officer === null ? [] : [eb("id", "=", officer)])]))
    .orderBy("id").execute();

/** What a member was told, newest first. */
export const notificationsOf = async ({ db }: Pick<CaseParts, "db">, staffId: string) => {
  const rows = await db
    .selectFrom("notification").innerJoin("case_file", "case_file.id", "notification.case_id")
    .select(["notification.id", "notification.what", "notification.due_on", "notification.at", "notification.seen_at", "case_file.id as case_id", "case_file.radicado"])
    .where("staff_id", "=", staffId).orderBy("notification.id", "desc").limit(100).execute();
  return rows.map(({ id, what, due_on, at, seen_at, case_id, radicado }) => ({ id, what, dueOn: due_on, at, seen: seen_at !== null, case: { id: case_id, radicado } }));
};

/** Marks what a member has seen, up to a line of theirs. */
export const seen = async ({ db, now }: Pick<CaseParts, "db" | "now">, staffId: string, upTo: string): Promise<void> => {
  await db.updateTable("notification").set({ seen_at: now() }).where("staff_id", "=", staffId).where("id", "<=", upTo).where("seen_at", "is", null).execute();
};
