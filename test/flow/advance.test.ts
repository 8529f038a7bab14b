import { describe, expect, test } from "vitest";
import { advance } from "../../src/flow/advance.ts";
import { fileCase, filed, toSummary, upTo } from "./file-case.ts";
import { contextOf, flowOf, keys, talk } from "./talk.ts";

describe("a flow from end to end", () => {
  test("asks one thing after the other and ends with what it did", async () => {
    const { say } = talk(fileCase, contextOf({ "cases.file": filed }));
    expect(keys(await say({ kind: "start" }))).toEqual(["file-case.intro", "file-case.consent.ask"]);
    expect(keys(await say({ press: "accept" }))).toEqual(["file-case.kind.ask"]);
    expect(keys(await say("la segunda"))).toEqual(["file-case.description.ask"]);
    expect(keys(await say("No me han respondido nada"))).toEqual(["file-case.identity.ask"]);
    expect(keys(await say("named"))).toEqual(["file-case.name.ask"]);
    expect(keys(await say("me llamo ana ruiz"))).toEqual(["file-case.email.ask"]);
    expect(keys(await say("ana@x.co"))).toEqual(["file-case.phone.ask"]);
    const summary = await say({ kind: "skip" });
    expect(keys(summary)).toEqual(["file-case.summary", "file-case.confirm.ask"]);
    expect(summary.says[0]).toMatchObject({
      params: { name: "Ana Ruiz", kind: { key: "file-case.kind.complaint" }, phone: { key: "repair.none" } },
    });
    const sent = await say("send");
    expect(keys(sent)).toEqual(["file-case.receipt", "file-case.rating.ask"]);
    expect(sent.says[0]).toMatchObject({ params: { radicado: "PQR-2026-000001-X" } });
    expect(await say("cinco")).toMatchObject({ status: "done", cursor: { at: null, slots: { rating: 5 } } });
  });

  test("a listed word jumps, `to-person` hands over, `flow:` names what comes next", async () => {
    const fork = flowOf(`
flow: fork
steps:
  - choose: way
    from: [end, person, other, on]
    to: { end: end, person: to-person, other: "flow:welcome" }
  - handoff: legal
`);
    const result = async (word: string) => {
      const { say } = talk(fork);
      await say({ kind: "start" });
      return say({ press: word });
    };
    expect(await result("end")).toMatchObject({ status: "done" });
    expect(await result("person")).toMatchObject({ status: "handoff", queue: "general" });
    expect(await result("other")).toMatchObject({ status: "done", next: "welcome" });
    expect(await result("on")).toMatchObject({ status: "handoff", queue: "legal" });
  });

  test("what is known is not asked, what is known wrongly is", async () => {
    const { say } = talk(fileCase);
    const result = await say({
      kind: "start",
      slots: { consent: "accept", kind: "nonsense", description: "No me han respondido", identity: "named", email: "no-mail" },
    });
    expect(keys(result)).toEqual(["file-case.intro", "file-case.kind.ask"]);
    expect(keys(await say("petition"))).toEqual(["file-case.name.ask"]);
    expect(keys(await say("Ana Ruiz"))).toEqual(["file-case.email.ask"]);
  });

  test("the cursor that is passed in stays as it was", async () => {
    const { cursor } = await upTo("accept");
    const before = structuredClone(cursor());
    await advance(fileCase, cursor(), { kind: "answer", text: "complaint" }, contextOf());
    expect(cursor()).toEqual(before);
  });

  test("a cursor of another flow is refused by name", async () => {
    const { cursor } = await upTo();
    const other = flowOf("flow: other\nsteps: [{ ask: city, as: city }]");
    await expect(advance(other, cursor(), { kind: "skip" }, contextOf())).rejects.toThrow(/"other".*"file-case"/);
  });

  test("a hundred steps without a question throw", async () => {
    const round = flowOf("flow: round\nsteps: [{ id: a, say: x }, { goto: a }]");
    await expect(advance(round, null, { kind: "start" }, contextOf())).rejects.toThrow(/100 steps/);
  });

  test("an ended flow has nothing more to say until it starts anew", async () => {
    const { say } = await upTo({ press: "decline" });
    expect(await say("hola")).toMatchObject({ status: "done", says: [] });
    expect(keys(await say({ kind: "restart" }))).toContain("file-case.consent.ask");
  });
});

describe("what does not fit", () => {
  test.each([
    ["a wrong word", "quizás mañana", "repair.invalid.choice"],
    ["an empty message", "  ", "repair.invalid.empty"],
    ["an old button", { press: "send" }, "repair.stale"],
    ["a photo", { kind: "answer", text: "", attachment: { kind: "photo" } } as const, "repair.unsupported.photo"],
    ["a question with an option in it", "¿qué pasa si no quiero accept?", "repair.invalid.choice"],
  ])("%s is explained and the question is put again", async (_name, input, key) => {
    const { say, cursor } = await upTo();
    const before = cursor();
    const result = await say(input);
    expect(result.status).toBe("unfit");
    expect(keys(result)).toEqual([key, "file-case.consent.ask"]);
    expect(result.cursor).toEqual(before);
  });

  test("a flow's own text goes before the general one, except for special problems", async () => {
    const own = contextOf({}, { has: (key) => key === "file-case.description.invalid" });
    const { say } = talk(fileCase, own);
    await say({ kind: "start", slots: { consent: "accept", kind: "complaint" } });
    expect(keys(await say("corto"))[0]).toBe("file-case.description.invalid");
    expect(keys(await say("x".repeat(5000)))[0]).toBe("repair.invalid.too-long");
  });

  test("half an answer is kept and completed by the next", async () => {
    const who = flowOf("flow: who\nsteps: [{ ask: id, as: document }]");
    const { say } = talk(who);
    await say({ kind: "start" });
    const half = await say("1020345678");
    expect(half).toMatchObject({ status: "unfit", says: [{ key: "repair.invalid.document-type" }] });
    expect(half.says).toHaveLength(1);
    expect((await say({ press: "ce" })).status).toBe("unfit");
    expect(await say("cc 1020345678")).toMatchObject({ status: "done", cursor: { slots: { id: "CC 1020345678" } } });

    const pressed = talk(who);
    await pressed.say({ kind: "start" });
    await pressed.say("456789");
    expect(await pressed.say({ press: "ce" })).toMatchObject({ status: "done", cursor: { slots: { id: "CE 456789" } } });
  });
});

describe("a form", () => {
  test("takes several fields from one message", async () => {
    const { say } = await upTo(...toSummary.slice(0, 4));
    const result = await say("soy Ana Ruiz, ana@x.co, 3001234567");
    expect(keys(result)).toEqual(["file-case.summary", "file-case.confirm.ask"]);
    expect(result.cursor.slots).toMatchObject({ name: "Ana Ruiz", email: "ana@x.co", phone: "+573001234567" });
    expect(result.changed.sort()).toEqual(["email", "name", "phone"]);
  });

  test("takes what it finds and asks on for the rest", async () => {
    const { say } = await upTo(...toSummary.slice(0, 4));
    const result = await say("mi correo es ana@x.co y mi cel 300 123 4567");
    expect(result).toMatchObject({ status: "waiting", cursor: { at: { field: "name" } } });
    expect(keys(result)).toEqual(["repair.noted", "file-case.name.ask"]);
    expect(keys(await say("Ana Ruiz"))).toEqual(["file-case.summary", "file-case.confirm.ask"]);
  });

  test.each([
    "Me llamo Ana Ruiz, mi cédula es 1020345678, vivo en Medellín y mi correo es ana@x.co",
    "I'm Ana Ruiz, my id: cc 1.020.345.678, ana@x.co, I live in medallo",
    "Nombre: Ana Ruiz\nCorreo: ana@x.co\nCédula: 1020345678\nCiudad: Medellín",
  ])("is filled at once: %s", async (message) => {
    const { say } = talk(flowOf("flow: p\nsteps: [{ form: { name: { as: name }, document: { as: document }, email: { as: email }, city: { as: city } } }]"));
    await say({ kind: "start" });
    expect(await say(message)).toMatchObject({
      status: "done", cursor: { slots: { name: "Ana Ruiz", document: "CC 1020345678", email: "ana@x.co", city: "medellin" } },
    });
  });

  test("a name that is also a city stays a name", async () => {
    const people = flowOf("flow: p\nsteps: [{ form: { name: { as: name }, city: { as: city } } }]");
    const { say } = talk(people);
    await say({ kind: "start" });
    expect(await say("Florencia")).toMatchObject({ cursor: { slots: { name: "Florencia" }, at: { field: "city" } } });
    expect(await say("la nevera")).toMatchObject({ status: "done", cursor: { slots: { city: "bogota" } } });
  });
});

describe("content that changed meanwhile", () => {
  const before = flowOf("flow: f\nsteps: [{ ask: city, as: city }, { call: x.y }, { ask: email, as: email }, { ask: date, as: date }]");
  const calls: string[] = [];
  const context = contextOf({ "x.y": () => { calls.push("x.y"); return {}; } });

  test("goes on at the first question not answered, and runs no action twice", async () => {
    const after = flowOf("flow: f\nsteps: [{ say: new }, { ask: city, as: city }, { call: x.y }, { ask: phone, as: phone }, { ask: email, as: email }]");
    const { say } = talk(before, context);
    await say({ kind: "start" });
    await say("Cali");
    await say("ana@x.co");
    calls.length = 0;
    const result = await say("mañana", after);
    expect(keys(result)).toEqual(["f.phone.ask"]);
    expect(result.cursor).toMatchObject({ hash: after.hash, slots: { city: "cali", email: "ana@x.co" } });
    expect(calls).toEqual([]);
    expect((await say("3001234567", after)).status).toBe("done");
  });

  test("takes the answer when its question is still the open one", async () => {
    const after = flowOf("flow: f\nsteps: [{ ask: city, as: city }, { call: x.y }, { ask: email, as: email }, { say: thanks }]");
    const { say } = talk(before, context);
    await say({ kind: "start" });
    await say("Cali");
    expect(await say("ana@x.co", after)).toMatchObject({ status: "done", says: [{ key: "f.thanks" }] });
  });

  test("forgets values that no longer fit", async () => {
    const after = flowOf("flow: f\nsteps: [{ ask: city, as: number }, { ask: email, as: email }]");
    const { say } = talk(before, context);
    await say({ kind: "start" });
    await say("Cali");
    const result = await say("ana@x.co", after);
    expect(keys(result)).toEqual(["f.city.ask"]);
    expect(result.cursor.slots).not.toHaveProperty("city");
  });
});
