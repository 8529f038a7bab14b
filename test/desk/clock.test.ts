import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { businessMinutesBetween, type Hours } from "../../src/calendar.ts";
import { dueAfter, openHours, standing, waited } from "../../src/desk/clock.ts";

type Example = { why: string; hours: Hours; asked: string; replied?: string; ended?: string; now?: string; minutes: number; standing: string };
type Due = { why: string; hours: Hours; asked: string; due: string };

const { examples, due } = parse(readFileSync(join(import.meta.dirname, "clock.yaml"), "utf8"), { merge: true }) as { examples: Example[]; due: Due[] };
const bogota = (at: string) => new Date(`${at}:00-05:00`);
const optional = (at: string | undefined) => (at === undefined ? null : bogota(at));
const promise = { minutes: 30, warn: 10 };

describe("the clock of the promise", () => {
  it.each(examples)("$minutes minutes, $standing: $why", ({ why, hours, asked, replied, ended, now, minutes, standing: stands }) => {
    const given = { askedAt: bogota(asked), firstReplyAt: optional(replied), endedAt: optional(ended) };
    const at = bogota(now ?? "2027-01-15T10:00");
    console.log(`clock: asked ${asked}, ${replied ? `replied ${replied}` : ended ? `left ${ended}` : `now ${now}`} → ${waited(given, hours, at)} min, ${standing(given, promise, hours, at)} (${why})`);
    expect(waited(given, hours, at)).toBe(minutes);
    expect(standing(given, promise, hours, at)).toBe(stands);
  });

  it.each(due)("due at $due: $why", ({ hours, asked, due: wanted }) => {
    expect(dueAfter(bogota(asked), 30, hours)).toEqual(bogota(wanted));
  });

  it("is due at the first instant at which the minutes have passed, whenever it was asked", () => {
    const { hours } = examples.find(({ why }) => why.startsWith("split"))!;
    const instant = fc.integer({ min: +bogota("2026-11-01T00:00"), max: +bogota("2027-02-01T00:00") });
    fc.assert(fc.property(instant, fc.integer({ min: 1, max: 400 }), (asked, minutes) => {
      const at = dueAfter(new Date(asked), minutes, hours);
      const passed = (to: number) => businessMinutesBetween(new Date(asked), new Date(to), hours);
      return passed(+at) >= minutes && passed(+at - 1) < minutes;
    }), { numRuns: 200 });
  });

  it("says when a closed desk opens next, and refuses hours that never open", () => {
    const { hours } = examples[0]!;
    expect(openHours(hours, bogota("2026-11-30T10:00"))).toEqual({ open: true });
    expect(openHours(hours, bogota("2026-12-07T18:00"))).toEqual({ open: false, nextOpening: bogota("2026-12-09T08:00") });
    expect(openHours({ week: {} }, bogota("2026-11-30T10:00"))).toEqual({ open: false });
    expect(() => dueAfter(bogota("2026-11-30T10:00"), 30, { week: {} })).toThrow(/desk\.yaml/);
  });
});
