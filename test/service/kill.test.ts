import { mkdtempSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../setup/services.ts";
import { endProcesses, runProcess, startProcess, type Running } from "../support/process.ts";
import { startTelegram, token, type Telegram } from "../support/telegram.ts";
import { isBot, newCitizen, secret } from "./citizen.ts";

const patience = 600_000;
const chat = 4_123_456_789;
let telegram: Telegram;
beforeEach(async () => { telegram = await startTelegram(); });
afterEach(async () => {
  await endProcesses();
  await telegram.close();
});
afterAll(endProcesses);

const start = (environment: Record<string, string>) =>
  startProcess({
    DIRECTLINE_SECRET: secret, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_WEBHOOK_SECRET: "s",
    LOG_LEVEL: "debug", ...environment,
  });

/** Commits replies while Telegram refuses connections. */
const owe = async ({ url, output }: Running): Promise<void> => {
  await telegram.shut();
  expect(await telegram.post(`${url}/channels/telegram`, telegram.message(chat, "/start"), "s")).toBe(200);
  await expect.poll(output, { timeout: 30_000 }).toContain("delivery put off");
};

/** All replies came, each once, and no log names the chat. */
const expectPaid = async (...processes: Running[]): Promise<void> => {
  await expect.poll(() => telegram.sent(chat).some(({ keyboard }) => keyboard.length > 0), { timeout: 60_000 }).toBe(true);
  expect(await processes.at(-1)!.stop()).toBe(0);
  const texts = telegram.sent(chat).map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(1);
  expect(new Set(texts).size).toBe(texts.length);
  expect(processes.map(({ output }) => output()).join()).not.toContain(String(chat));
};

describe("a process with a data folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "service-"));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it("has it for itself, finishes its turns on SIGTERM, and after kill -9 sends once what it owed", async () => {
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
    expect(new Set(activities.filter(isBot).map(({ replyToId }) => replyToId)).size).toBe(4);

    await owe(second);
    await second.kill();
    await telegram.open();
    await expectPaid(first, second, await start({ DATA_DIR: folder }));
  }, patience);
});

describe("a process with PostgreSQL", () => {
  it("after kill -9 answers once what it had taken, and sends once what it owed", async () => {
    const environment = { DATABASE_URL: await createDatabase(inject("postgresUrl")) };
    const processes = [await start(environment)];
    const running = () => processes.at(-1)!;
    const citizens = await Promise.all(Array.from({ length: 7 }, () => newCitizen(running().url)));
    await owe(running());
    const delays = [0, 40];
    for (const delay of delays) {
      const { url } = running();
      const statuses = await Promise.all(citizens.map(async (citizen) => {
        await wait(Math.random() * 30);
        return citizen.say(url, `¿cuánto cuesta la cédula de extranjería? ${delay}`);
      }));
      expect(statuses).toEqual(citizens.map(() => 200));
      await wait(Math.random() * delay);
      await running().kill();
      processes.push(await start(environment));
    }
    await telegram.open();
    for (const citizen of citizens) {
      const all = await citizen.answered(running().url, delays.length);
      expect(all.filter((activity) => !isBot(activity))).toHaveLength(delays.length);
      expect(all.map(({ id }) => Number(id.split("|")[1]))).toEqual(all.map((_, i) => i + 1));
      const texts = all.filter(isBot).map(({ replyToId, text }) => `${replyToId} ${text}`);
      expect(new Set(texts).size).toBe(texts.length);
    }
    await expectPaid(...processes);
  }, patience);
});
