import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../../setup/services.ts";
import { startTelegram } from "../../support/telegram.ts";
import type { Sent } from "../../support/telegram-world.ts";
import { newChat, startBot, until, type Bot } from "./bot.ts";

let bot: Bot;
beforeAll(async () => { bot = await startBot(); });
afterAll(() => bot.close());

const open = async (chat: number, at: string, on: Bot = bot) => on.tell(on.telegram.message(chat, `/start ${at}`));
const menuIn = (sent: Sent[]): Sent => sent.findLast(({ keyboard }) => keyboard.length > 0)!;
const place = (replies: { choices: { value: string }[] }[], value: string) =>
  replies.flatMap(({ choices }) => choices).findIndex((choice) => choice.value === value);

describe("buttons on Telegram", () => {
  it("are the choices of a reply, under its last piece", async () => {
    const { replies, sent } = await open(newChat(), "welcome");
    const offered = replies.flatMap(({ choices }) => choices);
    expect(offered.length).toBeGreaterThan(2);
    expect(menuIn(sent).keyboard.flat().map(({ text }) => text)).toEqual(offered.map(({ title }) => title));
    expect(sent.at(-1)!.keyboard.length).toBeGreaterThan(0);
  });

  it("do what they say, once, and keep only the choice that was made", async () => {
    const chat = newChat();
    const { replies, sent } = await open(chat, "welcome");
    const menu = menuIn(sent);
    const at = place(replies, "contact");
    const title = menu.keyboard.flat()[at]!.text;
    const pressed = await bot.tell(bot.telegram.press(menu, at));
    expect(pressed.turn.flow).toBe("contact");
    await until(() => menu.keyboard.flat().length === 1);
    expect(menu.keyboard.flat()[0]!.text).toContain(title);
    await until(() => bot.telegram.callsTo("answerCallbackQuery").length > 0);
    const spent = bot.telegram.press(menu, 0);
    bot.telegram.deliver(spent);
    await until(() => bot.telegram.callsTo("answerCallbackQuery").some(({ payload }) =>
      payload["callback_query_id"] === (spent["callback_query"] as { id: string }).id));
    expect(await bot.turns(spent)).toEqual([]);
  });

  it("pressed twice count once, pressed again after something else count anew", async () => {
    const chat = newChat();
    const { replies, sent } = await open(chat, "welcome");
    const menu = menuIn(sent);
    const at = place(replies, "question");
    const presses = [1, 2, 3].map(() => bot.telegram.press(menu, at));
    const later = bot.telegram.press(menu, at);
    bot.telegram.deliver(...presses);
    const after = await open(chat, "contact");
    expect((await bot.turns(...presses)).map((turn) => turn.turn_id)).toEqual([String(presses[0]!.update_id)]);
    expect(after.outcome).toBe("flow-started");
    expect((await bot.tell(later)).refs).toContain("repair.stale");
  });

  it("of an earlier question are no answer to the open one, of the same question asked again they are", async () => {
    const chat = newChat();
    const first = await open(chat, "contact");
    const second = await open(chat, "contact");
    const old = await bot.tell(bot.telegram.press(menuIn(first.sent), place(first.replies, "web")));
    expect(old.outcome).toBe("flow-continued");
    await open(chat, "language");
    const stale = await bot.tell(bot.telegram.press(menuIn(second.sent), place(second.replies, "line")));
    expect(stale.outcome).toBe("repaired-invalid");
    expect(stale.refs).toContain("repair.stale");
  });

  it("of a message that is no longer stored are said to be old", async () => {
    const chat = newChat();
    const { sent } = await open(chat, "welcome");
    const menu = menuIn(sent);
    const gone = { ...menu, keyboard: [[{ text: "x", callback_data: "999.0" }]] };
    const beyond = { ...menu, keyboard: [[{ text: "x", callback_data: `${menu.keyboard[0]![0]!.callback_data.split(".")[0]}.77` }]] };
    for (const message of [gone, beyond]) {
      expect((await bot.tell(bot.telegram.press(message, 0))).refs).toContain("repair.stale");
    }
  });

  it("forged in any shape do no harm", async () => {
    const chat = newChat();
    const { sent } = await open(chat, "welcome");
    const forged = ["", "spent", "1", "1.", "-1.0", "1.0.0", "99999999999.1", "1.999", "'; drop table turn"].map((data) =>
      bot.telegram.press({ ...menuIn(sent), keyboard: [[{ text: "x", callback_data: data }]] }, 0));
    bot.telegram.deliver(...forged);
    expect((await open(chat, "contact")).outcome).toBe("flow-started");
    expect(await bot.turns(...forged)).toEqual([]);
  });

  it("work after a restart", async () => {
    const telegram = await startTelegram();
    const environment = { DATABASE_URL: await createDatabase(inject("postgresUrl")) };
    const chat = newChat();
    const before = await startBot({ telegram, environment, content: bot.app.service.content });
    const { replies, sent } = await open(chat, "welcome", before);
    await before.close();
    const press = telegram.press(menuIn(sent), place(replies, "contact"));
    telegram.deliver(press);
    const after = await startBot({ telegram, environment, content: bot.app.service.content });
    expect((await after.told(press)).turn.flow).toBe("contact");
    await after.close();
    await telegram.close();
  });
});
