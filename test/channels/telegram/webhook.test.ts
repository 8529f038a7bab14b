import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../../setup/services.ts";
import { startProxy } from "../../support/proxy.ts";
import { newChat, secret, startBot, until, type Bot } from "./bot.ts";

let bot: Bot;
let door: Awaited<ReturnType<typeof startProxy>>;
beforeAll(async () => {
  const database = new URL(await createDatabase(inject("postgresUrl")));
  door = await startProxy(Number(database.port));
  database.port = String(door.port);
  bot = await startBot({ webhook: true, environment: { DATABASE_URL: database.href } });
  await until(() => bot.telegram.webhook());
});
afterAll(async () => {
  await bot.close();
  door.close();
});

const post = (update: unknown, given: string | undefined = secret) => bot.telegram.post(bot.hook, update, given);

describe("the webhook", () => {
  it("is told to Telegram with its secret, and takes updates", async () => {
    expect(bot.telegram.webhook()).toEqual({ url: bot.hook, secret });
    expect((await bot.tell(bot.telegram.message(newChat(), "/start"))).outcome).toBe("flow-started");
    expect(bot.telegram.callsTo("getUpdates")).toEqual([]);
  });

  it("refuses whoever does not know the secret", async () => {
    const update = bot.telegram.message(newChat(), "/start");
    expect(await post(update, "")).toBe(401);
    expect(await post(update, `${secret}x`)).toBe(401);
    const known = bot.telegram.message(newChat(), "/start");
    expect(await post(known)).toBe(200);
    await bot.told(known);
    expect(await bot.turns(update)).toEqual([]);
  });

  it("answers what it cannot read without a word about itself", async () => {
    const send = (body: string) => fetch(bot.hook, { method: "POST", body, headers: { "x-telegram-bot-api-secret-token": secret } });
    for (const body of ["{", '{"update_id":', "\u0000", `"${"x".repeat(2_000_000)}"`]) {
      const response = await send(body);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get("content-type")).toContain("application/json");
      expect(await response.text()).not.toMatch(/\bat |node_modules|\.ts/);
    }
    for (const body of ["{}", "[]", '{"update_id":"x"}', '{"update_id":1,"message":{"text":5}}', '{"update_id":2,"unheard_of":{}}']) {
      expect((await send(body)).status).toBe(200);
    }
  });

  it("gives one reply to an update that comes again and again", async () => {
    const chat = newChat();
    const update = bot.telegram.message(chat, "/start");
    expect(await post(update)).toBe(200);
    const { sent } = await bot.told(update);
    expect(await Promise.all([post(update), post(update), post(update)])).toEqual([200, 200, 200]);
    const atOnce = bot.telegram.message(chat, "/start contact");
    expect(await Promise.all(Array.from({ length: 6 }, () => post(atOnce)))).toEqual(Array(6).fill(200));
    const second = await bot.told(atOnce);
    expect(await bot.turns(update, atOnce)).toHaveLength(2);
    expect(bot.telegram.sent(chat)).toHaveLength(sent.length + second.sent.length);
  });

  it("takes updates in any order, each once", async () => {
    const chat = newChat();
    const updates = ["/start", "/start contact", "/start language", "/start find-tramite"].map((text) => bot.telegram.message(chat, text));
    for (const at of [2, 0, 3, 2, 1, 0]) expect(await post(updates[at])).toBe(200);
    const all = [];
    for (const update of updates) all.push(await bot.told(update));
    expect(await bot.turns(...updates)).toHaveLength(4);
    expect(bot.telegram.sent(chat)).toHaveLength(all.flatMap(({ sent }) => sent).length);
    expect(all.map(({ turn }) => turn.flow)).toEqual(["welcome", "contact", "language", "find-tramite"]);
  });

  it("lets Telegram deliver again what came while the database was away", async () => {
    const chat = newChat();
    const update = bot.telegram.message(chat, "/start contact");
    door.cut();
    bot.telegram.deliver(update);
    await until(() => bot.telegram.webhookAnswers.includes(500));
    door.mend();
    const { outcome, sent } = await bot.told(update);
    expect(outcome).toBe("flow-started");
    await until(() => bot.telegram.unconfirmed() === 0);
    expect(bot.telegram.sent(chat)).toHaveLength(sent.length);
    expect(await bot.turns(update)).toHaveLength(1);
  });
});
