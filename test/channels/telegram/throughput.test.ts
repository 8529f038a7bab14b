import { afterAll, beforeAll, expect, it } from "vitest";
import { sized } from "../../support/bars.ts";
import { isBot, newCitizen, secret as webSecret } from "../../service/citizen.ts";
import { newChat, secret, startBot, until, type Bot } from "./bot.ts";

const people = sized(200, 20);
const rounds = 3;
const words = "¿cuánto cuesta la cédula de extranjería?";
const patience = 600_000;
let bot: Bot;

beforeAll(async () => { bot = await startBot({ webhook: true, environment: { DIRECTLINE_SECRET: webSecret } }); });
afterAll(() => bot.close());

/** Milliseconds from each message to the first reply to it. */
type Waits = number[];

const onTelegram = async (waits: Waits) => {
  const chat = newChat();
  for (let round = 0; round < rounds; round++) {
    const before = bot.telegram.sent(chat).length;
    const began = performance.now();
    expect(await bot.telegram.post(bot.hook, bot.telegram.message(chat, words), secret)).toBe(200);
    await until(() => bot.telegram.sent(chat).length > before, patience);
    waits.push(performance.now() - began);
  }
};

const onWeb = async (waits: Waits) => {
  const citizen = await newCitizen(bot.url);
  const stream = await citizen.follow(bot.url);
  const heard = () => stream.heard.filter(isBot).length;
  for (let round = 0; round < rounds; round++) {
    const before = heard();
    const began = performance.now();
    expect(await citizen.say(bot.url, words)).toBe(200);
    await until(() => heard() > before, patience);
    waits.push(performance.now() - began);
  }
  stream.close();
};

const nth = (waits: Waits, share: number): number => Math.round(waits.toSorted((a, b) => a - b)[Math.floor((waits.length - 1) * share)]!);

it("everybody is answered on Telegram and on the web at once, and how long they wait is told", async () => {
  const waits: Record<"telegram" | "web", Waits> = { telegram: [], web: [] };
  const took: Record<string, number> = {};
  const all = async (channel: "telegram" | "web", one: (waits: Waits) => Promise<void>) => {
    const began = performance.now();
    await Promise.all(Array.from({ length: people }, () => one(waits[channel])));
    took[channel] = (performance.now() - began) / 1000;
  };
  await Promise.all([all("telegram", onTelegram), all("web", onWeb)]);
  for (const channel of ["telegram", "web"] as const) {
    console.log("throughput:", JSON.stringify({ channel, people, answers: waits[channel].length, perSecond: Math.round(waits[channel].length / took[channel]! * 10) / 10, medianMs: nth(waits[channel], 0.5), p95Ms: nth(waits[channel], 0.95), worstMs: nth(waits[channel], 1) }));
  }
  expect(waits.telegram).toHaveLength(people * rounds);
  expect(waits.web).toHaveLength(people * rounds);
}, patience);
