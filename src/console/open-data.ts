import { join } from "node:path";
import { readConfig } from "../config.ts";
import { openDb } from "../db/open.ts";
import { createLog } from "../log.ts";
import { createMetrics } from "../metrics/indicators.ts";
import { loadTargets } from "../metrics/targets/setup.ts";
import { createOpenData, type OpenData } from "../opendata/opendata.ts";
import { loadOpenData } from "../opendata/setup.ts";
import { loadTexts } from "../text.ts";

const usage = `node src/console/open-data.ts publish        publishes the version of today, where it is not there
node src/console/open-data.ts versions       the days of the versions
node src/console/open-data.ts compare [DAY]  counts everything of a version again, the newest one without DAY, and says where it differs`;

/** Does what an operator asks of the open data; gives the lines to print, and whether all is well. */
export const runOpenData = async (open: OpenData, [command, day]: string[]): Promise<{ lines: string[]; ok: boolean }> => {
  switch (command) {
    case "publish": return { ok: true, lines: [(await open.publish()) ?? "nothing to publish: today's version is there, or no day has ended"] };
    case "versions": return { ok: true, lines: await open.versions() };
    case "compare": return compare(open, day ?? (await open.versions())[0]);
    default: return { ok: false, lines: [usage] };
  }
};

const compare = async (open: OpenData, day: string | undefined): Promise<{ lines: string[]; ok: boolean }> => {
  if (day === undefined) return { ok: false, lines: ["open data: nothing is published yet"] };
  const { figures, differences, files } = await open.recompute(day);
  const changed = files.filter(({ same }) => !same);
  return {
    ok: differences.length === 0 && changed.length === 0,
    lines: [
      ...differences.map(({ indicator, group, period, published, now }) => `${period} ${indicator} ${group}: published ${published}, counted now ${now}`),
      ...changed.map(({ name }) => `${name}: does not come out as it was published`),
      `version ${day}: ${figures} figures counted again, ${differences.length} not the same; ${files.length} files made again, ${changed.length} not the same`,
    ],
  };
};

if (import.meta.main) {
  try {
    const { databaseUrl, dataDir, logLevel, now } = readConfig();
    const root = join(import.meta.dirname, "../..");
    const knowledge = join(root, "knowledge");
    const { db, close } = await openDb({ databaseUrl, dataDir, log: createLog(logLevel === "info" ? "error" : logLevel) });
    const metrics = createMetrics({ db, now, knowledge });
    const parts = { db, now, metrics, targets: loadTargets(knowledge), texts: loadTexts(join(root, "locales")), setup: loadOpenData(knowledge) };
    const { lines, ok } = await runOpenData(createOpenData(parts), process.argv.slice(2)).finally(close);
    for (const line of lines) console.log(line);
    process.exitCode = ok ? 0 : 1;
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  }
}
