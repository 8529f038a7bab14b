import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { modelLog, setModel } from "../db/model-switch.ts";
import { openDb } from "../db/open.ts";
import { createLog } from "../log.ts";

const usage = `usage: npm run model -- on|off --by NAME --reason TEXT   switches the language model, on record
       npm run model -- log                               who switched it, when and why
With DATABASE_URL it works while the service runs; the embedded database must not be in use.`;

/** Switches the language model on or off, or prints who did. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { by: { type: "string" }, reason: { type: "string" } } });
  const [command, ...more] = positionals;
  const known = command === "on" || command === "off" || command === "log";
  if (!known || more.length > 0 || (command !== "log" && (!values.by?.trim() || !values.reason?.trim()))) throw new Error(usage);
  const { databaseUrl, dataDir, now } = readConfig();
  const open = await openDb({ databaseUrl, dataDir, log: createLog("error") });
  try {
    if (command !== "log") await setModel(open.db, { at: now(), enabled: command === "on", by: values.by!, reason: values.reason! });
    const rows = await modelLog(open.db);
    for (const { at, enabled, by, reason } of rows) console.log(`${at.toISOString()}\t${enabled ? "on" : "off"}\t${by}\t${reason}`);
    if (rows.length === 0) console.log("never switched: on where a model is configured");
  } finally {
    await open.close();
  }
};

await main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
});
