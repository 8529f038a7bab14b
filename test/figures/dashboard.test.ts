import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../src/csv.ts";
import type { OpenDb } from "../../src/db/open.ts";
import { createDashboard } from "../../src/figures/dashboard.ts";
import type { DashboardParts } from "../../src/figures/parts.ts";
import { reportDocument, sendReports } from "../../src/figures/reports.ts";
import { comparisons, formats, pages, spans, type Dashboard, type SampleHead, type View } from "../../src/figures/types.ts";
import { viewSchema } from "../../src/figures/view.ts";
import { audiences } from "../../src/metrics/types.ts";
import { fillDays } from "../opendata/days-of-service.ts";
import { eachDatabase } from "../setup/databases.ts";
import { member, stage } from "./stage.ts";

const ana = { id: "ana", name: "Ana" };
const october: View = { page: "answers", period: { from: "2026-10-01", to: "2026-10-31" }, against: "previous", slice: {} };

describe.each(eachDatabase)("the dashboard, on $kind", ({ open }) => {
  let database: OpenDb;
  let clock = new Date("2026-11-23T14:00:00Z");
  let dashboard: Dashboard;
  let parts: DashboardParts;
  beforeAll(async () => {
    database = await open();
    parts = stage(database, () => clock);
    const { db } = database;
    await fillDays(db, { from: "2026-08-20", to: "2026-11-22", seed: 5, busy: 14 });
    await sql`insert into turn_text (turn, text, expires_at) select id, 'asked ' || id || ' 12345678', at + interval '30 days' from turn where outcome like 'answered%'`.execute(db);
    dashboard = createDashboard(parts);
  });
  afterAll(() => database.close());

  /** Somebody who asked for a person so many minutes from now. */
  const ask = ({ id, asked, warned = false, claimed = false, replied = false }: { id: string; asked: number; warned?: boolean; claimed?: boolean; replied?: boolean }) => {
    const at = (minutes: number) => new Date(clock.getTime() + minutes * 60_000);
    return database.db.insertInto("handoff").values({
      id, conversation_id: id, turn_id: id, channel: "web", locale: "es", topic: "general", skill: null, reason: "requested", danger: false, asked_at: at(asked), due_at: at(asked + 30), warned_at: warned ? clock : null,
      state: claimed ? "claimed" : "waiting", claimed_by: claimed ? "ana" : null, claimed_name: claimed ? "Ana" : null, claimed_at: claimed ? at(asked + 2) : null, first_reply_at: replied ? at(asked + 5) : null, closed_at: null, close_reason: null,
    }).execute();
  };

  it("answers every page, by every name of a period, beside every comparison", async () => {
    for (const page of pages) {
      const told = await dashboard.look({ page, period: "last-28-days", against: "previous", slice: {} }, audiences);
      expect(told.figures.map(({ id }) => id)).toEqual(dashboard.indicatorsOf(page, audiences).map(({ id }) => id));
      expect(told.figures.every(({ now, before }) => now.without === "source" || before !== null)).toBe(true);
    }
    for (const period of spans) for (const against of comparisons) expect((await dashboard.look({ page: "quality", period, against, slice: {} }, ["public"])).figures.length).toBeGreaterThan(0);
  });

  it("says what changed, which way is good, and nothing where a figure is not cut that way", async () => {
    const { metrics: { measure } } = parts;
    const told = await dashboard.look(october, audiences);
    expect(told).toMatchObject({ period: october.period, against: { from: "2026-09-01", to: "2026-09-30" }, open: false, step: "day" });
    const [now, before] = [await measure("unanswered", told.period), await measure("unanswered", told.against!)];
    const by = now.value! - before.value!;
    expect(told.figures.find(({ id }) => id === "unanswered")).toEqual({ id: "unanswered", now, before, change: { by, share: by / before.value!, good: by < 0 } });
    const cut = await dashboard.look({ ...october, page: "overview", slice: { topic: "stay" } }, audiences);
    expect(cut.figures.find(({ id }) => id === "people")).toEqual({ id: "people", now: { value: null, n: 0, without: "slice" }, before: null, change: null });
    expect(cut.figures.find(({ id }) => id === "replied-in-time")!.now.without).toBe("slice");
    expect((await dashboard.look({ ...october, page: "desk", slice: { topic: "stay" } }, audiences)).figures.find(({ id }) => id === "handoffs")!.now.value).toBeGreaterThan(0);
  });

  it("shows each reader what is for them", async () => {
    const all = dashboard.indicatorsOf("service", audiences).length;
    const { indicators } = parts.metrics;
    expect(all).toBe(indicators.filter(({ theme }) => theme === "service").length);
    for (const page of pages) for (const { audience } of dashboard.indicatorsOf(page, ["public"])) expect(audience).toBe("public");
  });

  it("tells a figure over time, in parts that add up", async () => {
    const { step, points, before } = await dashboard.series("turns", { ...october, page: "service" });
    expect([step, points.length, before.length]).toEqual(["day", 31, 30]);
    expect(points.reduce((sum, { n }) => sum + n, 0)).toBe((await parts.metrics.measure("turns", { from: "2026-10-01", to: "2026-10-31" })).n);
  });

  it("offers what there was to choose", async () => {
    expect(await dashboard.filters("service")).toMatchObject({ channels: ["kiosk", "telegram", "web"], topics: ["certificates", "identity", "protection", "stay", "travel"], topicsBy: "topic" });
    expect(await dashboard.filters("desk")).toMatchObject({ topics: ["general", "documents", "stay"], topicsBy: "desk-topic" });
  });

  it("follows flows by their steps, in the order of the file", async () => {
    const paths = await dashboard.flows({ period: october.period, slice: {} });
    const { metrics: { measure } } = parts;
    expect(paths.reduce((sum, { left }) => sum + left, 0)).toBe((await measure("flow-drop-offs", { from: "2026-10-01", to: "2026-10-31" })).n);
    expect(paths.map(({ starts }) => starts)).toEqual(paths.map(({ starts }) => starts).toSorted((a, b) => b - a));
    expect(paths.find(({ flow }) => flow === "file-case")!.steps).toEqual([{ step: "details", reached: expect.any(Number), left: expect.any(Number) }]);
  });

  it("opens the conversations behind a figure, page by page, each once", async () => {
    const view = { period: october.period, slice: { channel: "telegram" } };
    const seen: string[] = [];
    let before: string | undefined;
    for (let turns = 0; turns < 20; turns++) {
      const page = await dashboard.behind("turns", view, before === undefined ? {} : { before });
      expect(page.conversations.every(({ channel }) => channel === "telegram")).toBe(true);
      seen.push(...page.conversations.map(({ ref }) => ref));
      if (page.next === null) break;
      before = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([(await parts.metrics.measure("conversations", { from: "2026-10-01", to: "2026-10-31" }, { channel: "telegram" })).n, seen.length]);
    expect(seen.length).toBeGreaterThan(50);
    await expect(dashboard.behind("days-to-opening", view, {})).rejects.toThrow(/no conversations behind it/);
  });

  it("shows a conversation redacted, and none for a number that is nobody's", async () => {
    const { conversations } = await dashboard.behind("answered", { period: "last-7-days", slice: {} }, {});
    const told = await dashboard.conversation(conversations[0]!.ref);
    if ("refused" in told) throw new Error(told.refused);
    expect(told.lines.find(({ outcome, text }) => outcome?.startsWith("answered") && text !== null)!.text).toMatch(/^asked \d+ \[number\]$/);
    expect(told.lines.every(({ flow, text, hidden }) => flow === undefined || (text === null && hidden === "flow"))).toBe(true);
    for (const ref of ["0", "no number", "99999999999999999999"]) expect(await dashboard.conversation(ref)).toEqual({ refused: "not-found" });
  });

  it("hides what a flow says back, an advisor's words and a danger, and shows what quotes a source", async () => {
    const { db } = database;
    const turn = (turn_id: string, outcome: string, flow: string | null) => ({ conversation_id: "told", channel: "web", turn_id, outcome, locale: "es", intent: null, flow, step: flow && "details", passages: "[]", score: null, ms: 1, model: null, at: new Date("2026-11-20T15:00:00Z") });
    await db.insertInto("conversation").values({ id: "told", channel: "web", address: "null", locale: "es", state: "{}", version: 1, last_seq: 5, created_at: clock, updated_at: clock }).execute();
    await db.insertInto("turn").values([turn("p1", "flow-continued", "file-case"), turn("p2", "repaired-digression", "file-case"), turn("p3", "danger-violence", null), turn("p4", "handed-off-conversing", null)]).execute();
    const said: [string, object][] = [["p1", { text: "Gracias, Clodomira.", sources: [] }], ["p2", { text: "Cuesta 12345678.", sources: [{ title: "Tarifas" }] }], ["p2", { text: "¿Seguimos, Clodomira?", sources: [] }], ["p3", { text: "Clodomira, llame.", sources: [] }], ["away", { text: "Soy Pedro.", sources: [], from: "advisor" }]];
    await db.insertInto("message").values(said.map(([turn_id, payload], i) => ({ conversation_id: "told", seq: i + 1, direction: "out" as const, channel: "web", turn_id, payload: JSON.stringify(payload), handled_at: null, created_at: clock }))).execute();
    const { id } = await db.selectFrom("turn").select("id").where("turn_id", "=", "p4").executeTakeFirstOrThrow();
    const told = await dashboard.conversation(id);
    if ("refused" in told) throw new Error(told.refused);
    expect(told.lines.map(({ from, text, hidden }) => [from, text ?? hidden])).toEqual([
      ["citizen", "flow"], ["bot", "flow"], ["citizen", "flow"], ["bot", "Cuesta [number]."], ["bot", "flow"], ["citizen", "danger"], ["bot", "danger"], ["citizen", "person"], ["advisor", "person"],
    ]);
    await db.deleteFrom("turn").where("conversation_id", "=", "told").execute();
  });

  describe("samples", () => {
    const drawn = async (seed: string, size = 10) => {
      const head = (await dashboard.quality.draw(ana, { period: "last-28-days", slice: {}, size, seed })) as SampleHead;
      const sample = await dashboard.quality.sample(head.id);
      if ("refused" in sample) throw new Error(sample.refused);
      const { rows } = await sql<{ turn: string }>`select turn::text from quality_item where sample = ${head.id} order by number`.execute(database.db);
      return { ...sample, turns: rows.map(({ turn }) => turn) };
    };

    it("are the same for the same seed, and others for another", async () => {
      const [one, same, other] = [await drawn("a"), await drawn("a", 20), await drawn("b")];
      expect(one.turns).toEqual(same.turns.slice(0, 10));
      expect(other.turns).not.toEqual(one.turns);
      const { n } = await parts.metrics.measure("topics", { from: "2026-10-26", to: "2026-11-22" });
      expect(one.head).toMatchObject({ size: 10, judged: 0, period: { from: "2026-10-26", to: "2026-11-22" }, by: ana });
      expect(one.head.population).toBe(one.head.answers);
      expect(one.head.answers).toBeLessThan(n * 3);
      expect(one.items.every(({ question }) => question!.endsWith("[number]"))).toBe(true);
    });

    it("are drawn as if by lot: each answer as often as any other", async () => {
      const times = new Map<string, number>();
      const rounds = 60;
      let population = 0;
      for (let seed = 0; seed < rounds; seed++) {
        const head = (await dashboard.quality.draw(ana, { period: "last-7-days", slice: {}, size: 8, seed: `lot ${seed}` })) as SampleHead;
        population = head.population;
        const { rows } = await sql<{ turn: string }>`select turn::text from quality_item where sample = ${head.id}`.execute(database.db);
        for (const { turn } of rows) times.set(turn, (times.get(turn) ?? 0) + 1);
      }
      const expected = (rounds * 8) / population;
      const chi = [...times.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, (population - times.size) * expected);
      // Far beyond what chance does: the mean of chi square is population - 1, its deviation the root of twice that.
      expect(chi).toBeLessThan(population + 5 * Math.sqrt(2 * population));
    });

    it("are judged, judged anew, and told as shares with their bounds", async () => {
      const { head } = await drawn("judged", 10);
      const judge = (number: number, verdict: "good" | "partly" | "bad", theme = "right") => dashboard.quality.judge(head.id, number, ana, { verdict, theme, action: "none" });
      for (let number = 1; number <= 4; number++) expect(await judge(number, "bad", "outdated")).toBeUndefined();
      for (const number of [1, 2, 3]) await judge(number, "good");
      await judge(4, "partly", "incomplete");
      const sample = await dashboard.quality.sample(head.id);
      if ("refused" in sample) throw new Error(sample.refused);
      expect(sample.head.judged).toBe(4);
      expect(sample.items[0]!.judgement).toMatchObject({ verdict: "good", theme: "right", by: ana });
      expect(sample.items[5]!.judgement).toBeNull();
      const [good] = sample.shares.verdicts;
      expect(good).toMatchObject({ verdict: "good", n: 3, share: 0.75 });
      // By hand: Wilson, 3 of 4, z 1.96.
      expect([good!.low!.toFixed(4), good!.high!.toFixed(4)]).toEqual(["0.3006", "0.9544"]);
      expect(sample.shares).toMatchObject({ judged: 4, drawn: 10, themes: [{ theme: "right", n: 3, partly: 0, bad: 0 }, { theme: "incomplete", n: 1, partly: 1, bad: 0 }], actions: [{ action: "none", n: 4 }] });
      expect((await dashboard.quality.shares({ from: "2026-10-26", to: "2026-11-22" })).judged).toBe(4);
      expect((await dashboard.quality.shares({ from: "2026-09-01", to: "2026-09-02" })).verdicts[0]).toEqual({ verdict: "good", n: 0, share: null, low: null, high: null });
    });

    it("refuse what is none of theirs", async () => {
      const { head } = await drawn("refused", 2);
      expect(await dashboard.quality.judge(head.id, 3, ana, { verdict: "good", theme: "right", action: "none" })).toEqual({ refused: "not-found" });
      await expect(dashboard.quality.judge(head.id, 1, ana, { verdict: "good", theme: "nice", action: "none" })).rejects.toThrow(/"nice" is none of/);
      expect(await dashboard.quality.draw(ana, { period: { from: "2026-08-20", to: "2026-09-20" }, slice: {}, size: 5 })).toEqual({ refused: "nothing-to-draw" });
      for (const id of ["0", "x"]) expect(await dashboard.quality.sample(id)).toEqual({ refused: "not-found" });
    });
  });

  it("keeps views, each member's own, the same name once", async () => {
    const [eva, ivo] = [await member(database, "Eva"), await member(database, "Ivo")];
    const saved = await dashboard.views.save(eva, "  Mi  mes ", october);
    if ("refused" in saved) throw new Error(saved.refused);
    expect(saved).toEqual({ id: saved.id, name: "Mi mes", view: october });
    const again = await dashboard.views.save(eva, "Mi mes", { ...october, page: "cases" });
    expect(await dashboard.views.of(eva)).toEqual([{ ...again, id: saved.id }]);
    expect(await dashboard.views.of(ivo)).toEqual([]);
    expect(await dashboard.views.remove(ivo, saved.id)).toEqual({ refused: "not-found" });
    expect(await dashboard.views.remove(eva, saved.id)).toBeUndefined();
    for (const name of ["", " ", "a".repeat(61), "a\nb\u0000"]) expect(await dashboard.views.save(eva, name, october)).toEqual({ refused: "bad-name" });
    for (let i = 0; i < 30; i++) await dashboard.views.save(eva, `v${i}`, october);
    expect(await dashboard.views.save(eva, "one more", october)).toEqual({ refused: "too-many" });
  });

  it("becomes a file: the same figures in each, no formula in any", async () => {
    const told = await dashboard.look(october, audiences);
    const [csv, xlsx, pdf] = await Promise.all(formats.map((format) => dashboard.export(october, audiences, { format, locale: "es" })));
    const { columns, rows } = readCsv(Buffer.from(csv!.bytes).toString());
    const answered = told.figures.find(({ id }) => id === "answered")!;
    const [first, second] = rows.filter((row) => row[columns[0]!] === "answered");
    expect([first![columns[3]!], first![columns[5]!], first![columns[6]!]].map(Number)).toEqual([answered.now.value, answered.now.n, answered.before!.value]);
    expect(Number(second![columns[3]!])).toBe(answered.now.rows![0]!.value);
    const files = unzipSync(xlsx!.bytes);
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"]!);
    expect(sheet).toContain(`<v>${answered.now.value}</v>`);
    expect(Object.values(files).map((bytes) => strFromU8(bytes)).join("")).not.toMatch(/<f[ >]/);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf!.bytes)), { mergePages: true });
    expect(text).toContain(`${(100 * answered.now.value!).toFixed(1).replace(".", ",").replace(",0", "")} %`);
    expect(csv!.name).toBe("ventanilla-answers-2026-10-01-2026-10-31.csv");
  });

  it("warns of promises at risk, of a surge and of a fall, by the limits that are written down", async () => {
    expect((await dashboard.alerts()).map(({ id }) => id)).toEqual(["cases"]);
    await ask({ id: "w1", asked: -7 });
    await ask({ id: "w2", asked: -25, warned: true });
    await ask({ id: "c1", asked: -50, claimed: true, replied: true });
    expect((await dashboard.alerts())[0]).toMatchObject({ id: "tickets", severity: "warning", value: 1, n: 3 });
    await ask({ id: "c2", asked: -50, claimed: true, warned: true });
    expect((await dashboard.alerts())[0]).toMatchObject({ id: "tickets", severity: "urgent", value: 2, n: 4 });
    expect(await dashboard.wall()).toMatchObject({ at: clock, waiting: 2, attended: 2, atRisk: 1, broken: 1, longestMinutes: 25 });
    await database.db.updateTable("handoff").set({ state: "left", closed_at: clock }).where("state", "in", ["waiting", "claimed"]).execute();
    const rows = (outcome: string, n: number) => Array.from({ length: n }, (_, i) => ({ conversation_id: `s${i}`, channel: "web", turn_id: `${outcome}${i}`, outcome, locale: "es", intent: null, flow: null, step: null, passages: "[]", score: null, ms: 1, model: null, at: clock }));
    const { value } = await parts.metrics.measure("unanswered", { from: "2026-10-26", to: "2026-11-22" });
    const few = Math.ceil(19 * (value! + 0.2));
    await database.db.insertInto("turn").values([...rows("unanswered-unclear", few), ...rows("answered", 19 - few)]).execute();
    expect((await dashboard.alerts()).map(({ id }) => id)).toEqual(["cases"]);
    await database.db.insertInto("turn").values(rows("unanswered-no-source", 1)).execute();
    const surge = (await dashboard.alerts()).find(({ id }) => id === "unanswered-surge");
    expect(surge).toMatchObject({ indicator: "unanswered", period: { from: "2026-11-23", to: "2026-11-23" }, value: (few + 1) / 20, against: value, limit: value! + 0.1, n: 20 });
    await database.db.insertInto("rating").values(Array.from({ length: 60 }, (_, i) => ({ conversation_id: `r${i}`, channel: "web", locale: "es", score: 1, at: clock }))).execute();
    const fall = (await dashboard.alerts()).find(({ id }) => id === "score-fall")!;
    expect(fall.value).toBeLessThanOrEqual(fall.against! - 0.5);
    expect((await dashboard.wall()).alerts.map(({ id }) => id)).toEqual(["cases", "unanswered-surge", "score-fall"]);
  });

  it("hangs on the wall: today beside the same day a week before, and who waits", async () => {
    const told = await dashboard.wall();
    expect(told).toMatchObject({ at: clock, waiting: 0, attended: 0, longestMinutes: null });
    expect(told.figures.map(({ id }) => id)).toEqual(parts.setup.wall);
    expect(told.figures[1]).toMatchObject({ id: "turns", now: { n: 20 }, before: { n: (await parts.metrics.measure("turns", { from: "2026-11-16", to: "2026-11-16" })).n } });
  });

  describe("reports by e-mail", () => {
    const letters = async () => (await database.db.selectFrom("mail").select(["key", "recipient", "subject", "text", "attach"]).orderBy("id").execute());
    let [weekly, monthly, gone]: string[] = [];
    beforeAll(async () => {
      clock = new Date("2026-11-23T14:00:00Z");
      [weekly, monthly, gone] = [await member(database, "Wanda"), await member(database, "Mateo"), await member(database, "Gone")];
      await dashboard.plan.set(weekly, { every: "week", locale: "en", view: null });
      await dashboard.plan.set(monthly, { every: "month", locale: "es", view: null });
      await dashboard.plan.set(gone, { every: "week", locale: "es", view: null });
      await database.db.updateTable("staff_user").set({ role: "advisor" }).where("id", "=", gone).execute();
    });

    it("leave when their week is over and its hour has come, once, in the language that was asked for", async () => {
      expect(await sendReports(parts)).toBe(0);
      clock = new Date("2026-11-30T11:59:00Z");
      expect(await sendReports(parts)).toBe(0);
      clock = new Date("2026-11-30T12:00:00Z");
      expect(await Promise.all([sendReports(parts), sendReports(parts)])).toContain(1);
      expect(await sendReports(parts)).toBe(0);
      const [letter, ...more] = await letters();
      expect(more).toEqual([]);
      expect(letter).toMatchObject({ key: `figures:${weekly}:week:2026-11-23`, recipient: "wanda@example.gov.co", subject: expect.stringContaining("November 23 – 29, 2026"), attach: letter!.key });
      const document = await reportDocument(parts, letter!.attach!);
      expect(document).toMatchObject({ name: "ventanilla-overview-2026-11-23-2026-11-29.pdf", type: "application/pdf" });
      expect(letter!.text).not.toMatch(/\{\{|undefined|NaN/);
    });

    it("leave after the month as well, and to nobody who is no supervisor any more", async () => {
      clock = new Date("2026-12-01T13:00:00Z");
      expect(await sendReports(parts)).toBe(1);
      const last = (await letters()).at(-1)!;
      expect(last).toMatchObject({ key: `figures:${monthly}:month:2026-11-01`, subject: expect.stringContaining("noviembre de 2026") });
      expect(last.text).toContain("octubre de 2026");
      expect((await letters()).some(({ recipient }) => recipient === "gone@example.gov.co")).toBe(false);
      expect(await reportDocument(parts, `figures:${gone}:week:2026-11-23`)).toBeUndefined();
      expect(await reportDocument(parts, "receipt:XX")).toBeUndefined();
    });

    it("tell the saved view that was chosen, and end when they are taken off", async () => {
      const saved = await dashboard.views.save(weekly!, "casos", { ...october, page: "cases", slice: { channel: "web" } });
      if ("refused" in saved) throw new Error(saved.refused);
      expect(await dashboard.plan.set(weekly!, { every: "week", locale: "es", view: "999999" })).toEqual({ refused: "not-found" });
      expect(await dashboard.plan.set(weekly!, { every: "week", locale: "es", view: saved.id })).toBeUndefined();
      expect(await dashboard.plan.of(weekly!)).toEqual({ every: "week", locale: "es", view: saved.id, since: clock });
      clock = new Date("2026-12-07T13:00:00Z");
      expect(await sendReports(parts)).toBe(1);
      expect((await letters()).at(-1)!.text).toContain(parts.metrics.indicator("cases-filed").name.es);
      await dashboard.plan.set(weekly!, null);
      expect(await dashboard.plan.of(weekly!)).toBeNull();
      clock = new Date("2026-12-14T13:00:00Z");
      expect(await sendReports(parts)).toBe(0);
    });

    it("are not promised where no mail is sent", async () => {
      const { mail, ...without } = parts;
      expect(mail).toBeDefined();
      expect(await createDashboard(without).plan.set(weekly!, { every: "week", locale: "es", view: null })).toEqual({ refused: "no-mail" });
    });
  });
});

it("takes no view that is none", () => {
  expect(viewSchema.parse(october)).toEqual(october);
  for (const wrong of [{ page: "all" }, { period: "last-decade" }, { period: { from: "2026-02-30", to: "2026-03-01" } }, { period: { from: "2026-03-02", to: "2026-03-01" } }, { period: { from: "2010-01-01", to: "2026-01-01" } }, { slice: { channel: "a b" } }, { slice: { office: "x" } }]) {
    expect(viewSchema.safeParse({ ...october, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  }
});
