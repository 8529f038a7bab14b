import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isNight } from "../../src/conversation/limits.ts";
import { openStage, type Stage } from "./stage/stage.ts";

let stage: Stage;
let web: string;
beforeAll(async () => { stage = await openStage(); });
afterAll(() => stage.close());
beforeEach(async () => {
  web = randomUUID();
  await stage.tell(web, { channel: "web", start: "card", locale: "es" });
  await stage.tell(web, { channel: "web", text: "Ana Ruiz" });
});

const codeOf = async (id = web): Promise<string> => {
  const { replies } = await stage.tell(id, { channel: "web", choice: "command:channel" });
  return /\*\*(.+?)\*\*/.exec(replies[0]!.text)![1]!;
};
const type = async (text: string, id = randomUUID()) => {
  const { replies } = await stage.tell(id, { channel: "telegram", text });
  return { id, refs: replies.map(({ ref }) => ref) };
};

describe("a code carries a conversation to another channel", () => {
  test("once, and back again with another", async () => {
    const code = await codeOf();
    const there = await type(code);
    expect(there.refs).toEqual(["repair.channel.here", "card.email.ask"]);
    expect((await type(code)).refs).toEqual(["repair.channel.unknown"]);
    const back = await stage.tell(web, { channel: "web", text: await codeOf(there.id) });
    expect(back.replies.map(({ ref }) => ref)).toEqual(["repair.channel.here", "card.email.ask"]);
    expect((await stage.read(web)).state.cursor?.slots).toMatchObject({ name: "Ana Ruiz" });
    expect((await stage.read(there.id)).state).toMatchObject({ cursor: null, paused: [] });
  });

  test("while it lives, and only the newest of a conversation", async () => {
    const first = await codeOf();
    const second = await codeOf();
    expect((await type(first)).refs).toEqual(["repair.channel.unknown"]);
    stage.pass(16 * 60_000);
    expect((await type(second)).refs).toEqual(["repair.channel.unknown"]);
    expect((await stage.read(web)).state.cursor).not.toBeNull();
  });

  test("is not kept in the clear where codes are looked up", async () => {
    const code = await codeOf();
    const rows = await stage.service.db.db.selectFrom("continuity_code").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code.replace("-", ""));
  });

  test("cannot be guessed at length", async () => {
    const code = await codeOf();
    const { id } = await type("CCC-222");
    for (let i = 0; i < 4; i++) expect((await type("CCC-222", id)).refs).toEqual(["repair.channel.unknown"]);
    expect((await type(code, id)).refs).toEqual(["repair.channel.too-many"]);
    stage.pass(16 * 60_000);
    expect((await type(await codeOf(), id)).refs[0]).toBe("repair.channel.here");
  });

  test("two at once: one of them gets the conversation", async () => {
    const code = await codeOf();
    const refs = (await Promise.all([type(code), type(code), type(code)])).map(({ refs: [first] }) => first);
    expect(refs.filter((ref) => ref === "repair.channel.here")).toHaveLength(1);
  });
});

test.each([["2026-11-23T02:00:00Z", true], ["2026-11-23T11:59:00Z", true], ["2026-11-23T12:00:00Z", false], ["2026-11-24T01:59:00Z", false]])(
  "in Bogotá it is night at %s: %s", (at, night) => { expect(isNight(new Date(at))).toBe(night); });
