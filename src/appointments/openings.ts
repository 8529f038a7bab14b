import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Counter, Office, Opening, OpeningQuery } from "./types.ts";

type Where = { office: Office; counter: Counter }[];

/** Openings with a seat that can be taken at this very moment, the soonest first. */
export const freeOpenings = async (db: Kysely<Tables>, where: Where, query: Omit<OpeningQuery, "service" | "offices">): Promise<Opening[]> => {
  if (where.length === 0) return [];
  const { rows } = await sql<Omit<Opening, "startsAt" | "endsAt"> & { starts_at: Date; ends_at: Date }>`
    select o.id, o.office, o.counter, o.starts_at, o.ends_at, o.day, o.time, count(*)::int as free
    ${freeSeats(where, query)}
    group by o.id order by o.starts_at, o.office, o.counter limit ${query.limit ?? 20}`.execute(db);
  return rows.map(({ starts_at, ends_at, ...rest }) => ({ ...rest, startsAt: starts_at, endsAt: ends_at }));
};

export type DayFree = { office: string; day: string; morning: number; afternoon: number };

/** Free seats by office, day and part of day: the morning ends at noon of the office's clock. */
export const freeDays = async (db: Kysely<Tables>, where: Where, query: Omit<OpeningQuery, "service" | "offices">): Promise<DayFree[]> => {
  if (where.length === 0) return [];
  const { rows } = await sql<DayFree>`
    select o.office, o.day, (count(*) filter (where o.time < '12:00'))::int as morning, (count(*) filter (where o.time >= '12:00'))::int as afternoon
    ${freeSeats(where, query)}
    group by o.office, o.day order by o.day, o.office limit ${query.limit ?? 60}`.execute(db);
  return rows;
};

/** A seat that nobody has: an overdue hold keeps nothing. */
export const isFree = (seat: string, now: Date): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(`${seat}.booking_id`)} is null and ${sql.ref(`${seat}.offer_id`)} is null and ${sql.ref(`${seat}.blocked`)} is null
  and (${sql.ref(`${seat}.hold_until`)} is null or ${sql.ref(`${seat}.hold_until`)} <= ${now}))`;

const freeSeats = (where: Where, { from, to, part, now }: Omit<OpeningQuery, "service" | "offices">) => sql`
  from opening o join seat s on s.opening_id = o.id
  where (o.office, o.counter) in (${sql.join(where.map(({ office, counter }) => sql`(${office.id}, ${counter.id})`))})
    and o.visible_from <= ${now} and o.closes_at > ${now} and ${isFree("s", now)}
    ${from === undefined ? sql`` : sql`and o.day >= ${from}`}
    ${to === undefined ? sql`` : sql`and o.day <= ${to}`}
    ${part === undefined ? sql`` : part === "morning" ? sql`and o.time < '12:00'` : sql`and o.time >= '12:00'`}`;
