import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTelegramApi, type TelegramApi } from "../../../src/channels/telegram/api.ts";
import { createDelivery, type Push } from "../../../src/conversation/delivery.ts";
import type { Reply } from "../../../src/conversation/message.ts";
import { accept, numbers } from "../../../src/conversation/store.ts";
import type { OpenDb } from "../../../src/db/open.ts";
import { eachDatabase } from "../../setup/databases.ts";
import { quiet } from "../../setup/quiet.ts";
import { startTelegram, token, type Telegram } from "../../support/telegram.ts";
import { newChat } from "./bot.ts";
import { publishedContent } from "../../support/content.ts";

const { texts } = publishedContent();
const files = () => Promise.resolve(undefined);
const reply = (text: string, titles: string[] = []): Reply => ({
  ref: "test", text, locale: "es", sources: [], choices: titles.map((title, i) => ({ value: `v${i}`, title })),
});
const paragraphs = (count: number) => Array.from({ length: count }, (_, i) => `${i}. ${"palabra & <más> ".repeat(40)}`).join("\n\n");

describe.each(eachDatabase)("long replies, stored on $kind", ({ open }) => {
  let db: OpenDb;
  let telegram: Telegram;
  let api: TelegramApi;
  let clock = new Date();
  beforeAll(async () => {
    [db, telegram] = await Promise.all([open(), startTelegram()]);
    api = createTelegramApi(token, telegram.root, texts, { files });
  });
  beforeEach(() => { telegram.behave(); });
  afterAll(() => Promise.all([db.close(), telegram.close()]));

  const pass = (seconds: number) => { clock = new Date(clock.getTime() + seconds * 1000); };
  const delivery = (push: Push = api.push) => createDelivery({ db: db.db, pushes: { telegram: push }, now: () => clock, log: quiet });

  /** Puts replies on the way as a turn does. */
  const store = async (chatId: number, replies: Reply[]) => {
    const conversationId = randomUUID();
    telegram.message(chatId, "hola");
    await accept(db.db, { channel: "telegram", conversationId, turnId: randomUUID(), text: "hola" }, { chatId }, clock);
    await db.db.transaction().execute(async (trx) => {
      const seqs = await numbers(trx, conversationId, replies.length);
      await trx.insertInto("message").values(replies.map((said, i) => ({
        conversation_id: conversationId, seq: seqs[i]!, direction: "out" as const, channel: "telegram", turn_id: randomUUID(),
        payload: JSON.stringify(said), handled_at: null, created_at: clock,
      }))).execute();
      await trx.insertInto("delivery").values(seqs.map((seq) => ({
        conversation_id: conversationId, seq, state: "pending" as const, attempts: 0, next_attempt_at: clock, external_id: null,
      }))).execute();
    });
    return () => db.db.selectFrom("delivery").select(["state", "external_id", "attempts"]).where("conversation_id", "=", conversationId).orderBy("seq").execute();
  };

  it("go in pieces that end with a paragraph, the buttons under the last", async () => {
    const chat = newChat();
    const states = await store(chat, [reply(paragraphs(18), ["Sí", "No"]), reply("after")]);
    expect(await delivery()()).toBe(2);
    const sent = telegram.sent(chat);
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.slice(0, -1).map(({ text }) => text).join("\n\n").match(/^\d+\. /gm)).toHaveLength(18);
    expect(sent.slice(0, -1).every(({ text }) => text.length <= 4096 && /^\d+\. /.test(text))).toBe(true);
    expect(sent.map(({ keyboard }) => keyboard.flat().length)).toEqual([...sent.slice(0, -2).map(() => 0), 2, 0]);
    const [long] = await states();
    expect(long!.external_id!.split(" ")).toHaveLength(sent.length - 1);
  });

  it("go on after a refusal with the piece that was missing", async () => {
    const chat = newChat();
    await store(chat, [reply(paragraphs(18))]);
    telegram.misbehave("sendMessage", { status: 429, retryAfter: 7 }, 1);
    const deliver = delivery();
    expect(await deliver()).toBe(0);
    let calls = 0;
    const failing = delivery(async (...given) => (++calls === 2 ? { status: "later", seconds: 5 } : api.push(...given)));
    pass(7);
    expect(await failing()).toBe(0);
    expect(telegram.sent(chat)).toHaveLength(1);
    pass(5);
    expect(await deliver()).toBe(1);
    const texts = telegram.sent(chat).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.join("\n\n").match(/^\d+\. /gm)).toHaveLength(18);
  });

  it("are bare text where Telegram cannot read the marks", async () => {
    const chat = newChat();
    await store(chat, [reply("**uno [dos** tres](https://example.org/a?b=1&c=2)")]);
    expect(await delivery()()).toBe(1);
    expect(telegram.sent(chat)).toMatchObject([{ html: false }]);
    expect(telegram.sent(chat)[0]!.text).toContain("https://example.org/a?b=1&c=2");
  });

  it("are tried again when Telegram hangs", async () => {
    const chat = newChat();
    await store(chat, [reply("hola")]);
    telegram.misbehave("sendMessage", "hang", 1);
    const impatient = createTelegramApi(token, telegram.root, texts, { callMs: 300, files });
    expect(await delivery(impatient.push)()).toBe(0);
    pass(2);
    expect(await delivery()()).toBe(1);
  });

  it("are not sent again by whoever could not write down that they were", async () => {
    const chat = newChat();
    const states = await store(chat, [reply("hola")]);
    let written = false;
    const flaky = new Proxy(db.db, {
      get: (target, name) => {
        if (name === "updateTable" && !written) {
          written = true;
          throw Object.assign(new Error("Connection terminated unexpectedly"), {});
        }
        const value = Reflect.get(target, name) as unknown;
        return typeof value === "function" ? value.bind(target) as unknown : value;
      },
    });
    const deliver = createDelivery({ db: flaky, pushes: { telegram: api.push }, now: () => clock, log: quiet });
    await expect(deliver()).rejects.toThrow("Connection terminated");
    pass(31);
    expect(await deliver()).toBe(1);
    expect(telegram.sent(chat)).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: "sent" }]);
  });

  it("go to many chats side by side, and in order in each", async () => {
    const chats = Array.from({ length: 20 }, newChat);
    for (const chat of chats) await store(chat, [reply("uno"), reply("dos")]);
    let [now, most] = [0, 0];
    let open = (): void => undefined;
    const all = new Promise<void>((resolve) => { open = resolve; });
    const deliver = delivery(async (...given) => {
      most = Math.max(most, ++now);
      if (now === chats.length) open();
      await all;
      const result = await api.push(...given);
      now--;
      return result;
    });
    expect(await deliver()).toBe(40);
    expect(most).toBe(20);
    expect(chats.map((chat) => telegram.sent(chat).map(({ text }) => text))).toEqual(chats.map(() => ["uno", "dos"]));
  });

  it("are taken up by another replica when theirs died", async () => {
    const chat = newChat();
    const states = await store(chat, [reply("hola")]);
    const then = clock;
    const dead = createDelivery({ db: db.db, pushes: { telegram: () => new Promise(() => undefined) }, now: () => then, log: quiet });
    void dead().catch(() => undefined);
    const alive = delivery();
    await expect.poll(async () => (await states())[0]!.attempts).toBe(1);
    expect(await alive()).toBe(0);
    pass(31);
    expect(await alive()).toBe(1);
    expect(telegram.sent(chat)).toHaveLength(1);
  });
});
