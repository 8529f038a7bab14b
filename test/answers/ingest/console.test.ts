import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { folder } from "./made.ts";

const root = join(import.meta.dirname, "../../..");

type Ran = { code: number; out: string[]; error: string };

const ingest = (dataDir: string, ...args: string[]): Promise<Ran> =>
  promisify(execFile)(process.execPath, ["src/console/ingest.ts", ...args], { cwd: root, env: { ...process.env, DATA_DIR: dataDir } }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout.split("\n").filter(Boolean), error: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout.split("\n").filter(Boolean), error: error.stderr }),
  );

it("npm run ingest says a line a document, and fails where one is refused", async () => {
  const data = folder();
  const docs = folder({ "uno.txt": "El texto de la oficina.", "dos.pdf": "no soy un pdf" });
  const first = await ingest(data, docs);
  expect(first.code).toBe(1);
  expect(first.out.map((line) => line.split(/\s+/)[0])).toEqual(["refused", "new"]);
  expect(first.out[0]).toContain(join(docs, "dos.pdf"));
  const second = await ingest(data, join(docs, "uno.txt"), "--publisher", "Agencia");
  expect([second.code, second.out[0]!.split(/\s+/)[0]]).toEqual([0, "changed"]);
  expect((await ingest(data, "--withdraw", "uno")).code).toBe(0);
  const gone = await ingest(data, "--withdraw", "uno");
  expect([gone.code, gone.error]).toEqual([1, expect.stringContaining("uno")]);
});

it("npm run ingest without a path says how it is used", async () => {
  expect(await ingest(folder())).toMatchObject({ code: 1, error: expect.stringContaining("usage") as string });
});
