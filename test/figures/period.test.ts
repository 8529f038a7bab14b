import { describe, expect, it } from "vitest";
import { againstOf, lengthOf, periodOf, stepOf } from "../../src/figures/period.ts";
import type { Span } from "../../src/figures/types.ts";
import type { Period } from "../../src/metrics/types.ts";

/** Today, a name, its days, what lies before them, the same a year before. */
const cases: [string, Span | Period, string, string, string][] = [
  ["2026-11-23", "today", "2026-11-23 2026-11-23", "2026-11-22 2026-11-22", "2025-11-24 2025-11-24"],
  ["2026-11-23", "yesterday", "2026-11-22 2026-11-22", "2026-11-21 2026-11-21", "2025-11-23 2025-11-23"],
  ["2026-11-23", "last-7-days", "2026-11-16 2026-11-22", "2026-11-09 2026-11-15", "2025-11-17 2025-11-23"],
  ["2026-11-23", "last-28-days", "2026-10-26 2026-11-22", "2026-09-28 2026-10-25", "2025-10-27 2025-11-23"],
  ["2026-11-25", "this-week", "2026-11-23 2026-11-25", "2026-11-16 2026-11-18", "2025-11-24 2025-11-26"],
  ["2026-11-22", "last-week", "2026-11-09 2026-11-15", "2026-11-02 2026-11-08", "2025-11-10 2025-11-16"],
  ["2026-03-31", "this-month", "2026-03-01 2026-03-31", "2026-02-01 2026-02-28", "2025-03-01 2025-03-31"],
  ["2026-03-10", "this-month", "2026-03-01 2026-03-10", "2026-02-01 2026-02-10", "2025-03-01 2025-03-10"],
  ["2026-03-10", "last-month", "2026-02-01 2026-02-28", "2026-01-01 2026-01-31", "2025-02-01 2025-02-28"],
  ["2028-03-10", "last-month", "2028-02-01 2028-02-29", "2028-01-01 2028-01-31", "2027-02-01 2027-02-28"],
  ["2029-03-10", "last-month", "2029-02-01 2029-02-28", "2029-01-01 2029-01-31", "2028-02-01 2028-02-29"],
  ["2026-05-10", "this-quarter", "2026-04-01 2026-05-10", "2026-01-01 2026-02-09", "2025-04-01 2025-05-10"],
  ["2026-02-10", "last-quarter", "2025-10-01 2025-12-31", "2025-07-01 2025-09-30", "2024-10-01 2024-12-31"],
  ["2028-02-29", "this-year", "2028-01-01 2028-02-29", "2027-01-01 2027-03-01", "2027-01-01 2027-02-28"],
  ["2026-11-23", "last-year", "2025-01-01 2025-12-31", "2024-01-01 2024-12-31", "2024-01-01 2024-12-31"],
  ["2026-11-23", { from: "2026-10-05", to: "2026-10-14" }, "2026-10-05 2026-10-14", "2026-09-25 2026-10-04", "2025-10-05 2025-10-14"],
  ["2026-11-23", { from: "2026-01-01", to: "2026-03-31" }, "2026-01-01 2026-03-31", "2025-10-01 2025-12-31", "2025-01-01 2025-03-31"],
];

const said = (period: Period | null) => `${period?.from} ${period?.to}`;

describe("a period", () => {
  it.each(cases)("on %s, %j: %s; before %s; a year before %s", (today, period, days, before, year) => {
    expect(said(periodOf(period, today))).toBe(days);
    expect(said(againstOf(period, "previous", today))).toBe(before);
    expect(said(againstOf(period, "year", today))).toBe(year);
    expect(againstOf(period, "none", today)).toBeNull();
  });

  it("is told in a bearable number of parts", () => {
    const days = (count: number) => ({ from: "2026-01-01", to: new Date(Date.UTC(2026, 0, count)).toISOString().slice(0, 10) });
    expect([1, 31, 32, 190, 191, 1100, 1101].map((count) => stepOf(days(count)))).toEqual(["day", "day", "week", "week", "month", "month", "quarter"]);
    expect([lengthOf(days(1)), lengthOf(days(365))]).toEqual([1, 365]);
  });
});
