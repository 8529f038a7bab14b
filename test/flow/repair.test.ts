import { describe, expect, test } from "vitest";
import { toSummary, upTo } from "./file-case.ts";
import { contextOf, flowOf, keys, talk } from "./talk.ts";

describe("repair", () => {
  test("back returns to the last answered question, field by field, and then no further", async () => {
    const { say, cursor } = await upTo(...toSummary);
    for (const asked of ["phone", "email", "name", "identity", "description", "kind", "consent"]) {
      const result = await say({ kind: "back" });
      expect(keys(result)).toEqual([`file-case.${asked}.ask`]);
      expect(cursor().slots).not.toHaveProperty(asked);
    }
    expect(await say({ kind: "back" })).toMatchObject({ status: "refused", says: [{ key: "repair.nothing-back" }, {}] });
  });

  test("skip leaves out what is optional and nothing else", async () => {
    const { say } = await upTo(...toSummary.slice(0, 5));
    expect(await say({ kind: "skip" })).toMatchObject({ status: "refused", says: [{ key: "repair.cannot-skip" }, { key: "repair.needed.email" }, {}] });
    await say("ana@x.co");
    expect(await say({ press: "skip" })).toMatchObject({ status: "waiting", cursor: { slots: { phone: null } } });
  });

  test("repeat says the question again, with the summary before it unless brief", async () => {
    const { say } = await upTo(...toSummary);
    expect(keys(await say({ kind: "repeat" }))).toEqual(["file-case.summary", "file-case.confirm.ask"]);
    expect(keys(await say({ kind: "repeat", brief: true }))).toEqual(["file-case.confirm.ask"]);
  });

  test("a jump back forgets what was asked from there on", async () => {
    const { say } = await upTo(...toSummary);
    const result = await say("change");
    expect(keys(result)).toEqual(["file-case.kind.ask"]);
    expect(result.cursor.slots).toEqual({ consent: "accept" });
    expect(result.cursor.trail).toEqual([{ step: "consent" }]);
  });

  test("a correction with its value returns to the summary, which shows it", async () => {
    const { say } = await upTo(...toSummary);
    const result = await say({ kind: "correct", slot: "email", text: "mi correo es ana.ruiz@y.org" });
    expect(keys(result)).toEqual(["repair.corrected", "file-case.summary", "file-case.confirm.ask"]);
    expect(result.says[1]).toMatchObject({ params: { email: "ana.ruiz@y.org", name: "Ana Ruiz" } });
    expect(result).toMatchObject({ status: "waiting", cursor: { at: { step: "confirm" } }, changed: ["email"] });
  });

  test("a correction without a value asks only that and returns", async () => {
    const { say } = await upTo(...toSummary);
    expect(keys(await say({ kind: "correct", slot: "name" }))).toEqual(["file-case.name.ask"]);
    expect(keys(await say("eso no es 1 nombre"))).toEqual(["repair.invalid.name", "file-case.name.ask"]);
    const result = await say("Ana María Ruiz");
    expect(keys(result)).toEqual(["repair.corrected", "file-case.summary", "file-case.confirm.ask"]);
    expect(result.cursor).not.toHaveProperty("returnTo");
    expect(result.cursor.slots).toMatchObject({ name: "Ana María Ruiz", email: "ana@x.co" });
  });

  test("a correction that is given up keeps the old value", async () => {
    const { say } = await upTo(...toSummary);
    await say({ kind: "correct", slot: "email" });
    const result = await say({ kind: "back" });
    expect(result).toMatchObject({ status: "waiting", cursor: { at: { step: "confirm" }, slots: { email: "ana@x.co" } } });
  });

  test("correcting what steers the way forgets the way that is left", async () => {
    const { say } = await upTo(...toSummary);
    const result = await say({ kind: "correct", slot: "identity", text: "anonymous" });
    expect(keys(result)).toEqual(["repair.corrected", "file-case.summary", "file-case.confirm.ask"]);
    for (const gone of ["name", "email", "phone"]) expect(result.cursor.slots).not.toHaveProperty(gone);
  });

  test("a value told before its question is not asked later", async () => {
    const { say } = await upTo("accept");
    await say({ kind: "correct", slot: "description", text: "No me han respondido nada" });
    expect(keys(await say("petition"))).toEqual(["file-case.identity.ask"]);
  });

  test("what is not part of the flow, or not asked yet, is refused", async () => {
    const { say } = await upTo("accept");
    expect(await say({ kind: "correct", slot: "shoe-size" })).toMatchObject({ status: "refused", says: [{ key: "repair.cannot-correct" }, {}] });
    expect(await say({ kind: "correct", slot: "email" })).toMatchObject({ status: "refused", says: [{ key: "repair.not-asked-yet" }, {}] });
  });

  test("after a final action nothing before it is changed or returned to", async () => {
    const { say } = await upTo(...toSummary, "send");
    expect(await say({ kind: "back" })).toMatchObject({ status: "refused", says: [{ key: "repair.nothing-back" }, {}] });
    expect(await say({ kind: "correct", slot: "email", text: "b@x.co" })).toMatchObject({ status: "refused", says: [{ key: "repair.too-late" }, {}] });
  });
});

describe("options that an action sets", () => {
  const booking = flowOf(`
flow: booking
steps:
  - choose: office
    from: [north, south]
  - call: openings.list
    to: { none: to-person }
  - choose: opening
    from: openings
  - form: { name: { as: name }, email: { as: email } }
  - say: summary
  - choose: confirm
    from: [book, cancel]
`);
  let asked: string[] = [];
  const openings = contextOf({
    "openings.list": ({ office }) => {
      asked.push(String(office));
      return { slots: { openings: [1, 2].map((n) => ({ value: `${String(office)}-${n}`, title: { both: { es: `Martes ${n}`, en: `Tuesday ${n}` } } })) } };
    },
  }, { needs: () => ["office"] });

  const toConfirm = async () => {
    asked = [];
    const conversation = talk(booking, openings);
    await conversation.say({ kind: "start" });
    for (const input of ["north", "tuesday 2", "Ana Ruiz", "ana@x.co"]) await conversation.say(input);
    return conversation;
  };

  test("are chosen by title in either language", async () => {
    const { cursor, last } = await toConfirm();
    expect(cursor().slots).toMatchObject({ opening: "north-2" });
    expect(last().says[0]).toMatchObject({ params: { opening: { both: { es: "Martes 2", en: "Tuesday 2" } } } });
  });

  test("are offered anew when what they hang on is corrected, and the rest is kept", async () => {
    const { say, cursor } = await toConfirm();
    const result = await say({ kind: "correct", slot: "office", text: "south" });
    expect(keys(result)).toEqual(["repair.corrected", "booking.opening.ask"]);
    expect(cursor().slots).not.toHaveProperty("opening");
    expect(asked).toEqual(["north", "south"]);
    const again = await say("1");
    expect(keys(again)).toEqual(["booking.summary", "booking.confirm.ask"]);
    expect(again.cursor.slots).toMatchObject({ opening: "south-1", name: "Ana Ruiz", email: "ana@x.co" });
  });

  test("stay when something else is corrected", async () => {
    const { say } = await toConfirm();
    const result = await say({ kind: "correct", slot: "name", text: "Eva Díaz" });
    expect(result.cursor.slots).toMatchObject({ opening: "north-2", name: "Eva Díaz" });
    expect(asked).toEqual(["north"]);
  });

  test("an action that sets no options is a fault that names the slot", async () => {
    const silent = talk(booking, contextOf({ "openings.list": () => ({}) }));
    await silent.say({ kind: "start" });
    await expect(silent.say("north")).rejects.toThrow(/slot "openings"/);
  });
});
