import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDb } from "../../src/db/open.ts";
import { behind, opens } from "../../src/figures/behind.ts";
import { countedBy } from "../../src/figures/counted.ts";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { eachDatabase } from "../setup/databases.ts";
import { load, readFixtures } from "../metrics/fixture.ts";
import { inside } from "../metrics/inside.ts";

/** Of these the conversations of the part are behind the share; of all others everything that was counted. */
const parts = ["answered", "unanswered", "refused", "handed-off", "containment", "failed", "flow-completion", "replied-in-time"];

describe.each(eachDatabase)("what stands behind a figure, on $kind", ({ open }) => {
  let database: OpenDb;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());

  it.each(readFixtures())("is as much as the figure says: $file", async ({ rows, asks }) => {
    await inside(database.db, async (db) => {
      await load(db, rows);
      let at = new Date();
      const now = () => at;
      const { measure } = createMetrics({ db, now, knowledge: "knowledge" });
      for (const [id, all] of Object.entries(asks).filter(([one]) => opens(one))) {
        for (const { period, slice, now: then } of all) {
          at = then;
          const figure = await measure(id, period, slice);
          if (figure.without || period.from > then.toISOString().slice(0, 10)) continue;
          const { total } = await behind({ db, now }, id, { period, slice }, {});
          expect({ id, slice, period, total }).toEqual({ id, slice, period, total: parts.includes(id) ? Math.round((figure.value ?? 0) * figure.n) : figure.n });
          for (const row of figure.rows ?? []) {
            const { total: ofRow } = await behind({ db, now }, id, { period, slice }, { by: row.by });
            expect({ id, by: row.by, total: ofRow }).toEqual({ id, by: row.by, total: parts.includes(id) ? Math.round((row.value ?? 0) * row.n) : row.n });
          }
        }
      }
    });
  });
});

it("is told for every indicator that counts conversations", () => {
  expect(Object.keys(countedBy).toSorted()).toEqual([
    "answered", "containment", "conversations", "danger-signs", "failed", "first-reply-median", "first-reply-p90", "flow-completion", "flow-completions", "flow-drop-offs",
    "flow-starts", "handed-off", "handoffs", "refused", "replied-in-time", "satisfaction", "topics", "turns", "turns-by-hour", "turns-by-language", "unanswered",
  ]);
});
