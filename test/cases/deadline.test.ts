import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addDays, dayOf, holidays, instantOf, type Day } from "../../src/calendar.ts";
import { computation, countsFrom, deadline, monthAfter, radicadoDay, type Clock } from "../../src/cases/clock.ts";
import { loadCases } from "../../src/cases/setup.ts";
import { caseKinds } from "../../src/cases/types.ts";

const setup = loadCases(join(import.meta.dirname, "../../knowledge"));
const rows = parse(readFileSync(join(import.meta.dirname, "../calendar/deadlines.yaml"), "utf8")) as Record<"from" | "in5" | "in10" | "in15" | "in30", Day>[];
const none = new Map<Day, string>();
const clock = (from: Day, days: number, more: Partial<Clock> = {}): Clock => ({ from, days, extra: 0, pauses: [], ...more });
const due = (filedAt: Date, days: number, reading: "article-54" | "from-the-day") =>
  deadline(clock(countsFrom(filedAt, radicadoDay(filedAt, setup.closes, none), reading), days), none);

/** Saturday by art. 54: radicado on Monday 23, day 1 on Tuesday 24. The other reading of it is a row of the file. */
const saturday = { from: "2026-11-21", in5: "2026-11-30", in10: "2026-12-07", in15: "2026-12-15", in30: "2027-01-07" };

describe("the table of deadlines, 18 rows by 4 terms", () => {
  it("has its rows", () => expect(rows).toHaveLength(17));

  it.each([...rows.map((row) => ({ ...row, reading: "from-the-day" as const })), { ...saturday, reading: "article-54" as const }])("from $from, $reading", ({ from, in5, in10, in15, in30, reading }) => {
    const atTen = instantOf(from, "10:00");
    expect([5, 10, 15, 30].map((days) => due(atTen, days, reading))).toEqual([in5, in10, in15, in30]);
    expect(deadline(clock(reading === "article-54" ? "2026-11-23" : from, 15, { extra: 15 }), none)).toBe(in30);
  });

  it("is the same by both readings for what is handed in on a business day in office hours", () => {
    const days = rows.filter(({ from }) => from !== "2026-11-21").map(({ from }) => instantOf(from, "10:00"));
    for (const at of days) expect(due(at, 15, "article-54")).toBe(due(at, 15, "from-the-day"));
  });
});

describe("the day on which something is radicado", () => {
  it.each([
    ["2026-11-23T16:59:59-05:00", "2026-11-23"], ["2026-11-23T17:00:00-05:00", "2026-11-24"], ["2026-11-23T23:59:59-05:00", "2026-11-24"],
    ["2026-11-23T03:00:00-05:00", "2026-11-23"], ["2026-11-21T10:00:00-05:00", "2026-11-23"], ["2026-12-07T20:00:00-05:00", "2026-12-09"],
    ["2026-12-31T18:00:00-05:00", "2027-01-04"], ["2026-04-01T22:00:00-05:00", "2026-04-06"],
  ])("%s → %s", (instant, day) => expect(radicadoDay(new Date(instant), "17:00", none)).toBe(day));

  it("knows civic days", () => {
    expect(radicadoDay(new Date("2026-11-23T10:00:00-05:00"), "17:00", new Map([["2026-11-23", "Decreto 1"]]))).toBe("2026-11-24");
  });
});

describe("a deadline", () => {
  const anyDay = fc.integer({ min: 0, max: 365 * 21 + 5 }).map((days) => addDays("2020-01-01", days));
  const arbitrary = fc.record({
    from: anyDay, days: fc.constantFrom(5, 10, 15, 30), extra: fc.integer({ min: 0, max: 15 }),
    civic: fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 4 }),
    pauses: fc.array(fc.record({ at: fc.integer({ min: 1, max: 60 }), length: fc.integer({ min: 0, max: 20 }) }), { maxLength: 2 }),
  });

  /** Counts on paper: one day after the other, by a calendar of its own. */
  const onPaper = (from: Day, count: number, isOff: (day: Day) => boolean): Day => {
    let date = new Date(`${from}T12:00:00Z`);
    for (let left = count; left > 0; ) {
      date = new Date(date.getTime() + 86_400_000);
      const day = date.toISOString().slice(0, 10);
      if (date.getUTCDay() % 6 !== 0 && !holidays(date.getUTCFullYear()).has(day) && !isOff(day)) left--;
    }
    return date.toISOString().slice(0, 10);
  };

  it("agrees with a count day by day, 2020 to 2040, with civic days, extensions and pauses", () => {
    fc.assert(fc.property(arbitrary, ({ from, days, extra, civic, pauses }) => {
      const off = new Map(civic.map((after) => [addDays(from, after), "Decreto"]));
      const spans = pauses.map(({ at, length }) => ({ from: addDays(from, at), to: addDays(from, at + length) }));
      const isOff = (day: Day) => off.has(day) || spans.some((span) => span.from <= day && day <= span.to);
      expect(deadline({ from, days, extra, pauses: spans }, off)).toBe(onPaper(from, days + extra, isOff));
    }), { numRuns: 1500 });
  });

  it("shows each of its days and why it counts or not", () => {
    const shown = computation(clock("2026-12-04", 5, { extra: 1, pauses: [{ from: "2026-12-09", to: "2026-12-09" }] }), new Map([["2026-12-10", "Decreto 7"]]))!;
    expect(shown.map(({ day, why, number }) => `${day.slice(5)} ${why}${number ? ` ${number}` : ""}`)).toEqual([
      "12-04 from", "12-05 saturday", "12-06 sunday", "12-07 counts 1", "12-08 holiday-immaculate", "12-09 suspended", "12-10 civic", "12-11 counts 2",
      "12-12 saturday", "12-13 sunday", "12-14 counts 3", "12-15 counts 4", "12-16 counts 5", "12-17 extended 6",
    ]);
    expect(shown.filter(({ counts }) => counts)).toHaveLength(6);
    expect(shown.find(({ why }) => why === "civic")?.norm).toBe("Decreto 7");
  });

  it("stands still while a pause has no end", () => {
    expect(deadline(clock("2026-12-04", 5, { pauses: [{ from: "2026-12-09" }] }), none)).toBeNull();
  });

  it("has a month end on the same date, on the last one of a short month, or on the next business day", () => {
    expect(monthAfter("2026-11-23", 1, none)).toBe("2026-12-23");
    expect(monthAfter("2027-01-29", 1, none)).toBe("2027-03-01");
    expect(monthAfter("2026-11-25", 1, none)).toBe("2026-12-28");
    expect(monthAfter("2026-11-23", 2, none)).toBe("2027-01-25");
    expect(monthAfter("2026-11-23", 1, new Map([["2026-12-23", "Decreto"]]))).toBe("2026-12-24");
  });
});

describe("the terms", () => {
  it("are those of the law, each with its norm, article, year and source", () => {
    expect(Object.fromEntries(caseKinds.map((kind) => [kind, setup.terms[kind].days]))).toEqual({
      "petition-general": 15, "petition-information": 10, "petition-copies": 10, "petition-consultation": 30,
      complaint: 15, claim: 15, suggestion: 15, report: 15, compliment: null,
    });
    for (const kind of caseKinds) expect(setup.terms[kind]).toMatchObject({ norm: expect.stringContaining("1437"), article: expect.stringMatching(/^arts?\. /), source: "ley-1437-2011" });
    expect(dayOf(instantOf("2026-11-23", "23:59"))).toBe("2026-11-23");
  });
});
