import type { Kysely } from "kysely";
import { dayOf } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import { beat } from "./beat.ts";
import { noteOpenings } from "./openings.ts";
import { closeDays } from "./people.ts";
import { keepEvaluation } from "./quality/keep.ts";

/** What passes without a row otherwise, to be written down each minute and each hour. Any replica may do it. `tried`: where the score of the content stands, and what stands for the content. */
export const metricJobs = (db: Kysely<Tables>, now: () => Date, tried: { file: string; content: () => string }) => ({
  beat: () => beat(db, now()),
  close: async () => {
    await closeDays(db, dayOf(now()));
    await noteOpenings(db, now());
    await keepEvaluation(db, tried.file, tried.content);
  },
});
