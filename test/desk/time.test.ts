import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ana, databases, openDesk } from "./stage.ts";

describe.each(databases)("the desk and time, on $kind", ({ environment }) => {
  let stage: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => { stage = await openDesk(await environment()); }, 300_000);
  afterAll(() => stage.service.close());

  it("says when it opens next, and keeps the question until then", async () => {
    const { at, open } = stage;
    at("2026-12-07T18:30");
    const citizen = open("en");
    const { replies } = await citizen.tell({ text: "I want to talk to a person" });
    expect(replies.map(({ ref }) => ref)).toEqual(["answer.person.handed-off-requested", "desk.closed-now", "care-emergency-lines#migracion-line"]);
    expect(replies[1]?.text).toMatch(/Wednesday, December 9.* 8:00/);
    expect(await citizen.ticket()).toMatchObject({ minutes: 0, dueAt: new Date("2026-12-09T13:30:00Z") });
    at("2026-12-09T08:12");
    expect(await citizen.ticket()).toMatchObject({ minutes: 12 });
    await citizen.tell({ choice: "desk:leave" });
  });

  it("tells how many are before, who is there, and how long others waited once enough did", async () => {
    const { at, pass, open, desk } = stage;
    at("2026-11-23T10:00");
    await desk.presence.set(ana, "available");
    const citizens = [open(), open(), open(), open(), open(), open()];
    const places: string[] = [];
    for (const citizen of citizens) {
      const { replies } = await citizen.tell({ text: "persona" });
      places.push(`${replies[1]?.ref} ${/\d+/.exec(replies[1]!.text)?.[0]} ${replies[2]?.ref}`);
    }
    expect(places).toEqual([1, 2, 3, 4, 5, 6].map((place) => `desk.place.present ${place} desk.estimate.unknown`));
    for (const [i, citizen] of citizens.slice(0, 5).entries()) {
      pass(i === 0 ? 4 : 2);
      const { id } = (await citizen.ticket())!;
      await desk.work.claim(id, ana);
      await desk.work.reply(id, ana, "first", { text: "Buenos días" });
    }
    // They waited 4, 6, 8, 10 and 12 minutes.
    await desk.presence.set(ana, "available");
    const { replies } = await citizens[5]!.tell({ text: "¿cuánto falta?" });
    expect(replies.map(({ ref }) => ref)).toEqual(["desk.place.present", "desk.estimate.known"]);
    expect(replies.map(({ text }) => Number(/\d+/.exec(text)?.[0]))).toEqual([1, 8]);
    pass(2);
    expect((await citizens[5]!.tell({ text: "¿cuánto falta?" })).replies[0]?.ref).toBe("desk.place.absent");
  });

  it("puts danger first", async () => {
    const { at, open, desk } = stage;
    at("2026-11-24T09:00");
    const calm = open();
    await calm.ask();
    const urgent = open();
    await urgent.tell({ text: "me quiero suicidar" });
    await urgent.tell({ choice: "person" });
    expect(await urgent.ticket()).toMatchObject({ reason: "danger-self-harm", danger: true, topic: "safety" });
    const order = (await desk.board()).tickets.map(({ conversationId }) => conversationId);
    expect(order.indexOf(urgent.conversationId)).toBeLessThan(order.indexOf(calm.conversationId));
  });

  it("warns once before the promise is broken", async () => {
    const { at, pass, open, desk } = stage;
    at("2026-11-25T09:00");
    const citizen = open();
    const { id } = await citizen.ask();
    const warned = async () => (await desk.history(id)).filter(({ did }) => did === "warned").length;
    pass(19);
    await desk.sweep();
    expect(await warned()).toBe(0);
    pass(1);
    const before = (await desk.board()).figures;
    await Promise.all([desk.sweep(), desk.sweep()]);
    await desk.sweep();
    expect(await warned()).toBe(1);
    pass(11);
    const after = (await desk.board()).figures;
    expect(before.atRisk).toBe(1);
    expect([after.atRisk, after.breached]).toEqual([0, before.breached + 1]);
  });

  it("closes what the citizen left, not what the advisor owes, and asks nothing while a person has it", async () => {
    const { at, pass, open, desk, service } = stage;
    at("2026-11-26T09:00");
    const gone = open();
    const owed = open();
    for (const citizen of [gone, owed]) {
      await citizen.tell({ start: "contact" });
      await citizen.tell({ text: "oficinas" });
      const { id } = await citizen.ask();
      await desk.work.claim(id, ana);
      await desk.work.reply(id, ana, "first", { text: "¿En qué ciudad?" });
    }
    pass(10);
    await owed.tell({ text: "en Cali" });
    pass(30);
    expect(await service.silence()).toBe(0);
    pass(90);
    await desk.presence.set(ana, "available");
    await desk.sweep();
    expect(await gone.ticket()).toBeUndefined();
    expect(await owed.ticket()).toMatchObject({ state: "claimed", unread: 1 });
    expect((await owed.heard()).map(({ ref }) => ref)).not.toContain("desk.silent");
    const left = (await gone.heard()).map(({ ref }) => ref);
    expect(left.at(-1)).toBe("desk.silent");
    expect(left.filter((ref) => ref === "repair.silence.nudge")).toEqual([]);
  });

  it("puts back what an advisor left unanswered, in its old place, and nothing of those who are there", async () => {
    const { at, pass, open, desk } = stage;
    at("2026-11-27T09:00");
    const citizen = open();
    const { id, dueAt } = await citizen.ask();
    await desk.presence.set(ana, "away");
    await desk.work.claim(id, ana);
    await citizen.tell({ text: "¿sigue ahí?" });
    pass(11);
    await desk.presence.beat(ana.id);
    await desk.sweep();
    expect(await citizen.ticket()).toMatchObject({ state: "claimed" });
    pass(2);
    await desk.sweep();
    expect(await citizen.ticket()).toMatchObject({ state: "waiting", dueAt });
    expect((await citizen.heard()).at(-1)?.ref).toBe("desk.released");
    expect((await desk.history(id)).at(-1)).toMatchObject({ did: "released", by: "Ana" });
  });

  it("counts the promise by channel, language and topic, and what lasted", async () => {
    const { at, pass, open, desk } = stage;
    at("2026-12-01T09:00");
    const from = stage.now();
    const served = [open(), open(), open("en")];
    const waits = [5, 10, 40];
    for (const [i, citizen] of served.entries()) {
      at("2026-12-01T09:00");
      const { id } = await citizen.ask();
      pass(waits[i]!);
      await desk.work.claim(id, ana);
      await desk.work.reply(id, ana, "first", { text: "Hola" });
      await desk.work.close(id, ana, "resolved");
    }
    at("2026-12-01T09:00");
    const impatient = open();
    await impatient.ask();
    pass(3);
    await impatient.tell({ choice: "desk:leave" });
    at("2026-12-03T09:00");
    await served[0]!.ask();
    at("2026-12-10T09:00");
    const rows = await desk.promise({ from, to: new Date("2026-12-02T05:00:00Z") });
    const row = (by: string, key: string) => rows.find((each) => each.by === by && each.key === key);
    expect(row("all", "all")).toEqual({ by: "all", key: "all", asked: 4, replied: 3, within30: 2, share: 2 / 3, median: 10, p90: 40, breached: 1, durable: 2 / 3 });
    expect(row("language", "es")).toMatchObject({ asked: 3, replied: 2, within30: 2, share: 1, durable: 1 / 2 });
    expect(row("language", "en")).toMatchObject({ asked: 1, within30: 0, share: 0, durable: 1 });
    expect(rows.map(({ by, key }) => `${by} ${key}`)).toEqual(["all all", "channel web", "language en", "language es", "topic general"]);
    console.log("promise:", JSON.stringify(rows));
  });
});
