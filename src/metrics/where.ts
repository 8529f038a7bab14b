import { sql, type RawBuilder } from "kysely";
import { sliceKeys, type Period, type Slice } from "./types.ts";

/** That an instant lies in a period: from the first midnight of Bogotá until before the one after its last day. */
export const during = (instant: string, { from, to }: Period): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(instant)} >= ${from}::date::timestamp at time zone 'America/Bogota'
  and ${sql.ref(instant)} < (${to}::date + 1)::timestamp at time zone 'America/Bogota')`;

/** That a day lies in a period. */
export const onDays = (day: string, { from, to }: Period): RawBuilder<boolean> => sql<boolean>`(${sql.ref(day)} between ${from}::date and ${to}::date)`;

/** The instant at which a period is over. */
export const endOf = ({ to }: Period): RawBuilder<Date> => sql<Date>`((${to}::date + 1)::timestamp at time zone 'America/Bogota')`;

/** The day of Bogotá of an instant. */
export const dayAt = (instant: string): RawBuilder<string> => sql<string>`((${sql.ref(instant)} at time zone 'America/Bogota')::date)`;

/** That a row belongs to a slice, by the columns of that name; `table` is how the query calls it. */
export const sliced = (slice: Slice, table: string): RawBuilder<boolean> => {
  const parts = sliceKeys.filter((key) => slice[key] !== undefined).map((key) => sql`${sql.ref(`${table}.${key}`)} = ${slice[key]}`);
  return parts.length > 0 ? sql<boolean>`(${sql.join(parts, sql` and `)})` : sql<boolean>`true`;
};
