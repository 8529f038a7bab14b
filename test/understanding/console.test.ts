import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "intents-"))));
afterAll(() => rm(folder, { recursive: true }));

const write = async (name: string, rows: unknown[]): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, rows.map((row) => JSON.stringify(row)).join("\n"));
  return file;
};

const measure = (...args: string[]) => run("node", ["src/console/intents.ts", ...args]);

test("prints one line with accuracy, recall and time", async () => {
  const rows = ["una cita ya", "otra cita", "quiero cita"].map((text) => ({ text, intent: "cita" }))
    .concat(["my visa", "visa please", "need visa"].map((text) => ({ text, intent: "visa" })));
  const train = await write("train.jsonl", rows);
  const questions = await write("test.jsonl", [...rows, { text: "qwerty uiop", intent: null }]);
  const { stdout } = await measure("--train", train, "--test", questions);
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(stdout)).toEqual({ accuracy: 1, oos_recall_at_2pct: 1, oos_recall_at_5pct: 1, ms: expect.any(Number) });
});

test("a wrong row is named with its file and line", async () => {
  const train = await write("bad.jsonl", [{ text: "una cita", intent: "cita" }, { words: "x" }]);
  await expect(measure("--train", train, "--test", train)).rejects.toMatchObject({ stderr: expect.stringContaining("bad.jsonl:2") });
});
