import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Service } from "../../../src/service.ts";
import { play, transcript } from "../../support/transcript.ts";

const folder = join(import.meta.dirname, "../../conversations");

/** Conversations of the project's own tests, played on the real service, one each 37 minutes from an instant on. Gives how many turns there were. */
export const drive = async (service: Service, first: Date, count: number, setClock: (at: Date) => void): Promise<number> => {
  const before = await turnsOf(service);
  for (const [i, given] of scripts().slice(0, count).entries()) {
    setClock(new Date(first.getTime() + i * 37 * 60_000));
    await play(service, given);
  }
  return (await turnsOf(service)) - before;
};

/** Every sort of conversation in turn, so that a few are of many sorts; those that wait need a clock of their own. */
const scripts = () => {
  const sorts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) =>
    readdirSync(join(folder, name)).filter((file) => file.endsWith(".yaml")).map((file) => transcript.safeParse(parse(readFileSync(join(folder, name, file), "utf8"))).data)
      .filter((given) => given !== undefined).filter(({ turns }) => turns.every(({ wait }) => wait === undefined)));
  const most = Math.max(...sorts.map(({ length }) => length));
  return Array.from({ length: most }, (_, i) => sorts.flatMap((sort) => sort[i] ?? [])).flat();
};

const turnsOf = async ({ db: { db } }: Service): Promise<number> =>
  Number((await db.selectFrom("turn").select(({ fn }) => fn.countAll<string>().as("count")).executeTakeFirstOrThrow()).count);
