import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Inbound } from "../../src/conversation/message.ts";
import { startJobs } from "../../src/jobs.ts";
import { beat } from "../../src/metrics/beat.ts";
import { metricJobs } from "../../src/metrics/jobs.ts";
import { closeDays, markPerson } from "../../src/metrics/people.ts";
import { createService, type Service } from "../../src/service.ts";
import { createDatabase } from "../setup/services.ts";
import { publishedContent } from "../support/content.ts";
import { rawFiles } from "../../src/metrics/raw.ts";

let service: Service;
let now = new Date("2026-11-23T15:00:00Z");
const at = (instant: string) => { now = new Date(`${instant}:00-05:00`); };
beforeAll(async () => {
  service = await createService(readConfig({ LOG_LEVEL: "fatal", DATABASE_URL: await createDatabase(inject("postgresUrl")) }), { content: publishedContent(), now: () => now });
});
afterAll(() => service.close());

const open = (channel: Inbound["channel"] = "web") => {
  const conversationId = randomUUID();
  const tell = (said: Partial<Inbound>) => service.reception.converse({ channel, conversationId, turnId: randomUUID(), locale: "es", ...said });
  const turns = () => service.db.db.selectFrom("turn").selectAll().where("conversation_id", "=", conversationId).orderBy("id").execute();
  return { conversationId, tell, turns };
};

describe("a turn is recorded with what figures need", () => {
  it("who began it: a person, an opened page, the service", async () => {
    const { tell, turns } = open();
    await tell({ start: "welcome" });
    await tell({ text: "quiero poner una petición" });
    await tell({ choice: "accept" });
    now = new Date(now.getTime() + 3_600_000);
    await service.silence();
    expect((await turns()).map(({ begun_by }) => begun_by)).toEqual(["opening", "citizen", "citizen", "service"]);
  });

  it("what it was about, and that a flow began", async () => {
    const { tell, turns } = open();
    const { id, topic } = service.content.answers.services()[0]!;
    await tell({ choice: `service:${id}` });
    await tell({ text: "quiero poner una petición" });
    const [asked, begun] = await turns();
    expect(asked).toMatchObject({ outcome: "answered", topic, began_flow: false });
    expect(begun).toMatchObject({ flow: "file-case", topic: "attention", began_flow: true });
  });

  it("the minutes of open desk until a person replied", async () => {
    at("2026-11-23T16:50");
    const { conversationId, tell } = open();
    await tell({ text: "quiero hablar con una persona" });
    const ticket = (await service.desk.board()).tickets.find((each) => each.conversationId === conversationId)!;
    const ana = { id: "ana", name: "Ana", locales: ["es" as const], skills: [], supervises: false };
    at("2026-11-24T08:10");
    await service.desk.work.claim(ticket.id, ana);
    await service.desk.work.reply(ticket.id, ana, "k1", { text: "Buenos días" });
    expect(await service.db.db.selectFrom("handoff").select("first_reply_minutes").where("id", "=", ticket.id).executeTakeFirst()).toEqual({ first_reply_minutes: 20 });
  });

  it("the business days until a case was answered: a holiday is none", async () => {
    const { db: { db }, cases } = service;
    const officer = async (role: "case-officer" | "supervisor") => {
      const id = randomUUID();
      await db.insertInto("staff_user").values({ id, name: role, email: `${id}@example.org`, email_verified: true, role, locales: '["es"]', skills: "[]", start_password_until: null }).execute();
      return { id, name: role, supervises: role === "supervisor" };
    };
    const [writes, reviews] = [await officer("case-officer"), await officer("supervisor")];
    at("2026-12-04T10:00");
    const { id } = await db.transaction().execute((trx) => cases.file(trx, {
      key: randomUUID(), channel: "web", locale: "es", kind: "claim", identity: { is: "anonymous" }, story: "Pedí mi certificado hace un mes y no ha llegado.", consents: [], files: [],
    }, now));
    await cases.work.assign(id, writes, { officer: writes.id });
    await cases.work.draft(id, writes, "Su certificado está listo.");
    await cases.work.askReview(id, writes);
    await cases.work.review(id, reviews, { approve: true });
    // Friday the fourth; Tuesday the eighth is a feast: Monday, Wednesday and Thursday count.
    at("2026-12-10T10:00");
    expect(await cases.work.answer(id, writes)).toEqual({ done: true });
    expect(await db.selectFrom("case_file").select("answer_days").where("id", "=", id).executeTakeFirst()).toEqual({ answer_days: 3 });
  });

  it("or not at all: a turn that fails leaves no mark of a person", async () => {
    const before = await service.db.db.selectFrom("people_mark").selectAll().execute();
    await service.db.db.transaction().execute(async (trx) => {
      await markPerson(trx, { conversationId: randomUUID(), channel: "web", locale: "es" }, now);
      throw new Error("undone");
    }).catch(() => undefined);
    expect(await service.db.db.selectFrom("people_mark").selectAll().execute()).toEqual(before);
  });
});

describe("people", () => {
  const mark = (conversationId: string, instant: string, channel = "telegram") =>
    service.db.db.transaction().execute((trx) => markPerson(trx, { conversationId, channel, locale: "en" }, new Date(`${instant}:00-05:00`)));
  const of = (day: string) => service.metrics.measure("people", { from: day, to: day }, { channel: "telegram" });

  it("count once a day, and anew the next", async () => {
    at("2026-06-10T12:00");
    await mark("somebody", "2026-06-01T00:00");
    await mark("somebody", "2026-06-01T23:59");
    await mark("another", "2026-06-01T12:00");
    await mark("somebody", "2026-06-02T00:00");
    expect([(await of("2026-06-01")).value, (await of("2026-06-02")).value]).toEqual([2, 1]);
  });

  it("cannot be followed from one day to the next, nor told from their mark", async () => {
    const { db } = service.db;
    const marks = await db.selectFrom("people_mark").selectAll().where("channel", "=", "telegram").execute();
    expect(new Set(marks.map((each) => each.mark)).size).toBe(3);
    expect(JSON.stringify(marks)).not.toMatch(/somebody|another/);
  });

  it("leave only their number when the day is over: salt and marks are gone", async () => {
    const { db } = service.db;
    await closeDays(db, "2026-06-02");
    expect(await db.selectFrom("people_mark").select("day").where("day", "<", "2026-06-02").execute()).toEqual([]);
    expect(await db.selectFrom("people_salt").select("day").where("day", "<", "2026-06-02").execute()).toEqual([]);
    expect([(await of("2026-06-01")).value, (await of("2026-06-02")).value]).toEqual([2, 1]);
    await closeDays(db, "2026-06-02");
    expect((await of("2026-06-01")).value).toBe(2);
  });

  it("who write together at the first moment of a day share one salt", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => mark(`early-${i % 10}`, "2026-06-03T00:00")));
    expect((await of("2026-06-03")).value).toBe(10);
    expect(await service.db.db.selectFrom("people_salt").select("day").where("day", "=", "2026-06-03").execute()).toHaveLength(1);
  });
});

describe("figures outlive the words", () => {
  it("are the same when the retention has taken the texts", async () => {
    at("2026-11-20T10:00");
    const { tell } = open();
    await tell({ text: "¿Cuánto cuesta la cédula de extranjería?" });
    const { db } = service.db;
    const year = { from: "2026-01-01", to: "2026-11-20" };
    at("2027-03-01T10:00");
    const figures = async () => Promise.all(service.metrics.indicators.map(async ({ id }) => ({ id, ...(await service.metrics.measure(id, year)) })));
    /** What the service says of its own accord when it wakes up is not of that year. */
    const raw = async () => (await rawFiles(db)).find(({ name }) => name === "turn.csv")!.text.split("\r\n").filter((line) => !line.includes("2027-"));
    const [before, rows] = [await figures(), await raw()];
    expect(await db.selectFrom("turn_text").select("turn").execute()).not.toEqual([]);
    const jobs = startJobs(service, () => Promise.resolve(0));
    await jobs.stop();
    expect(await db.selectFrom("turn_text").select("turn").execute()).toEqual([]);
    expect(await figures()).toEqual(before);
    expect(await raw()).toEqual(rows);
  });
});

describe("what passes without a row is written down", () => {
  it("a minute of service counts once, however many processes serve", async () => {
    const { db } = service.db;
    const minute = (text: string) => new Date(`2026-07-01T${text}-05:00`);
    await Promise.all(["10:00:01", "10:00:59", "10:00:30", "10:59:00", "11:00:00"].map((text) => beat(db, minute(text))));
    await beat(db, minute("10:59:59"));
    const hours = await db.selectFrom("heartbeat").select(["hour", "minutes"]).where("hour", ">=", minute("10:00:00")).where("hour", "<=", minute("11:00:00")).orderBy("hour").execute();
    expect(hours.at(-1)).toMatchObject({ minutes: 1 });
    expect(hours[0]!.minutes).toBeLessThanOrEqual(2);
  });

  it("the next opening of each counter, once a day", async () => {
    const { db } = service.db;
    at("2026-11-23T06:00");
    await service.appointmentJobs.prepare();
    await service.metricJobs.close();
    const noted = await db.selectFrom("next_opening").selectAll().where("day", "=", "2026-11-23").execute();
    expect(noted.length).toBeGreaterThan(0);
    const first = await db.selectFrom("opening").innerJoin("seat", "seat.opening_id", "opening.id").select("day")
      .where("office", "=", noted[0]!.office).where("counter", "=", noted[0]!.counter).where("visible_from", "<=", now).where("closes_at", ">", now).orderBy("starts_at").limit(1).executeTakeFirst();
    expect(noted[0]!.days).toBe(first ? (Date.parse(first.day) - Date.parse("2026-11-23")) / 86_400_000 : null);
    await service.metricJobs.close();
    expect(await db.selectFrom("next_opening").selectAll().where("day", "=", "2026-11-23").execute()).toEqual(noted);
  });

  it("the score of this content, once, and of no other", async () => {
    const { db } = service.db;
    const folder = mkdtempSync(join(tmpdir(), "score-"));
    const file = join(folder, "evaluation.json");
    const score = { content: "these words", at: "2026-11-01T10:00:00.000Z", full: 9, partial: 1, asked: 0, silent: 0, wrong: 0 };
    const close = (content: string) => metricJobs(db, () => now, { file, content: () => content }).close();
    const kept = () => db.selectFrom("evaluation").select("content").execute();
    await close("these words");
    writeFileSync(file, JSON.stringify(score));
    await close("other words");
    expect(await kept()).toEqual([]);
    await close("these words");
    await close("these words");
    expect(await kept()).toEqual([{ content: "these words" }]);
    writeFileSync(file, JSON.stringify({ ...score, full: -1 }));
    await expect(close("these words")).rejects.toThrow(/evaluation\.json: [\s\S]*full; run `npm run eval`/);
    rmSync(folder, { recursive: true });
  });
});
