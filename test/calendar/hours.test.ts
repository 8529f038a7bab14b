import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessMinutesBetween, type Hours, instantOf, isOpen, nextOpening, spansOn } from "../../src/calendar.ts";

const split = [["08:00", "12:00"], ["14:00", "17:00"]] as const;
const hours: Hours = {
  week: { mon: split, tue: split, wed: split, thu: split, fri: [["08:00", "15:00"]] },
  exceptions: [
    { from: "2026-12-24", spans: [["08:00", "12:00"]] },
    { from: "2026-12-28", to: "2026-12-31", spans: [] },
    { from: "2026-12-08", spans: [["09:00", "10:00"]] },
  ],
};
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));

describe("office hours", () => {
  it("open in each shift, up to the minute it ends", () => {
    const open = { "2026-11-23 07:59": false, "2026-11-23 08:00": true, "2026-11-23 12:00": false, "2026-11-23 14:00": true,
      "2026-11-23 16:59": true, "2026-11-23 17:00": false, "2026-11-27 14:59": true, "2026-11-28 09:00": false };
    for (const [when, expected] of Object.entries(open)) expect([when, isOpen(at(when), hours)]).toEqual([when, expected]);
  });

  it("close on holidays, and follow exceptions before either", () => {
    expect(spansOn("2026-11-16", hours)).toEqual([]);
    expect(spansOn("2026-12-08", hours)).toEqual([["09:00", "10:00"]]);
    expect(spansOn("2026-12-24", hours)).toEqual([["08:00", "12:00"]]);
    expect(spansOn("2026-12-30", hours)).toEqual([]);
  });

  it.each([
    ["2026-11-23 07:00", "2026-11-23 08:00"],
    ["2026-11-23 09:30", "2026-11-23 09:30"],
    ["2026-11-23 12:00", "2026-11-23 14:00"],
    ["2026-11-27 15:00", "2026-11-30 08:00"],
    ["2026-12-24 12:00", "2027-01-04 08:00"],
  ])("after %s open at %s", (from, expected) => {
    expect(nextOpening(at(from), hours)).toEqual(at(expected));
  });

  it("never open where no weekday is named", () => {
    expect(nextOpening(at("2026-11-23 09:00"), { week: {} })).toBeUndefined();
  });

  it.each([
    ["2026-11-23 11:50", "2026-11-23 14:20", 30],
    ["2026-11-27 14:50", "2026-11-30 08:20", 30],
    ["2026-11-13 14:45", "2026-11-17 08:15", 30],
    ["2026-11-23 12:00", "2026-11-23 14:00", 0],
    ["2026-11-23 09:00", "2026-11-23 08:00", 0],
    ["2026-11-23 00:00", "2026-11-30 00:00", 4 * 420 + 420],
  ])("from %s to %s count %i minutes", (from, to, minutes) => {
    expect(businessMinutesBetween(at(from), at(to), hours)).toBe(minutes);
  });

  it("count no minute twice where spans overlap, and refuse one that ends before it begins", () => {
    const overlapping: Hours = { week: { mon: [["10:00", "12:00"], ["08:00", "11:00"], ["12:00", "13:00"]] } };
    expect(businessMinutesBetween(at("2026-11-23 00:00"), at("2026-11-24 00:00"), overlapping)).toBe(300);
    expect(() => isOpen(at("2026-11-23 09:00"), { week: { mon: [["22:00", "06:00"]] } })).toThrow("22:00");
  });

  it("agree with a count minute by minute", () => {
    const start = at("2026-11-01 00:00").getTime();
    const minute = fc.integer({ min: 0, max: 60 * 24 * 75 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 60 * 24 * 4 }), (from, length) => {
        let count = 0;
        for (let m = from; m < from + length; m++) if (isOpen(new Date(start + m * 60_000), hours)) count++;
        const [a, b] = [new Date(start + from * 60_000), new Date(start + (from + length) * 60_000)];
        expect(businessMinutesBetween(a, b, hours)).toBe(count);
        const opening = nextOpening(a, hours)!;
        expect(businessMinutesBetween(a, opening, hours)).toBe(0);
        expect(isOpen(opening, hours)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
