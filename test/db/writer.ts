import { sql } from "kysely";
import { createLog } from "../../src/log.ts";
import { openDb } from "../../src/db/open.ts";

const { db } = await openDb({ dataDir: process.argv[2]!, log: createLog("silent") });
await sql`create table written (n integer primary key)`.execute(db);
for (let n = 0; ; n++) {
  await sql`insert into written values (${n})`.execute(db);
  process.stdout.write(`${n}\n`);
}
