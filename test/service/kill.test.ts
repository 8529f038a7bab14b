import { mkdtempSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../setup/services.ts";
import { endProcesses, runProcess, startProcess } from "../support/process.ts";
import { startTelegram, token } from "../support/telegram.ts";
import { isBot, newCitizen, secret, type Activity } from "./citizen.ts";

const patience = 180_000;
const start = (environment: Record<string, string>) => startProcess({ DIRECTLINE_SECRET: secret, ...environment });
const newDatabase = () => createDatabase(inject("postgresUrl"));
const answeredIds = (all: Activity[]) => new Set(all.filter(isBot).map(({ replyToId }) => replyToId));

afterEach(endProcesses);
afterAll(endProcesses);

/** The reply was committed while Telegram refused connections; then the process is killed. */
const killBeforeSending = async (database: Record<string, string>) => {
  const telegram = await startTelegram();
  const environment = {
    ...database, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_WEBHOOK_SECRET: "s", LOG_LEVEL: "debug",
  };
  const chat = 4_123_456_789;
  const first = await start(environment);
  await telegram.shut();
  expect(await telegram.post(`${first.url}/channels/telegram`, telegram.message(chat, "/start"), "s")).toBe(200);
  await expect.poll(() => first.output(), { timeout: 30_000 }).toContain("delivery put off");
  await first.kill();
  await telegram.open();
  const second = await start(environment);
  await expect.poll(() => telegram.sent(chat).some(({ keyboard }) => keyboard.length > 0), { timeout: 60_000 }).toBe(true);
  expect(await second.stop()).toBe(0);
  const texts = telegram.sent(chat).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(1);
  expect(new Set(texts).size).toBe(texts.length);
  expect(first.output() + second.output()).not.toContain(String(chat));
  await telegram.close();
};

describe("a process with a data folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "service-"));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it("has it for itself, and finishes its turns on SIGTERM", async () => {
    const first = await start({ DATA_DIR: folder });
    const { code, output } = await runProcess({ DATA_DIR: folder });
    expect(code).toBe(1);
    expect(output).toContain(folder);
    expect(output).toContain(String(first.pid));
    expect(output).not.toMatch(/\n\s+at /);

    const citizen = await newCitizen(first.url);
    const said = await Promise.all([1, 2, 3, 4].map((n) => citizen.say(first.url, `¿cuánto cuesta el salvoconducto? ${n}`)));
    expect(said).toEqual([200, 200, 200, 200]);
    expect(await first.stop()).toBe(0);
    expect(first.output()).not.toMatch(/"level":(50|60)/);
    // With its clock years behind nothing counts as left behind: what is read was answered before.
    const second = await start({ DATA_DIR: folder, NOW: "2020-01-01T00:00:00Z" });
    const { activities } = await citizen.read(second.url);
    expect(answeredIds(activities).size).toBe(4);
  }, patience);

  it("sends once what it had committed when it was killed", () => killBeforeSending({ DATA_DIR: folder }), patience);
});

describe("a process with PostgreSQL", () => {
  it("sends once what it had committed when it was killed", async () => {
    await killBeforeSending({ DATABASE_URL: await newDatabase() });
  }, patience);

  it("answers once what it had taken when it was killed", async () => {
    const environment = { DATABASE_URL: await newDatabase() };
    let running = await start(environment);
    const citizens = await Promise.all(Array.from({ length: 5 }, () => newCitizen(running.url)));
    const rounds = [0, 5, 20, 60];
    for (const delay of rounds) {
      const { url } = running;
      const statuses = await Promise.all(citizens.map(async (citizen) => {
        await wait(Math.random() * 30);
        return citizen.say(url, `¿cuánto cuesta la cédula de extranjería? ${delay}`);
      }));
      expect(statuses).toEqual(citizens.map(() => 200));
      await wait(Math.random() * delay);
      await running.kill();
      running = await start(environment);
    }
    for (const citizen of citizens) {
      const all = await citizen.answered(running.url, rounds.length);
      expect(all.filter((activity) => !isBot(activity))).toHaveLength(rounds.length);
      expect(all.map(({ id }) => Number(id.split("|")[1]))).toEqual(all.map((_, i) => i + 1));
      const texts = all.filter(isBot).map(({ replyToId, text }) => `${replyToId} ${text}`);
      expect(new Set(texts).size).toBe(texts.length);
    }
  }, patience);
});
