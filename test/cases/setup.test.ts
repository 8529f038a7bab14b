import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createCases } from "../../src/cases/cases.ts";
import { scanWith } from "../../src/cases/scan.ts";
import { checkCases, loadCases } from "../../src/cases/setup.ts";
import type { Officer } from "../../src/cases/types.ts";
import { loadTexts } from "../../src/text.ts";
import { eachDatabase } from "../setup/databases.ts";

const root = join(import.meta.dirname, "../..");
const knowledge = join(root, "knowledge");
const folder = mkdtempSync(join(tmpdir(), "cases-setup-"));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe("what an agency decides about cases", () => {
  it("is read, and each fault of it is named", () => {
    const sources = new Set(["ley-1437-2011"]);
    expect(checkCases(knowledge, sources)).toEqual([]);
    expect(checkCases(knowledge, new Set()).length).toBeGreaterThan(5);
    mkdirSync(join(folder, "data"));
    for (const name of ["terms.yaml", "agency.yaml"]) cpSync(join(knowledge, "data", name), join(folder, "data", name));
    const change = (name: string, from: string, to: string) => {
      const path = join(folder, "data", name);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    change("terms.yaml", "reading: article-54", "reading: whenever");
    change("terms.yaml", "claim: { days: 15", "claim: { days: 0");
    change("agency.yaml", "prefix: PQR", "prefix: P1");
    expect(checkCases(folder, sources).map(({ path }) => path).toSorted()).toEqual(["prefix", "reading", "terms.claim.days"]);
    expect(() => loadCases(folder)).toThrow("terms.claim.days");
  });

  it("has a reading of Saturday, and of what becomes of the term once a case is complete", async () => {
    const database = await eachDatabase[0]!.open();
    const { db } = database;
    let now = new Date("2026-11-21T10:00:00-05:00");
    const cases = createCases({
      db, setup: { ...loadCases(knowledge), reading: "from-the-day", afterCompletion: "resumed" }, secret: "secret", now: () => now, texts: loadTexts(join(root, "locales")),
      webhook: false, readable: () => undefined, allow: () => Promise.resolve(true), likeness: () => 0,
    });
    const officer: Officer = { id: "o", name: "O", supervises: true };
    const { id, dueOn, radicadoOn } = await db.transaction().execute((trx) => cases.file(trx, {
      key: "1", channel: "web", locale: "es", kind: "claim", identity: { is: "anonymous" }, story: "x", consents: [], files: [],
    }, now));
    expect([radicadoOn, dueOn]).toEqual(["2026-11-23", "2026-12-14"]);
    now = new Date("2026-11-25T10:00:00-05:00");
    await cases.work.ask.completion(id, officer, "algo");
    now = new Date("2026-12-02T10:00:00-05:00");
    await db.transaction().execute((trx) => cases.citizen.add(trx, id, { text: "aquí", files: [] }, now));
    // Three days had counted; twelve go on from Thursday 3 December.
    expect((await cases.look(db, id, now))?.dueOn).toBe("2026-12-21");
    await database.close();
  });
});

describe("a scanner", () => {
  it.each([["true", "clean"], ["false", "infected"], ["no-such-program -", "away"], ["ls /no/such/folder", "away"]])("%s → %s", async (command, said) => {
    expect(await scanWith(command)(Buffer.alloc(200_000))).toBe(said);
  });
});
