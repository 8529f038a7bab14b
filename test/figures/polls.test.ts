import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, instantOf } from "../../src/calendar.ts";
import type { OpenDb } from "../../src/db/open.ts";
import { createPolls, type PollResults, type Polls } from "../../src/figures/polls/polls.ts";
import { checkPolls, loadPolls, type Poll } from "../../src/figures/polls/setup.ts";
import { checkFigures, loadFigures } from "../../src/figures/setup.ts";
import { indicatorIds } from "../../src/metrics/setup.ts";
import { closeDays } from "../../src/metrics/people.ts";
import { chanceOf } from "../opendata/days-of-service.ts";
import { eachDatabase } from "../setup/databases.ts";

const both = (words: string) => ({ es: words, en: words });
const poll: Poll = { id: "first", from: "2026-11-02", until: "2026-12-31", question: both("?"), options: ["a", "b", "c", "d"].map((id) => ({ id, name: both(id) })) };
const old: Poll = { ...poll, id: "old", from: "2025-01-01", until: "2025-02-01" };

describe.each(eachDatabase)("a poll, on $kind", ({ open }) => {
  let database: OpenDb;
  let day = "2026-11-02";
  let polls: Polls;
  beforeAll(async () => {
    database = await open();
    polls = createPolls({ db: database.db, now: () => instantOf(day, "10:00"), polls: [poll, old] });
  });
  afterAll(() => database.close());

  /** What the job of a new day does. */
  const nextDay = async () => {
    day = addDays(day, 1);
    await closeDays(database.db, day);
    await polls.tell();
  };

  it("is asked while it runs, and only what it offers is counted", async () => {
    expect([polls.asked()?.id, polls.over().map(({ id }) => id)]).toEqual(["first", ["old"]]);
    expect(await polls.answer("old", "a", "me")).toBe("not-asked");
    expect(await polls.answer("first", "e", "me")).toBe("not-asked");
    expect(await polls.answer("none", "a", "me")).toBe("not-asked");
    expect(await database.db.selectFrom("poll_mark").selectAll().execute()).toEqual([]);
  });

  it("counts one answer a person and day, also of many at once", async () => {
    const said = await Promise.all(["a", "a", "b", "c"].map((option) => polls.answer("first", option, "me")));
    expect(said.toSorted()).toEqual(["again", "again", "again", "counted"]);
    expect(await polls.answer("first", "a", "you")).toBe("counted");
    await nextDay();
    expect(await polls.answer("first", "b", "me")).toBe("counted");
    const rows = await database.db.selectFrom("poll_day").selectAll().execute();
    expect(rows.reduce((sum, { answers }) => sum + answers, 0)).toBe(3);
  });

  it("leaves nothing that tells who answered what, nor who answered on a day that is over", async () => {
    const marks = await database.db.selectFrom("poll_mark").selectAll().execute();
    expect(marks).toHaveLength(1);
    expect(Object.keys(marks[0]!).toSorted()).toEqual(["day", "mark"]);
    expect(marks[0]!.mark).toMatch(/^[0-9a-f]{64}$/);
    await nextDay();
    expect(await database.db.selectFrom("poll_mark").selectAll().execute()).toEqual([]);
    expect(await database.db.selectFrom("people_salt").selectAll().execute()).toEqual([]);
  });

  it("is told in groups of five or more: whoever reads it every day can reckon no smaller one", async () => {
    const chance = chanceOf(11);
    let who = 0;
    const seen: PollResults[] = [await polls.results(poll)];
    for (let days = 0; days < 20; days++) {
      for (let count = Math.floor(chance() * (days === 4 ? 40 : 7)); count > 0; count--) await polls.answer("first", ["a", "a", "a", "b", "b", "c", "d"][Math.floor(chance() ** 2 * 7)]!, `p${who++}`);
      await polls.tell();
      expect(await polls.results(poll)).toEqual(seen.at(-1));
      await nextDay();
      seen.push(await polls.results(poll));
    }
    for (const [i, told] of seen.entries()) {
      expect(told.n).toBe(told.options.reduce((sum, { n }) => sum + (n ?? 0), 0));
      for (const earlier of seen.slice(0, i)) {
        for (const [at, { n }] of told.options.entries()) {
          const grown = (n ?? 0) - (earlier.options[at]!.n ?? 0);
          expect(grown === 0 || grown >= 5).toBe(true);
        }
      }
    }
    const counted = await database.db.selectFrom("poll_day").select(["option"]).select(({ fn }) => fn.sum<string>("answers").as("n")).groupBy("option").execute();
    const last = seen.at(-1)!;
    for (const { option, n } of counted) expect(Number(n) - (last.options.find(({ id }) => id === option)!.n ?? 0)).toBeLessThan(5);
    expect(last.options.some(({ n }) => n === null)).toBe(true);
    expect(last.options.filter(({ n }) => n !== null).length).toBeGreaterThan(1);
  });
});

describe("the files of polls and figures", () => {
  let folder: string;
  const knowledge = "knowledge";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "figures-"));
    mkdirSync(join(folder, "data"));
    for (const file of ["figures.yaml", "polls.yaml"]) cpSync(join(knowledge, "data", file), join(folder, "data", file));
  });
  afterAll(() => { rmSync(folder, { recursive: true }); });
  const change = (file: string, from: string, to: string) => {
    const path = join(folder, "data", file);
    writeFileSync(path, readFileSync(join(knowledge, "data", file), "utf8").replace(from, to));
  };

  it("have no fault", () => {
    expect([...checkFigures(knowledge, indicatorIds(knowledge)), ...checkPolls(knowledge)]).toEqual([]);
    expect(loadPolls(knowledge).length).toBeGreaterThan(0);
  });

  it("have their faults named", () => {
    change("figures.yaml", "overview: [conversations,", "overview: [conversation,");
    expect(checkFigures(folder, indicatorIds(knowledge))).toEqual([expect.objectContaining({ path: "overview", message: expect.stringContaining('"conversation"') })]);
    change("figures.yaml", "goes: up", "goes: sideways");
    expect(checkFigures(folder, indicatorIds(knowledge))[0]!.path).toBe("alerts.changes.unanswered-surge.goes");
    expect(() => loadFigures(folder)).toThrow(/figures\.yaml/);
    change("polls.yaml", 'until: "2027-06-30"', 'until: "2026-01-01"');
    expect(checkPolls(folder)[0]).toMatchObject({ path: "polls.next-account.until" });
    expect(() => loadPolls(folder)).toThrow(/polls\.yaml/);
  });
});
