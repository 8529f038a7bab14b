import { sql, type Kysely } from "kysely";
import { addBusinessDays, type Day, dayOf } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import { daysLeft, type CivicDays } from "./clock.ts";
import { civicDays, type CaseRow } from "./deeds.ts";
import type { CaseParts } from "./parts.ts";
import { caseRoles, closedStates, openStates, type CaseKind, type CaseState, type Priority } from "./types.ts";

/** More than five business days left; two to five; the last one or its day; none; no clock runs. */
export const lights = ["green", "amber", "red", "over", "none"] as const;
export type Light = (typeof lights)[number];

export type InboxFilter = {
  state?: CaseState | "open" | "closed";
  light?: Light;
  unit?: string;
  /** A member's id; "none": nobody has it. */
  officer?: string;
  kind?: CaseKind;
  priority?: boolean;
  radicado?: string;
  page: number;
};

export type InboxLine = {
  id: string; radicado: string; kind: CaseKind; state: CaseState; identity: CaseRow["identity"]; locale: CaseRow["locale"]; channel: string; unit: string;
  officer: { id: string; name: string } | null; priority: Priority | null; filedAt: Date; radicadoOn: Day; dueOn: Day | null; askUntil: Day | null;
  daysLeft: number | null; light: Light;
};

const pageSize = 50;

/** Cases by what is due first, those with priority before the others; no words of anybody's. */
export const inbox = async ({ db, now }: Pick<CaseParts, "db" | "now">, filter: InboxFilter): Promise<{ cases: InboxLine[]; total: number; pages: number; lights: Record<Light, number> }> => {
  const today = dayOf(now());
  const civic = await civicDays(db);
  const bounds = { today, red: addBusinessDays(today, 1, civic), amber: addBusinessDays(today, 5, civic) };
  const found = filtered(db, filter, bounds);
  const rows = await found
    .leftJoin("staff_user", "staff_user.id", "case_file.officer_id").selectAll("case_file").select(["staff_user.name as officer_name"])
    .orderBy(sql`closed_at is not null`).orderBy(sql`priority is null`).orderBy(sql`coalesce(due_on, ask_until) asc nulls last`).orderBy("filed_at").orderBy("case_file.id")
    .limit(pageSize).offset((filter.page - 1) * pageSize).execute();
  const { total } = await found.select(({ fn }) => fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  return { cases: rows.map((row) => lineOf(row, today, civic)), total: Number(total), pages: Math.max(1, Math.ceil(Number(total) / pageSize)), lights: await counted(db, filter, bounds) };
};

type Bounds = { today: Day; red: Day; amber: Day };

const filtered = (db: Kysely<Tables>, { state, light, unit, officer, kind, priority, radicado }: InboxFilter, bounds: Bounds) =>
  db.selectFrom("case_file")
    .$if(state === "open", (q) => q.where("state", "in", [...openStates]))
    .$if(state === "closed", (q) => q.where("state", "in", [...closedStates]))
    .$if(state !== undefined && state !== "open" && state !== "closed", (q) => q.where("state", "=", state as CaseState))
    .$if(light !== undefined, (q) => q.where(lightIs(light!, bounds)))
    .$if(unit !== undefined, (q) => q.where("unit", "=", unit!))
    .$if(officer === "none", (q) => q.where("officer_id", "is", null))
    .$if(officer !== undefined && officer !== "none", (q) => q.where("officer_id", "=", officer!))
    .$if(kind !== undefined, (q) => q.where("kind", "=", kind!))
    .$if(priority !== undefined, (q) => q.where("priority", priority ? "is not" : "is", null))
    .$if(radicado !== undefined, (q) => q.where("radicado", "=", radicado!));

const lightIs = (light: Light, { today, red, amber }: Bounds) => {
  switch (light) {
    case "over":
      return sql<boolean>`closed_at is null and due_on < ${today}::date`;
    case "red":
      return sql<boolean>`closed_at is null and due_on between ${today}::date and ${red}::date`;
    case "amber":
      return sql<boolean>`closed_at is null and due_on > ${red}::date and due_on <= ${amber}::date`;
    case "green":
      return sql<boolean>`closed_at is null and due_on > ${amber}::date`;
    case "none":
      return sql<boolean>`(closed_at is not null or due_on is null)`;
  }
};

const counted = async (db: Kysely<Tables>, { light: _one, ...filter }: InboxFilter, bounds: Bounds): Promise<Record<Light, number>> => {
  const { rows } = await sql<Record<Light, number>>`
    select ${sql.join(lights.map((light) => sql`count(*) filter (where ${lightIs(light, bounds)})::int as ${sql.ref(light)}`))}
    from (${filtered(db, filter, bounds).selectAll()}) as shown`.execute(db);
  return rows[0]!;
};

export const lightOf = (row: Pick<CaseRow, "due_on" | "closed_at">, today: Day, civic: CivicDays): Light => {
  if (row.closed_at !== null || row.due_on === null) return "none";
  const left = daysLeft(today, row.due_on, civic);
  if (left < 0 || row.due_on < today) return "over";
  return left <= 1 ? "red" : left <= 5 ? "amber" : "green";
};

export const lineOf = (row: CaseRow & { officer_name: string | null }, today: Day, civic: CivicDays): InboxLine => ({
  id: row.id, radicado: row.radicado, kind: row.kind, state: row.state, identity: row.identity, locale: row.locale, channel: row.channel, unit: row.unit,
  officer: row.officer_id === null ? null : { id: row.officer_id, name: row.officer_name ?? "" },
  priority: row.priority, filedAt: row.filed_at, radicadoOn: row.radicado_on, dueOn: row.due_on, askUntil: row.ask_until,
  daysLeft: row.due_on === null || row.closed_at !== null ? null : daysLeft(today, row.due_on, civic), light: lightOf(row, today, civic),
});

/** Open cases that are a member's, nobody's, and those of others that wait to be looked at. */
export const countsFor = async (db: Kysely<Tables>, staffId: string): Promise<{ mine: number; unassigned: number; toReview: number }> => {
  const { rows } = await sql<{ mine: number; unassigned: number; toReview: number }>`
    select count(*) filter (where officer_id = ${staffId})::int as mine,
      count(*) filter (where officer_id is null)::int as unassigned,
      count(*) filter (where state = 'in-review' and officer_id <> ${staffId})::int as "toReview"
    from case_file where closed_at is null`.execute(db);
  return rows[0]!;
};

/** Whom a case can be given to. */
export const officers = (db: Kysely<Tables>) =>
  db.selectFrom("staff_user").select(["id", "name", "role"]).where("disabled", "=", false).where("role", "in", [...caseRoles]).orderBy("name").orderBy("id").execute();
