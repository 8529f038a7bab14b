import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDocuments } from "../../../src/answers/ingest/files.ts";
import { readIngested, withdraw } from "../../../src/answers/ingest/store.ts";
import { ingestFile, type Ingestion, type Outcome } from "../../../src/answers/ingest/update.ts";
import { watchFolder } from "../../../src/answers/ingest/watch.ts";
import { folder } from "./made.ts";

const files = {
  "uno.txt": "REQUISITOS\n\nTraiga el pasaporte a la oficina.", "sub/dos.md": "# Horario\n\nLa oficina abre de lunes a viernes.",
  "tres.html": "<!doctype html><h1>Costo</h1><p>El trámite es gratis en la oficina.</p>",
};

const start = (more: Record<string, string> = {}) => {
  const docs = folder({ ...files, ...more });
  const ingestion: Ingestion = { dir: join(folder(), "knowledge"), today: "2026-11-23" };
  const run = async (today = ingestion.today): Promise<Outcome[]> => {
    const outcomes = [];
    for (const file of findDocuments([docs]).files) outcomes.push(await ingestFile(file, { ...ingestion, today }));
    return outcomes;
  };
  const kept = () => Object.fromEntries(readdirSync(ingestion.dir).map((name) => [name, statSync(join(ingestion.dir, name)).mtimeMs]));
  return { docs, ingestion, run, kept };
};
const statuses = (outcomes: Outcome[]) => outcomes.map(({ status }) => status);

describe("a second run", () => {
  it("changes nothing where nothing has changed, a day later too", async () => {
    const { run, kept } = start();
    expect(statuses(await run())).toEqual(["new", "new", "new"]);
    const before = kept();
    expect(Object.keys(before)).toEqual(["dos.json", "tres.json", "uno.json"]);
    expect(statuses(await run("2026-11-24"))).toEqual(["unchanged", "unchanged", "unchanged"]);
    expect(kept()).toEqual(before);
  });

  it("changes the one document whose file has changed", async () => {
    const { docs, ingestion, run, kept } = start();
    await run();
    const before = kept();
    writeFileSync(join(docs, "uno.txt"), "REQUISITOS\n\nTraiga la visa a la oficina.");
    expect(statuses(await run())).toEqual(["unchanged", "unchanged", "changed"]);
    expect(Object.entries(kept()).filter(([name, time]) => before[name] !== time).map(([name]) => name)).toEqual(["uno.json"]);
    expect(readIngested(ingestion.dir).find(({ pair }) => pair.startsWith("uno#"))!.text).toContain("visa");
  });

  it("keeps the version before where the new one is refused", async () => {
    const { docs, ingestion, run } = start();
    await run();
    writeFileSync(join(docs, "uno.txt"), Buffer.alloc(20));
    expect((await run())[2]).toMatchObject({ status: "refused", kept: "uno" });
    expect(readIngested(ingestion.dir).some(({ pair }) => pair.startsWith("uno#"))).toBe(true);
  });

  it("writes anew a file that was damaged, which readers name", async () => {
    const { ingestion, run } = start();
    await run();
    const file = join(ingestion.dir, "uno.json");
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 100));
    expect(() => readIngested(ingestion.dir)).toThrow("uno.json");
    expect(statuses(await run())).toEqual(["unchanged", "unchanged", "new"]);
    expect(readIngested(ingestion.dir)).toHaveLength(3);
  });
});

describe("the same document twice", () => {
  it("is kept once, by its bytes and by its words", async () => {
    const { run } = start({ "zz-copia.txt": files["uno.txt"], "zz-otra.md": "# REQUISITOS\n\nTraiga el **pasaporte** a la oficina.\n" });
    const outcomes = await run();
    expect(outcomes.slice(3)).toMatchObject([{ status: "duplicate", of: "uno" }, { status: "duplicate", of: "uno" }]);
  });

  it("of one name and other words is refused while both are there", async () => {
    const { run, docs } = start({ "sub/uno.txt": "Otro texto de otra oficina." });
    expect((await run()).find(({ file }) => file === join(docs, "uno.txt"))).toMatchObject({ status: "refused", reason: expect.stringContaining("rename") as string });
  });
});

it("a document that is withdrawn is gone, and only a document can be", async () => {
  const { ingestion, run } = start();
  await run();
  expect(withdraw(ingestion.dir, "uno")).toBe(true);
  expect(withdraw(ingestion.dir, "uno")).toBe(false);
  expect(withdraw(ingestion.dir, "../uno")).toBe(false);
  expect(readIngested(ingestion.dir)).toHaveLength(2);
});

it("no folder is no passages", () => {
  expect(readIngested("/nowhere/knowledge")).toEqual([]);
});

it("a watched folder is followed: what comes, changes and goes", async () => {
  const { docs, ingestion } = start();
  const stop = new AbortController();
  const told: Outcome[] = [];
  const watching = watchFolder(docs, ingestion, { everyMs: 40, signal: stop.signal, tell: (outcome) => told.push(outcome) });
  const until = async (count: number) => {
    for (let tries = 0; told.length < count && tries < 400; tries++) await new Promise((resolve) => { setTimeout(resolve, 50); });
  };
  await until(3);
  rmSync(join(docs, "uno.txt"));
  writeFileSync(join(docs, "tres.html"), "<!doctype html><h1>Costo</h1><p>El trámite vale cien pesos en la oficina.</p>");
  await until(5);
  stop.abort();
  await watching;
  expect(statuses(told).sort()).toEqual(["changed", "new", "new", "new", "withdrawn"]);
  expect(existsSync(join(ingestion.dir, "uno.json"))).toBe(false);
  rmSync(docs, { recursive: true });
  const after = new AbortController();
  await expect(watchFolder(docs, ingestion, { everyMs: 10, signal: after.signal, tell: () => undefined })).rejects.toThrow("no such folder");
  expect(readIngested(ingestion.dir)).toHaveLength(2);
});
