import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ana, databases, luis, openDesk } from "./stage.ts";

/** In minutes. */
const day = 24 * 60;

describe.each(databases)("a conversation with a person, on $kind", ({ environment }) => {
  let stage: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => { stage = await openDesk(await environment()); }, 300_000);
  afterAll(() => stage.service.close());

  it("goes from asking to the survey, and the bot is silent in between", async () => {
    const { desk, open } = stage;
    const citizen = open();
    const asked = await citizen.tell({ text: "quiero hablar con una persona" });
    expect(asked.outcome).toBe("handed-off-requested");
    expect(asked.replies.map(({ ref }) => ref)).toEqual(["answer.person.handed-off-requested", "desk.place.absent", "desk.estimate.unknown", "care-emergency-lines#migracion-line"]);
    const ticket = (await citizen.ticket())!;
    expect(ticket).toMatchObject({ state: "waiting", reason: "requested", channel: "web", locale: "es", topic: "general" });
    expect((await citizen.tell({ text: "¿cuánto cuesta el salvoconducto?" })).outcome).toMatch(/^(answered|repaired-clarification)/);

    expect(await desk.work.claim(ticket.id, ana)).toBeUndefined();
    expect(await desk.work.claim(ticket.id, ana)).toBeUndefined();
    expect(await desk.work.claim(ticket.id, luis)).toEqual({ refused: "already-claimed", by: "Ana" });
    expect(await desk.work.reply(ticket.id, luis, "k", { text: "no" })).toMatchObject({ refused: "not-allowed" });
    const first = await desk.work.reply(ticket.id, ana, "k1", { text: "Buenos días" });
    expect(await desk.work.reply(ticket.id, ana, "k1", { text: "Buenos días" })).toEqual(first);
    expect(await citizen.tell({ text: "¿cuánto cuesta el PPT?" })).toEqual({ replies: [], outcome: "handed-off-conversing" });

    expect(await desk.work.close(ticket.id, ana, "resolved")).toBeUndefined();
    expect(await desk.work.close(ticket.id, ana, "resolved")).toEqual({ refused: "not-allowed" });
    const all = await citizen.heard();
    expect(all.filter(({ from }) => from === "advisor").map(({ name, text }) => [name, text])).toEqual([["Ana", "Buenos días"]]);
    expect(all.filter(({ ref }) => ref === "desk.claimed")).toHaveLength(1);
    expect(all.slice(-2).map(({ ref }) => ref)).toEqual(["desk.closed", "goodbye.score.ask"]);
    expect((await citizen.tell({ choice: "5" })).outcome).toBe("flow-completed");
    expect(await citizen.ticket()).toBeUndefined();
    expect((await citizen.ask()).id).not.toBe(ticket.id);
  });

  it("is one ticket however often it is asked for, and many questions at once are one each", async () => {
    const { open } = stage;
    const citizens = Array.from({ length: 8 }, () => open());
    await Promise.all(citizens.flatMap((citizen) => [citizen.tell({ text: "persona" }), citizen.tell({ text: "quiero un asesor" })]));
    const tickets = await Promise.all(citizens.map(async (citizen) => (await citizen.ticket())?.id));
    expect(new Set(tickets).size).toBe(8);
    expect(tickets).not.toContain(undefined);
  });

  it("answers danger while a person has it, and tells them", async () => {
    const { desk, open } = stage;
    const citizen = open();
    const { id } = await citizen.ask();
    await desk.work.claim(id, ana);
    const { replies, outcome } = await citizen.tell({ text: "me quiero suicidar" });
    expect(outcome).toBe("danger-self-harm");
    expect(replies[0]?.ref).toBe("danger.self-harm");
    expect(replies.flatMap(({ choices }) => choices)).toEqual([]);
    expect((await citizen.ticket())?.danger).toBe(true);
    expect((await desk.history(id)).map(({ did, reason }) => [did, reason])).toContainEqual(["flagged", "danger-self-harm"]);
    expect((await desk.board()).tickets[0]?.id).toBe(id);
  });

  it("passes to another who is there, or to a topic, and comes back to the bot where it was", async () => {
    const { desk, open } = stage;
    const citizen = open("en");
    await citizen.tell({ start: "contact" });
    await citizen.tell({ text: "offices" });
    const { id, dueAt } = await citizen.ask();
    await desk.work.claim(id, ana);
    expect(await desk.work.transfer(id, ana, { advisor: "luis" }, "speaks it better")).toEqual({ refused: "not-there" });
    await desk.presence.set(luis, "away");
    expect(await desk.work.transfer(id, ana, { advisor: "luis" }, "speaks it better")).toBeUndefined();
    expect(await desk.work.reply(id, ana, "late", { text: "one more thing" })).toMatchObject({ refused: "not-allowed" });
    expect(await desk.work.transfer(id, luis, { topic: "protection" }, "refuge")).toBeUndefined();
    expect(await citizen.ticket()).toMatchObject({ state: "waiting", topic: "protection", skill: "protection", dueAt });
    await desk.work.claim(id, ana);
    expect(await desk.work.giveBack(id, ana)).toBeUndefined();
    expect((await citizen.heard()).slice(-2).map(({ ref }) => ref)).toEqual(["desk.returned", "contact.city.ask"]);
    expect((await citizen.tell({ text: "Cali" })).outcome).toBe("flow-continued");
    expect((await desk.history(id)).map(({ did }) => did)).toEqual(["asked", "claimed", "transferred", "transferred", "claimed", "returned"]);
    expect((await citizen.heard()).filter(({ locale }) => locale !== "en")).toEqual([]);
  });

  it.each([["es", "quiero volver al bot"], ["en", "back to the bot"], ["es", "salir"]] as const)("ends when the citizen says so: %s, %s", async (locale, words) => {
    const { desk, open } = stage;
    const citizen = open(locale);
    const { id } = await citizen.ask();
    await desk.work.claim(id, ana);
    expect((await citizen.tell({ text: words })).outcome).toBe("handed-off-ended");
    expect((await desk.ticket(id))?.state).toBe("left");
    expect(await desk.work.reply(id, ana, "late", { text: "wait" })).toMatchObject({ refused: "not-allowed" });
  });

  it("goes along when the citizen goes on elsewhere", async () => {
    const { desk, open } = stage;
    const here = open();
    const { id } = await here.ask();
    const { replies } = await here.tell({ text: "seguir en otro canal" });
    const code = /\*\*(\S+)\*\*/.exec(replies.map(({ text }) => text).join(" "))![1]!;
    const there = open();
    expect((await there.tell({ channel: "telegram", text: code })).outcome).toBe("repaired-channel");
    expect(await here.ticket()).toBeUndefined();
    expect(await there.ticket()).toMatchObject({ id, channel: "telegram", state: "waiting" });
    expect(await desk.work.claim(id, ana)).toBeUndefined();
    expect((await there.heard()).at(-1)?.ref).toBe("desk.claimed");
  });

  it("leaves a way to be reached instead of waiting, and only with consent", async () => {
    const { desk, open } = stage;
    const citizen = open();
    const { id } = await citizen.ask();
    for (const said of [{ choice: "flow:callback" }, { choice: "accept" }, { choice: "phone" }, { text: "300 123 4567" }, { text: "mi hermana tiene dudas" }]) await citizen.tell(said);
    expect(await desk.ticket(id)).toMatchObject({ state: "left" });
    const left = (await desk.callbacks()).find(({ conversationId }) => conversationId === citizen.conversationId)!;
    expect(left).toMatchObject({ how: "phone", question: "mi hermana tiene dudas", state: "open", tries: 0, topic: "general" });
    expect(left.to).toContain("3001234567");
    expect(await desk.tryCallback(left.id, ana, { state: "not-reached", note: "no contesta" })).toBe(true);
    expect(await desk.tryCallback(left.id, ana, { state: "contacted" })).toBe(true);
    expect(await desk.tryCallback("none", ana, { state: "contacted" })).toBe(false);
    expect((await desk.callbacks()).find((each) => each.id === left.id)).toMatchObject({ state: "contacted", tries: 2 });
    const other = open();
    for (const said of [{ start: "callback" }, { choice: "decline" }]) await other.tell(said);
    expect((await desk.callbacks()).some(({ conversationId }) => conversationId === other.conversationId)).toBe(false);
  });

  it("forgets who asked to be reached thirty days after the last try", async () => {
    const { desk, open, pass, service: { db: { db } } } = stage;
    const { id } = (await desk.callbacks())[0]!;
    const again = open();
    for (const said of [{ start: "callback" }, { choice: "accept" }, { choice: "email" }, { text: "ana@example.org" }, { text: "mi visa de estudio" }]) await again.tell(said);
    pass(29 * day);
    await desk.forget();
    expect((await desk.callbacks()).map(({ conversationId }) => conversationId)).toContain(again.conversationId);
    await desk.tryCallback(id, ana, { state: "not-reached" });
    pass(2 * day);
    await desk.forget();
    expect((await desk.callbacks()).map((each) => each.id)).toEqual([id]);
    pass(30 * day);
    await desk.forget();
    for (const table of ["callback", "callback_try"] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});
