import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDb } from "../../src/db/open.ts";
import { createMetrics } from "../../src/metrics/indicators.ts";
import { createTargets, progress, type Targets } from "../../src/metrics/targets/follow-up.ts";
import { reportColumns } from "../../src/metrics/targets/import.ts";
import { checkTargets } from "../../src/metrics/targets/setup.ts";
import { eachDatabase } from "../setup/databases.ts";
import { load } from "./fixture.ts";

const heading = reportColumns.join(",");
const missions = "cancilleria,Oficina de Planeación,2026-04-10,2026-03-31,pnd-missions,135,,";
const csv = (...lines: string[]): string => `${[heading, ...lines].join("\r\n")}\r\n`;

describe("the targets", () => {
  it("have no fault", () => expect(checkTargets("knowledge")).toEqual([]));
});

describe("progress", () => {
  const way = (included: boolean | null, value: number, of = 142, from = 127) => progress({ baseline: included === null ? null : { value: from, included }, target: { value: of, since: "2023-01-01", by: "2026-12-31" } }, value);
  it("begins at a baseline that is part of the target", () => expect(way(true, 132)).toBe(5 / 15));
  it("begins at nothing where the baseline is not part of it", () => expect(way(false, 500, 2000, 1958)).toBe(0.25));
  it("begins at nothing without a baseline", () => expect(way(null, 2, 8)).toBe(0.25));
  it("can be less than nothing, and more than all", () => expect([way(true, 112), way(true, 157)]).toEqual([-1, 2]));
  it("goes down where less is the target", () => expect(way(true, 15, 10, 20)).toBe(0.5));
  it("is none without a value, a target, or a way to go", () => {
    expect(progress({ baseline: null, target: { value: 8, since: "2023-01-01", by: "2026-12-31" } }, null)).toBeNull();
    expect(progress({ baseline: null, target: null }, 5)).toBeNull();
    expect(way(true, 127, 127)).toBeNull();
  });
});

describe.each(eachDatabase)("figures of institutions, on $kind", ({ open }) => {
  let database: OpenDb;
  let targets: Targets;
  beforeAll(async () => {
    database = await open();
    const now = () => new Date("2026-04-15T15:00:00Z");
    targets = createTargets({ db: database.db, now, knowledge: "knowledge", metrics: createMetrics({ db: database.db, now, knowledge: "knowledge" }) });
  });
  afterAll(() => database.close());
  const at = async (id: string, cut: string) => (await targets.followUp(id)).find((each) => each.cut === cut);

  it("were published before: five of eleven activities had begun", async () => {
    expect(await at("bogota-cross-cutting-started", "2024-05-31")).toMatchObject({ value: 5, whole: 11, progress: 5 / 11, from: "published", report: null });
  });

  it("are taken in, with who sent them and what is missing", async () => {
    const taken = await targets.importReport(csv(missions, 'cancilleria,Oficina de Planeación,2026-04-10,2026-03-31,pnd-networks,,,"no report from two consulates, yet"'));
    expect(taken).toEqual({
      status: "imported", institution: "cancilleria", cut: "2026-03-31", values: 1,
      missing: ["pnd-mobile-consulates", "pnd-border-crossings", "pnd-border-projects", "pnd-networks", "pnd-victims-abroad"],
    });
    expect(await at("pnd-missions", "2026-03-31")).toMatchObject({ value: 135, progress: 8 / 15, from: "reported", report: { sentBy: "Oficina de Planeación", sentOn: "2026-04-10" } });
    expect(await at("pnd-networks", "2026-03-31")).toMatchObject({ value: null, progress: null, from: null });
    const kept = await database.db.selectFrom("figure_report").select(["institution", "missing"]).executeTakeFirstOrThrow();
    expect(kept).toEqual({ institution: "cancilleria", missing: expect.arrayContaining(["pnd-networks"]) as string[] });
  });

  it("are taken in once, and mended by a later file", async () => {
    expect(await targets.importReport(csv(missions, 'cancilleria,Oficina de Planeación,2026-04-10,2026-03-31,pnd-networks,,,"no report from two consulates, yet"'))).toEqual({ status: "known" });
    expect(await targets.importReport(csv(missions.replace("135", "136").replace("04-10", "04-12")))).toMatchObject({ status: "imported", values: 1 });
    expect(await at("pnd-missions", "2026-03-31")).toMatchObject({ value: 136, report: { sentOn: "2026-04-12" } });
  });

  it("that are due and were not told are shown so", async () => {
    expect(await at("pnd-missions", "2025-12-31")).toMatchObject({ value: null, progress: null, from: null });
    expect(await at("pnd-missions", "2026-06-30")).toBeUndefined();
  });

  it("of our own indicators are counted", async () => {
    await load(database.db, { case_file: [
      { id: "a", kind: "claim", filed_at: "2026-01-10 12:00:00", due_on: "2026-02-02", state: "answered", answered_at: "2026-02-02 12:00:00" },
      { id: "b", kind: "claim", filed_at: "2026-01-10 12:00:00", due_on: "2026-02-02", state: "answered", answered_at: "2026-02-03 12:00:00" },
    ] });
    expect(await at("cases-on-time", "2026-03-31")).toMatchObject({ value: 0.5, whole: 2, progress: 0.5, from: "counted" });
  });

  it.each([
    ["another heading", "institution,value\r\ncancilleria,5\r\n", /heading/],
    ["no line", csv(), /no figure/],
    ["a quote that stays open", csv('cancilleria,"Oficina,2026-04-10,2026-03-31,pnd-missions,135,,'), /quote/],
    ["a cell too many", csv(`${missions},more`), /9 cells/],
    ["an unknown institution", csv(missions.replace("cancilleria", "ministerio")), /no "ministerio" \(institutions: cancilleria/],
    ["a person who sends", csv(missions.replace("Oficina de Planeación", "ana@example.org")), /sent_by/],
    ["nobody who sends", csv(missions.replace("Oficina de Planeación", "")), /sent_by/],
    ["a day that is none", csv(missions.replace("2026-04-10", "10/04/2026")), /sent_on: "10\/04\/2026"/],
    ["sent before its cut", csv(missions.replace("2026-04-10", "2026-03-30")), /before the cut/],
    ["sent tomorrow", csv(missions.replace("2026-04-10", "2026-04-16")), /after today/],
    ["two cuts in one file", csv(missions, missions.replace("2026-03-31,pnd-missions", "2025-12-31,pnd-networks")), /cut: a file is of one/],
    ["a day that is no cut", csv(missions.replaceAll("2026-03-31", "2026-03-30")), /line 2: cut: 2026-03-30 is none of the cuts/],
    ["a target of somebody else", csv(missions.replace("pnd-missions", "bogota-sisben")), /has no "bogota-sisben" \(its targets: pnd-mobile/],
    ["one target twice", csv(missions, missions), /line 3: target: "pnd-missions" stands here twice/],
    ["a number with a thousands mark", csv(missions.replace("135", "1.135.000")), /not a number/],
    ["a number with words", csv(missions.replace("135", "about 135")), /not a number/],
    ["more than the whole", csv(missions.replace("135,,", "135,100,")), /more than the whole/],
    ["nothing, without a reason", csv(missions.replace("135", "")), /note: say why/],
  ])("with %s are refused, and nothing is kept", async (_what, text, fault) => {
    const before = await database.db.selectFrom("figure_report").select("id").execute();
    const taken = await targets.importReport(text);
    expect(taken.status).toBe("refused");
    expect(taken.status === "refused" && taken.faults.join("\n")).toMatch(fault);
    expect(await database.db.selectFrom("figure_report").select("id").execute()).toEqual(before);
  });
});
