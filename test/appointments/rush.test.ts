import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, inject, it } from "vitest";
import { sweep } from "../../src/appointments/sweep.ts";
import { openDb } from "../../src/db/open.ts";
import { createLog } from "../../src/log.ts";
import { createDatabase } from "../setup/services.ts";
import { sized } from "../support/bars.ts";
import { runWorker } from "./rush/fork.ts";
import { rules } from "./stage-data.ts";

const now = new Date("2026-02-02T15:00:00Z");
/** When every hold of the first wave is over. */
const later = new Date(now.getTime() + 11 * 60_000);
const patience = 300_000;
const folders: string[] = [];
afterAll(() => { folders.forEach((folder) => { rmSync(folder, { recursive: true, force: true }); }); });

type Where = { databaseUrl?: string; dataDir: string };
type Size = { people: number; openings: number; programs: number; atOnce: number };

const onPostgres = async (): Promise<Where> => ({ databaseUrl: await createDatabase(inject("postgresUrl")), dataDir: "memory://" });
const onPglite = (): Promise<Where> => {
  const folder = mkdtempSync(join(tmpdir(), "rush-"));
  folders.push(folder);
  return Promise.resolve({ dataDir: folder });
};

/**
 * All people try at once, in so many programs; one of them is killed with -9 in the middle, its people try again in a new
 * one, and once the holds that it left are over, everybody without a booking does.
 */
const rush = async (way: string, where: Where, { people, openings, programs, atOnce }: Size) => {
  const began = performance.now();
  await runWorker({ way, ...where, prepare: openings, now });
  const share = people / programs;
  const group = (i: number) => ({ way, ...where, now, people: { from: i * share, to: (i + 1) * share, atOnce } });
  const [killed] = await Promise.all([
    runWorker(group(0), Math.floor(openings / programs / 2)),
    ...Array.from({ length: programs - 1 }, (_, i) => runWorker(group(i + 1))),
  ]);
  const again = await runWorker(group(0));
  await runWorker({ way, ...where, now: later, people: { from: 0, to: people, atOnce } });
  return { way, people, ...(await count(where)), killed: killed.ended ? 0 : 1, answersBeforeTheKill: killed.answers.length, answersAfter: again.answers.length,
    seconds: Math.round((performance.now() - began) / 100) / 10 };
};

/** What the rows say, when all is over and the sweep has been. */
const count = async ({ databaseUrl, dataDir }: Where) => {
  const { db, close } = await openDb({ databaseUrl, dataDir, log: createLog("error") });
  try {
    await sweep(db, rules, later);
    const { rows } = await sql<{ openings: number; booked: number; openingsTwice: number; peopleTwice: number; holdsLeft: number }>`
      with live as (select * from booking where state = 'booked')
      select (select count(*)::int from opening) as openings,
        (select count(*)::int from live) as booked,
        (select count(*)::int from (select from live group by opening_id, seat having count(*) > 1) each) as "openingsTwice",
        (select count(*)::int from (select from live group by document_hash having count(*) > 1) each) as "peopleTwice",
        (select count(*)::int from seat where hold_until is not null) as "holdsLeft"`.execute(db);
    return rows[0]!;
  } finally {
    await close();
  }
};

const kinds = [
  { kind: "PostgreSQL", where: onPostgres, size: { people: sized(2000, 600), openings: sized(300, 90), programs: 2, atOnce: 100 } },
  { kind: "PGlite", where: onPglite, size: { people: sized(200, 100), openings: sized(30, 15), programs: 1, atOnce: 50 } },
];

describe.each(kinds)("$size.people people and $size.openings openings on $kind, killed with -9 in the middle", ({ where, size }) => {
  it("every opening is booked, none twice, nobody has two, no hold is left", async () => {
    const result = await rush("ours", await where(), size);
    console.log("appointments rush:", JSON.stringify(result));
    expect(result).toMatchObject({ booked: size.openings, openingsTwice: 0, peopleTwice: 0, holdsLeft: 0, killed: 1 });
  }, patience);

  it("the same finds that a system which checks and then saves gives openings twice", async () => {
    const result = await rush("check-then-save", await where(), size);
    console.log("appointments rush:", JSON.stringify(result));
    expect(result.openingsTwice).toBeGreaterThan(0);
  }, patience);
});
