import { openDb } from "../../../src/db/open.ts";
import { createLog } from "../../../src/log.ts";
import { ways } from "./ways.ts";

/** One of the programs that rush: its people try at the same time, `at once` of them; prints a line for each answer. */
type Task = { way: string; databaseUrl?: string; dataDir: string; prepare?: number; people?: { from: number; to: number; atOnce: number }; now: string };

const { way: name, databaseUrl, dataDir, prepare, people, now } = JSON.parse(process.argv[2]!) as Task;
const way = ways[name]!;
const { db, close } = await openDb({ databaseUrl, dataDir, log: createLog("error"), poolSize: 20 });
if (prepare !== undefined) await way.prepare(db, prepare);
if (people) {
  let next = people.from;
  const one = async () => {
    while (next < people.to) console.log(await way.attempt(db, next++, new Date(now)));
  };
  await Promise.all(Array.from({ length: people.atOnce }, one));
}
await close();
console.log("end");
