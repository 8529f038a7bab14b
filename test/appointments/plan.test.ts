import fc from "fast-check";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { drawFault, drawn } from "../../src/appointments/draw.ts";
import { idOf, numberOf } from "../../src/appointments/number.ts";
import { checkOffices, loadOffices, officesOf } from "../../src/appointments/offices.ts";
import { nextReleaseOf, plan } from "../../src/appointments/plan.ts";
import { tellable } from "../../src/appointments/quiet.ts";
import { newCode } from "../../src/appointments/secret.ts";
import { counter, office } from "./stage-data.ts";

const repository = join(import.meta.dirname, "../..");
const openings = (given: Parameters<typeof counter>[0], where: Parameters<typeof office>[0], now: string) =>
  plan([office({ ...where, counters: [counter(given)] })], new Date(now));

describe("the openings of an office", () => {
  it("stand at its own hours over a change of its clock", () => {
    const hours = { week: { sun: [["01:00", "05:00"]], mon: [["09:00", "10:00"]] }, exceptions: [] } satisfies ReturnType<typeof counter>["hours"];
    const madrid = openings({ hours, release: { kind: "ahead", days: 30, time: "00:00" } }, { zone: "Europe/Madrid", holidays: false }, "2026-03-27T12:00:00Z");
    expect(madrid.slice(0, 4).map(({ startsAt, time }) => `${startsAt.toISOString().slice(0, 16)} ${time}`)).toEqual(
      ["2026-03-29T00:00 01:00", "2026-03-29T01:00 03:00", "2026-03-29T02:00 04:00", "2026-03-30T07:00 09:00"]);
    const newYork = openings({ hours, release: { kind: "ahead", days: 30, time: "00:00" } }, { zone: "America/New_York", holidays: false }, "2026-10-31T12:00:00Z");
    expect(newYork.slice(0, 6).map(({ startsAt, time }) => `${startsAt.toISOString().slice(0, 16)} ${time}`)).toEqual(
      ["2026-11-01T05:00 01:00", "2026-11-01T06:00 01:00", "2026-11-01T07:00 02:00", "2026-11-01T08:00 03:00", "2026-11-01T09:00 04:00", "2026-11-02T14:00 09:00"]);
  });

  it("leave out holidays and closed days, and follow an exception first", () => {
    const exceptions = [{ from: "2026-03-24", spans: [] }, { from: "2026-03-25", spans: [["15:00", "16:00"]] }] satisfies NonNullable<ReturnType<typeof counter>["hours"]["exceptions"]>;
    const hours = { ...counter().hours, exceptions };
    // Monday 23 March 2026 is a holiday in Colombia.
    const days = (holidays: boolean) => openings({ hours }, { holidays }, "2026-03-21T12:00:00Z").filter(({ day }) => day <= "2026-03-26").map(({ day, time }) => `${day} ${time}`);
    expect(days(true)).toEqual(["2026-03-25 15:00", "2026-03-26 08:00", "2026-03-26 09:00"]);
    expect(days(false).slice(0, 2)).toEqual(["2026-03-23 08:00", "2026-03-23 09:00"]);
  });

  it("of a dated office stand on its days alone, and close their lead time before", () => {
    const dated = openings({ leadHours: 24, release: { kind: "ahead", days: 20, time: "08:00" } }, { kind: "mobile-unit", dates: { from: "2026-03-10", to: "2026-03-11" } }, "2026-03-01T12:00:00Z");
    expect(new Set(dated.map(({ day }) => day))).toEqual(new Set(["2026-03-10", "2026-03-11"]));
    expect(dated.every(({ startsAt, closesAt }) => +startsAt - +closesAt === 24 * 3_600_000)).toBe(true);
  });

  it("are released by the week, on a Sunday at five", () => {
    const weekly = counter({ release: { kind: "weekly", weekday: "sun", time: "17:00", weeksBefore: 1 } });
    const place = { office: office({ counters: [weekly] }), counter: weekly };
    expect(nextReleaseOf([place], new Date("2026-02-03T15:00:00Z"))).toEqual({ office: "north", at: new Date("2026-02-08T22:00:00Z"), from: "2026-02-09", to: "2026-02-13" });
    expect(nextReleaseOf([place], new Date("2026-02-08T22:00:00Z"))).toMatchObject({ at: new Date("2026-02-15T22:00:00Z") });
  });
});

describe("numbers and codes", () => {
  it("show every single slip and every two signs that changed places", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.nat(), fc.nat(), (id, at, to) => {
      const number = numberOf(String(id)).replace("-", "");
      expect(idOf(number)).toBe(String(id));
      const place = at % number.length;
      const signs = /\d/.test(number[place]!) ? "0123456789" : "ABCDEFGHJKMNPQRSTUVWXYZ";
      const slip = number.slice(0, place) + signs[to % signs.length]! + number.slice(place + 1);
      if (slip !== number) expect(idOf(slip)).toBeUndefined();
      const swap = number.slice(0, place) + (number[place + 1] ?? "") + number[place]! + number.slice(place + 2);
      if (swap !== number) expect(idOf(swap)).toBeUndefined();
    }), { seed: 7, numRuns: 2000 });
  });

  it("are never the same code twice, and have no sign that is read as another", () => {
    const codes = Array.from({ length: 1000 }, newCode);
    expect(new Set(codes).size).toBe(1000);
    expect(codes.join("")).not.toMatch(/[01ILOU]/);
  });
});

describe("a draw", () => {
  const tickets = Array.from({ length: 50 }, (_, i) => `T${i * 7919}`);
  const published = drawn("d", "a seed", tickets);

  it("is the same for whoever does it again, and shows what was changed", () => {
    expect(drawn("d", "a seed", tickets.toReversed())).toEqual(published);
    expect(drawFault(published)).toBeUndefined();
    expect(drawFault({ ...published, seed: "another" })).toBe("commitment");
    expect(drawFault({ ...published, entries: published.entries.slice(1) })).toBe("list");
    expect(drawFault({ ...published, order: published.order.toReversed() })).toBe("order");
    expect(published.order).not.toEqual(published.entries);
  });

  it("gives everybody the same chance", () => {
    const wins = new Map<string, number>();
    for (let i = 0; i < 5000; i++) {
      const [first] = drawn("d", `seed ${i}`, tickets.slice(0, 5)).order;
      wins.set(first!, (wins.get(first!) ?? 0) + 1);
    }
    // Five standard deviations of a fair draw on either side of 1,000.
    expect([...wins.values()].filter((count) => Math.abs(count - 1000) > 142)).toEqual([]);
    expect(wins.size).toBe(5);
  });
});

describe("quiet hours", () => {
  it.each([["2026-02-02T11:59:00Z", "2026-02-02T12:00:00Z"], ["2026-02-02T12:00:00Z", "2026-02-02T12:00:00Z"], ["2026-02-03T01:59:00Z", "2026-02-03T01:59:00Z"], ["2026-02-03T02:00:00Z", "2026-02-03T12:00:00Z"]])(
    "what is written at %s may be told at %s", (at, then) => { expect(tellable(new Date(at))).toEqual(new Date(then)); });
});

describe("the file of offices", () => {
  it("of the demonstration is sound, invents no address, and says in every name that it is one", () => {
    const { offices } = loadOffices(officesOf(join(repository, "knowledge")));
    expect(offices.filter(({ demonstration, address, map, name }) => !demonstration || address || map || !/demostración/.test(name.es) || !/demonstration/.test(name.en))).toEqual([]);
    expect(new Set(offices.map(({ kind }) => kind))).toEqual(new Set(["cfsm", "cancilleria", "consulate", "crore", "mobile-unit", "fair", "video"]));
  });

  it("has each of its faults named", () => {
    const folder = mkdtempSync(join(tmpdir(), "offices-"));
    const write = (offices: object) => { writeFileSync(officesOf(folder), JSON.stringify({ offices })); };
    const whole = Object.fromEntries(Object.entries(office()).filter(([name]) => name !== "id" && name !== "counters"));
    const desk = Object.fromEntries(Object.entries(counter()).filter(([name]) => name !== "id"));
    const faults = () => checkOffices(folder, ["bogota"]).map(({ path }) => path);
    try {
      mkdirSync(join(folder, "data"));
      writeFileSync(join(folder, "data", "services.yaml"), "services: [{ id: ppt }, { id: ppt-duplicate }]");
      write({ north: { ...whole, counters: { documents: desk } } });
      expect(faults()).toEqual([]);
      write({ north: { ...whole, city: "macondo", counters: { documents: { ...desk, services: ["ppt", "magic"] } } } });
      expect(faults()).toEqual(["offices.north.city", "offices.north.counters.documents.services"]);
      write({ north: { ...whole, kind: "fair", counters: { documents: desk } } });
      expect(faults()).toEqual(["offices.north.dates"]);
      write({ north: { ...whole, zone: "Mars/Olympus", counters: { documents: { ...desk, hours: { week: { mon: [["10:00", "09:00"]] } } } } } });
      expect(faults()).toEqual(["offices.north.zone", "offices.north.counters.documents.hours.week.mon.0"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
