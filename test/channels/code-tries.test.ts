import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningApp } from "../support/app.ts";
import { call, type Activity, type Grant } from "../support/direct-line.ts";
import { newChat, startBot, type Bot } from "./telegram/bot.ts";

const secret = "the-secret-of-the-test";

let bot: Bot;
beforeAll(async () => { bot = await startBot({ memory: true, environment: { DIRECTLINE_SECRET: secret } }); });
afterAll(() => bot.close());

/** Says something in a web conversation of its own, and gives the last that it holds once its turn is done. */
const sayOnWeb = async (text: string) => {
  const running = { url: bot.url } as RunningApp;
  const grant = (await call(running, "tokens/generate", { token: secret })).json as Grant;
  const path = `conversations/${grant.conversationId}/activities`;
  await call(running, path, { token: grant.token, body: { type: "message", text } });
  await bot.app.service.reception.settled();
  const { json } = await call(running, path, { method: "GET", token: grant.token });
  return (json["activities"] as Activity[]).at(-1)!;
};
const newCode = async () => /\*\*(.+?)\*\*/.exec((await sayOnWeb("quiero seguir en Telegram")).text)![1]!;
const inChat = async (chat: number, text: string) => (await bot.tell(bot.telegram.message(chat, text))).replies[0]!.ref;
const words = (key: string) => bot.app.service.content.texts.text(key, "es", { minutes: 15 });

it("a chat tries ten codes at most, even when each of them is right", async () => {
  const chat = newChat();
  for (let i = 0; i < 10; i++) expect(await inChat(chat, await newCode())).toBe("repair.channel.here");
  const code = await newCode();
  expect(await inChat(chat, code)).toBe("repair.channel.too-many");
  expect(await inChat(newChat(), code)).toBe("repair.channel.here");
});

it("an address tries twenty codes at most, in however many conversations", async () => {
  const code = await newCode();
  for (let i = 0; i < 20; i++) expect((await sayOnWeb("CCC-222")).text).toBe(words("repair.channel.unknown"));
  expect((await sayOnWeb(code)).text).toBe(words("repair.channel.too-many"));
  expect((await sayOnWeb("hola")).text).not.toBe(words("repair.channel.too-many"));
});

it.each([["continuar", "es"], ["continue", "en"]] as const)("/%s gives a code on Telegram", async (word, locale) => {
  const { replies } = await bot.tell(bot.telegram.message(newChat(), `/${word}`));
  expect(replies[0]).toMatchObject({ ref: "repair.channel.code", locale });
});
