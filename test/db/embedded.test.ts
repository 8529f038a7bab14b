import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDb } from "../../src/db/open.ts";
import { quiet } from "../setup/quiet.ts";

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "embedded-"));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(killed));
  rmSync(dataDir, { recursive: true, force: true });
});

const open = () => openDb({ dataDir, log: quiet });

/** Another process that opens the folder, writes rows without end and says each number once it is committed. */
const writer = (): ChildProcess => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "writer.ts"), dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  return child;
};

const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
};

/** What the child said, once it said `count` lines. */
const lines = async (child: ChildProcess, count: number): Promise<string[]> => {
  let said = "";
  for await (const chunk of child.stdout!) {
    said += String(chunk);
    if (said.split("\n").length > count) break;
  }
  return said.split("\n").slice(0, -1);
};

describe("the embedded database", () => {
  it("keeps what was committed by a process that was killed", async () => {
    const child = writer();
    const committed = await lines(child, 200);
    await killed(child);

    const database = await open();
    const { rows } = await sql<{ n: number }>`select n from written order by n`.execute(database.db);
    expect(committed.length).toBeGreaterThanOrEqual(200);
    expect(rows.map(({ n }) => n)).toEqual(expect.arrayContaining(committed.map(Number)));
    await database.close();
  });

  it("is refused to a second process, with its folder and the holder's pid, and given when the first is killed", async () => {
    const child = writer();
    await lines(child, 1);
    await expect(open()).rejects.toThrow(new RegExp(`${dataDir}.*process ${child.pid}\\b`));

    await killed(child);
    await (await open()).close();
  });

  it("is refused to a second opener of the same process, and given after the first closes", async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(dataDir);
    await first.close();
    await (await open()).close();
  });

  it("is given to exactly one of several that come at once after a kill", async () => {
    const child = writer();
    await lines(child, 1);
    await killed(child);
    const outcomes = await Promise.allSettled([open(), open(), open()]);
    const opened = outcomes.filter((outcome) => outcome.status === "fulfilled");
    expect(opened).toHaveLength(1);
    await Promise.all(opened.map(({ value }) => value.close()));
  });

  it("starts anew where the very first start was cut short", async () => {
    mkdirSync(join(dataDir, "postgres.new"));
    writeFileSync(join(dataDir, "postgres.new", "PG_VERSION"), "18\n");
    await (await open()).close();
    expect(existsSync(join(dataDir, "postgres.new"))).toBe(false);
  });
});
