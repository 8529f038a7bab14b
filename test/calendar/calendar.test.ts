import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  addBusinessDays, addDays, businessDaysBetween, dayOf, holidays, instantOf, isBusinessDay, isDay, isHoliday, weekday,
} from "../../src/calendar.ts";

const fixture = <T>(name: string): T => parse(readFileSync(join(import.meta.dirname, name), "utf8")) as T;

const anyDay = fc.integer({ min: 0, max: 365 * 21 + 5 }).map((days) => addDays("2020-01-01", days));

describe("a day", () => {
  it("is the one it is in Colombia", () => {
    expect(dayOf(new Date("2026-11-23T04:59:59.999Z"))).toBe("2026-11-22");
    expect(dayOf(new Date("2026-11-23T05:00:00Z"))).toBe("2026-11-23");
    expect(instantOf("2026-11-23", "08:30").toISOString()).toBe("2026-11-23T13:30:00.000Z");
    expect(instantOf("2026-11-23", "24:00")).toEqual(instantOf("2026-11-24", "00:00"));
  });

  it("has the weekday, and the clock, that the time zone data base gives", () => {
    const inBogota = new Intl.DateTimeFormat("en-CA", {
      timeZone: "America/Bogota", weekday: "short", year: "numeric", month: "2-digit", day: "2-digit",
    });
    fc.assert(
      fc.property(fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }), (instant) => {
        const parts = Object.fromEntries(inBogota.formatToParts(instant).map(({ type, value }) => [type, value]));
        expect(dayOf(instant)).toBe(`${parts["year"]}-${parts["month"]}-${parts["day"]}`);
        expect(weekday(dayOf(instant))).toBe(parts["weekday"]!.toLowerCase());
      }),
    );
  });

  it("exists, or is refused by name", () => {
    expect(["2026-02-28", "2028-02-29"].every(isDay)).toBe(true);
    expect(["2026-02-29", "2026-2-3", "2026-13-01", "yesterday", ""].some(isDay)).toBe(false);
    expect(() => addDays("2026-02-30", 1)).toThrow("2026-02-30");
    for (const time of ["8:00", "24:01", "12:60", "noon"]) expect(() => instantOf("2026-11-23", time)).toThrow(time);
  });
});

describe("holidays", () => {
  const rows = fixture<{ day: string; is: string[] }[]>("holidays.yaml");

  it.each([2026, 2027])("of %i are those of the law", (year) => {
    const expected = rows.filter(({ day }) => day.startsWith(String(year)));
    expect(Object.fromEntries(holidays(year))).toEqual(Object.fromEntries(expected.map(({ day, is }) => [day, is])));
  });

  it("count once when two fall on one Monday", () => {
    expect(holidays(2025).get("2025-06-30")?.toSorted()).toEqual(["peter-and-paul", "sacred-heart"]);
    expect(holidays(2025).size).toBe(17);
    expect(businessDaysBetween("2025-06-27", "2025-07-02")).toBe(2);
  });

  it("know the Easters that are early, late and out of the rule", () => {
    const easters = { 1985: "04-07", 2000: "04-23", 2008: "03-23", 2011: "04-24", 2019: "04-21", 2024: "03-31", 2038: "04-25", 2049: "04-18", 2076: "04-19", 2285: "03-22" };
    for (const [year, day] of Object.entries(easters)) {
      const goodFriday = [...holidays(Number(year))].find(([, names]) => names.includes("good-friday"))?.[0];
      expect(goodFriday).toBe(addDays(`${year}-${day}`, -2));
    }
  });
});

describe("business days", () => {
  const rows = fixture<{ from: string; in5: string; in10: string; in15: string; in30: string }[]>("deadlines.yaml");

  it.each(rows)("from $from end where the table of deadlines says", ({ from, in5, in10, in15, in30 }) => {
    expect([5, 10, 15, 30].map((count) => addBusinessDays(from, count))).toEqual([in5, in10, in15, in30]);
    expect([in5, in10, in15, in30].map((to) => businessDaysBetween(from, to))).toEqual([5, 10, 15, 30]);
  });

  it("agree with a count day by day, 2020 to 2040", () => {
    const oracle: string[] = [];
    for (let time = Date.UTC(2018, 0, 1); time < Date.UTC(2043, 0, 1); time += 86_400_000) {
      const date = new Date(time);
      const day = date.toISOString().slice(0, 10);
      if (date.getUTCDay() % 6 !== 0 && !holidays(date.getUTCFullYear()).has(day)) oracle.push(day);
    }
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 250 }), (day, count) => {
        const after = oracle.findIndex((other) => other > day);
        const end = oracle[after + count - 1]!;
        expect(addBusinessDays(day, count)).toBe(end);
        expect(businessDaysBetween(day, end)).toBe(count);
        const before = oracle.findLastIndex((other) => other < day);
        expect(addBusinessDays(day, -count)).toBe(oracle[before - count + 1]);
        expect(businessDaysBetween(day, oracle[before - count + 1]!)).toBe(-count);
      }),
    );
  });

  it("are between the same day and itself none, and add none", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(businessDaysBetween(day, day)).toBe(0);
        expect(addBusinessDays(day, 0)).toBe(day);
        expect(isBusinessDay(day) && isHoliday(day)).toBe(false);
      }),
    );
    expect(() => addBusinessDays("2026-11-23", 1.5)).toThrow("1.5");
  });
});
