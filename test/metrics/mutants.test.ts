import { sql, type Transaction } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isDeepStrictEqual } from "node:util";
import type { OpenDb } from "../../src/db/open.ts";
import type { Tables } from "../../src/db/tables.ts";
import type { Measured, Query } from "../../src/metrics/types.ts";
import { eachDatabase } from "../setup/databases.ts";
import { load, readFixtures, type Ask } from "./fixture.ts";
import { inside } from "./inside.ts";
import { bundle, run } from "./mutants/bundle.ts";
import { equivalents } from "./mutants/equivalents.ts";
import { mutants, type Kind } from "./mutants/mutate.ts";

const postgres = eachDatabase.find(({ kind }) => kind === "postgres")!;
const fixtures = readFixtures();

type Verdict = "same" | "different" | "broken";

describe("a query that was made wrong gives a wrong figure", () => {
  let database: OpenDb;
  const tally = { indicators: 0, broken: 0, equivalent: 0 };
  const killed: Record<Kind, number> = { filter: 0, day: 0, zone: 0, join: 0, sum: 0 };
  beforeAll(async () => { database = await postgres.open(); });
  afterAll(async () => {
    await database.close();
    const kinds = Object.entries(killed).map(([kind, count]) => `${kind} ${count}`).join(", ");
    console.log(`indicators ${tally.indicators} × mutants killed ${Object.values(killed).reduce((a, b) => a + b)} (${kinds}); ${tally.broken} more did not run at all, ${tally.equivalent} give the same figure on any rows`);
  });

  it.each(fixtures)("$file", async ({ rows, asks }) => {
    const survivors: string[] = [];
    await inside(database.db, async (db) => {
      await load(db, rows);
      for (const [id, given] of Object.entries(asks)) {
        const script = await bundle(id);
        expect({ id, verdict: await verdict(db, run(script), given) }).toEqual({ id, verdict: "same" });
        tally.indicators++;
        for (const { kind, what, script: wrong } of mutants(script)) {
          if (equivalents.some((each) => each.of.test(id) && each.what.test(what))) { tally.equivalent++; continue; }
          const found = await verdict(db, run(wrong), given);
          if (found === "same") survivors.push(`${id}: ${what}`);
          else if (found === "broken") tally.broken++;
          else killed[kind]++;
        }
      }
    });
    expect(survivors).toEqual([]);
  }, 600_000);
});

const verdict = async (db: Transaction<Tables>, query: Query, asks: Ask[]): Promise<Verdict> => {
  for (const { now, period, slice, expected } of asks) {
    const measured = await attempt(db, () => query({ db, now }, period, slice));
    if (measured === undefined) return "broken";
    if (!isDeepStrictEqual(inOrder(measured), inOrder(expected))) return "different";
  }
  return "same";
};

/** Undefined when it cannot run: the database goes on where it was. */
const attempt = async (db: Transaction<Tables>, ask: () => Promise<Measured>): Promise<Measured | undefined> => {
  await sql`savepoint asked`.execute(db);
  try {
    return await ask();
  } catch {
    await sql`rollback to savepoint asked`.execute(db);
    return undefined;
  }
};

const inOrder = ({ value, n, rows }: Measured): Measured => ({ value, n, ...(rows ? { rows: rows.toSorted((a, b) => (a.by < b.by ? -1 : 1)) } : {}) });
