import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newChat, startBot, until, type Bot } from "./bot.ts";

let bot: Bot;
let clock = new Date("2026-11-23T15:00:00Z");
beforeAll(async () => { bot = await startBot({ now: () => clock }); });
afterAll(() => bot.close());

const start = (chat: number) => bot.telegram.message(chat, "/start");
const pass = (seconds: number) => { clock = new Date(clock.getTime() + seconds * 1000); };
const tries = (chat: number) => bot.telegram.callsTo("sendMessage").filter(({ payload }) => payload["chat_id"] === chat).length;
/** The deliverer has written down that it tries again so much later. */
const putOff = (seconds: number) => until(() => bot.app.service.db.db.selectFrom("delivery").select("seq")
  .where("state", "=", "pending").where("next_attempt_at", "=", new Date(clock.getTime() + seconds * 1000)).executeTakeFirst());
/** The deliverer went over all that is due: somebody else's reply went out. */
const deliveryRan = () => bot.tell(start(newChat()));

describe("replies on their way to Telegram", () => {
  it("arrive in order, and are confirmed one by one", async () => {
    const chat = newChat();
    const updates = [start(chat), bot.telegram.message(chat, "/start contact"), bot.telegram.message(chat, "/start language")];
    bot.telegram.deliver(...updates);
    const all = [];
    for (const update of updates) all.push(...(await bot.told(update)).sent);
    expect(bot.telegram.sent(chat)).toEqual(all);
  });

  it("wait as long as Telegram asks", async () => {
    const chat = newChat();
    bot.telegram.misbehave("sendMessage", { status: 429, description: "Too Many Requests: retry after 40", retryAfter: 40 }, 1, chat);
    const update = start(chat);
    bot.telegram.deliver(update);
    await putOff(40);
    pass(39);
    await deliveryRan();
    expect(tries(chat)).toBe(1);
    pass(1);
    const { sent, replies } = await bot.told(update);
    expect(sent).toHaveLength(replies.length);
    expect(tries(chat)).toBe(replies.length + 1);
  });

  it("go out after failures, later and later, in order", async () => {
    const chat = newChat();
    bot.telegram.misbehave("sendMessage", { status: 500 }, 3, chat);
    const updates = [start(chat), bot.telegram.message(chat, "/start contact")];
    bot.telegram.deliver(...updates);
    const waits = [2, 4, 8];
    for (const [i, seconds] of waits.entries()) {
      await putOff(seconds);
      pass(seconds - 1);
      await deliveryRan();
      expect(tries(chat)).toBe(i + 1);
      pass(1);
    }
    const all = [...(await bot.told(updates[0]!)).sent, ...(await bot.told(updates[1]!)).sent];
    expect(bot.telegram.sent(chat)).toEqual(all);
  });

  it("end with a citizen who blocked the bot, and go on when they are back", async () => {
    const chat = newChat();
    await bot.tell(start(chat));
    const before = tries(chat);
    bot.telegram.block(chat);
    const lost = await bot.tell(start(chat));
    expect(new Set(lost.states)).toEqual(new Set(["undeliverable"]));
    expect(tries(chat)).toBe(before + 1);
    bot.telegram.unblock(chat);
    const back = await bot.tell(start(chat));
    expect(new Set(back.states)).toEqual(new Set(["sent"]));
    expect(back.sent).toHaveLength(back.replies.length);
  });

  it("pass over one that Telegram will never take", async () => {
    const chat = newChat();
    bot.telegram.misbehave("sendMessage", { status: 400, description: "Bad Request: something new" }, 1, chat);
    const { states } = await bot.tell(start(chat));
    expect(states[0]).toBe("undeliverable");
    expect(states.slice(1).length).toBeGreaterThan(0);
    expect(new Set(states.slice(1))).toEqual(new Set(["sent"]));
  });

  it("wait for a Telegram that cannot be reached", async () => {
    const chat = newChat();
    bot.telegram.misbehave("sendMessage", { status: 502 });
    const update = start(chat);
    bot.telegram.deliver(update);
    await until(() => tries(chat) === 1);
    await bot.telegram.shut();
    bot.telegram.behave();
    pass(60);
    await bot.telegram.open();
    await until(() => { pass(300); return tries(chat) > 1; });
    expect((await bot.told(update)).states).not.toContain("undeliverable");
  });
});
