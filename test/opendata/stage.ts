import { join } from "node:path";
import type { OpenDb } from "../../src/db/open.ts";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { loadTargets } from "../../src/metrics/targets/setup.ts";
import type { OpenDataParts } from "../../src/opendata/parts.ts";
import { loadOpenData } from "../../src/opendata/setup.ts";
import { loadTexts } from "../../src/text.ts";

export const root = join(import.meta.dirname, "../..");

/** What open data are made with, on a database and by a clock of its own. */
export const stage = ({ db }: OpenDb, now: () => Date): OpenDataParts => {
  const knowledge = join(root, "knowledge");
  return { db, now, texts: loadTexts(join(root, "locales")), setup: loadOpenData(knowledge), metrics: createMetrics({ db, now, knowledge }), targets: loadTargets(knowledge) };
};
