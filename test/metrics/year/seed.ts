import { sql, type Kysely } from "kysely";
import type { Tables } from "../../../src/db/tables.ts";
import { loadDesk } from "../../../src/desk/setup.ts";
import { appointments, cases, rest } from "./office.ts";
import { randomFrom } from "./random.ts";
import { talks } from "./talk.ts";

export type Size = { turns: number; cases: number; bookings: number };

/** A year of service in a database: the same one each time. Gives how many rows each table has of it. */
export const seedYear = async (db: Kysely<Tables>, size: Size, span: { first: string; days: number }): Promise<Record<string, number>> => {
  const random = randomFrom(1437);
  const tables = {
    ...talks(random, { turns: size.turns, ...span, desk: loadDesk("knowledge") }),
    ...cases(random, size.cases, span),
    ...appointments(random, size.bookings, span),
    ...rest(random, Math.ceil(size.cases / 10), span),
  };
  for (const [table, rows] of Object.entries(tables)) await insert(db, table, rows);
  await sql`select setval(pg_get_serial_sequence('opening', 'id'), (select max(id) from opening))`.execute(db);
  await sql`analyze`.execute(db);
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
};

const atOnce = 10_000;

const insert = async (db: Kysely<Tables>, table: string, rows: Record<string, unknown>[]): Promise<void> => {
  const columns = sql.raw([...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(", "));
  const overriding = sql.raw(table === "opening" ? "overriding system value" : "");
  for (let from = 0; from < rows.length; from += atOnce) {
    await sql`insert into ${sql.table(table)} (${columns}) ${overriding}
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(from, from + atOnce))}::jsonb)`.execute(db);
  }
};
