import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../../setup/services.ts";
import { newChat, startBot, until, type Bot } from "./bot.ts";

let bot: Bot;
let database: string;
beforeAll(async () => {
  database = await createDatabase(inject("postgresUrl"));
  bot = await startBot({ environment: { DATABASE_URL: database } });
});
afterAll(() => bot.close());

const start = (chat: number) => bot.telegram.message(chat, "/start");

describe("long polling", () => {
  it("confirms updates once they are stored", async () => {
    const update = start(newChat());
    await bot.tell(update);
    await until(() => bot.telegram.unconfirmed() === 0);
    const last = bot.telegram.callsTo("getUpdates").at(-1)!;
    expect(last.payload).toMatchObject({ offset: update.update_id + 1, allowed_updates: expect.arrayContaining(["message", "callback_query"]) });
  });

  it("passes over what it cannot read", async () => {
    const { update_id } = start(newChat());
    bot.telegram.deliver({ update_id, message: { message_id: "no number", chat: null } });
    await until(() => bot.telegram.unconfirmed() === 0);
    expect((await bot.tell(start(newChat()))).outcome).toBe("flow-started");
  });

  it("gives one turn to an update that it gets again", async () => {
    const chat = newChat();
    const update = start(chat);
    bot.telegram.deliver(update, update, update);
    const { sent } = await bot.told(update);
    await bot.tell(start(newChat()));
    expect(bot.telegram.sent(chat)).toHaveLength(sent.length);
  });

  it("survives a Telegram that fails, asks to wait, or cannot be reached", async () => {
    const before = bot.telegram.callsTo("getUpdates").length;
    bot.telegram.misbehave("getUpdates", { status: 502 }, 1);
    await bot.tell(start(newChat()));
    await until(() => bot.telegram.callsTo("getUpdates").length > before + 1);
    bot.telegram.misbehave("getUpdates", { status: 429, retryAfter: 1 }, 1);
    await bot.tell(start(newChat()));
    await bot.telegram.shut();
    const update = start(newChat());
    bot.telegram.deliver(update);
    await bot.telegram.open();
    expect((await bot.told(update)).states).not.toContain("undeliverable");
  });

  it("keeps nobody waiting for the clock on a button", async () => {
    const chat = newChat();
    const { sent } = await bot.tell(start(chat));
    bot.telegram.misbehave("answerCallbackQuery", "hang");
    bot.telegram.misbehave("editMessageReplyMarkup", "hang");
    await bot.tell(bot.telegram.press(sent.find(({ keyboard }) => keyboard.length > 0)!, 0));
    expect((await bot.tell(start(chat))).outcome).toBe("flow-started");
    bot.telegram.behave();
  });

  it("loses and doubles nothing when two processes poll", async () => {
    const rival = await startBot({ telegram: bot.telegram, environment: { DATABASE_URL: database }, content: bot.app.service.content });
    await until(() => bot.telegram.callsTo("getUpdates").length > 0);
    const chats = Array.from({ length: 6 }, newChat);
    const updates = chats.map(start);
    bot.telegram.deliver(...updates);
    for (const update of updates) expect((await bot.told(update)).outcome).toBe("flow-started");
    await rival.close();
    const last = start(newChat());
    expect((await bot.tell(last)).outcome).toBe("flow-started");
    expect(new Set(chats.map((chat) => bot.telegram.sent(chat).length))).toEqual(new Set([bot.telegram.sent(chats[0]!).length]));
    expect(await bot.turns(...updates)).toHaveLength(6);
  });
});
