import { mkdtempSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../setup/services.ts";
import { runProcess, startProcess, type Running } from "../support/process.ts";
import { startTelegram, token } from "../support/telegram.ts";
import { isBot, newCitizen, secret } from "./citizen.ts";

const folders: string[] = [];
const processes: Running[] = [];
afterEach(async () => {
  await Promise.all(processes.splice(0).map((running) => running.kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "service-"));
  folders.push(folder);
  return folder;
};
const start = async (environment: Record<string, string>) => {
  const running = await startProcess({ DIRECTLINE_SECRET: secret, ...environment });
  processes.push(running);
  return running;
};

const databases = [
  ["PGlite", () => Promise.resolve({ DATA_DIR: newFolder() })],
  ["PostgreSQL", async () => ({ DATABASE_URL: await createDatabase(inject("postgresUrl")) })],
] as const;

describe.each(databases)("kill -9 on %s", (_name, newDatabase) => {
  it("between commit and send: the reply goes out once", async () => {
    const telegram = await startTelegram();
    const environment = {
      ...(await newDatabase()), TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_WEBHOOK_SECRET: "s", LOG_LEVEL: "debug",
    };
    const chat = 4_123_456_789;
    const first = await start(environment);
    await telegram.shut();
    const citizen = await newCitizen(first.url);
    expect(await telegram.post(`${first.url}/channels/telegram`, telegram.message(chat, "/start"), "s")).toBe(200);
    await expect.poll(() => first.output(), { timeout: 30_000 }).toContain("delivery put off");
    expect(await citizen.say(first.url, "hola")).toBe(200);
    await first.kill();
    await telegram.open();
    const second = await start(environment);
    await expect.poll(() => telegram.sent(chat).length, { timeout: 60_000 }).toBeGreaterThan(1);
    await citizen.answered(second.url, 1);
    await expect.poll(() => second.stop(), { timeout: 30_000 }).toBe(0);
    const texts = telegram.sent(chat).map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(first.output() + second.output()).not.toContain(String(chat));
    await telegram.close();
  });
});

describe("kill -9", () => {
  it("right after a message was taken: its reply is there once, twenty times over", async () => {
    const environment = { DATABASE_URL: await createDatabase(inject("postgresUrl")) };
    let running = await start(environment);
    const citizen = await newCitizen(running.url);
    for (let round = 1; round <= 20; round++) {
      expect(await citizen.say(running.url, `¿cuánto cuesta la cédula de extranjería? ${round}`)).toBe(200);
      await wait(Math.random() * 40);
      await running.kill();
      running = await start(environment);
    }
    const all = await citizen.answered(running.url, 20);
    const asked = all.filter((activity) => !isBot(activity));
    expect(asked).toHaveLength(20);
    const { watermark } = await citizen.read(running.url);
    expect(all.map(({ id }) => Number(id.split("|")[1]))).toEqual(Array.from({ length: Number(watermark) }, (_, i) => i + 1));
  });
});

describe("one data folder", () => {
  it("is for one process: a second one says so and ends", async () => {
    const environment = { DATA_DIR: newFolder() };
    const first = await start(environment);
    const { code, output } = await runProcess(environment);
    expect(code).toBe(1);
    expect(output).toContain(environment.DATA_DIR);
    expect(output).toContain(String(first.pid));
    expect(output).not.toMatch(/\n\s+at /);
    const citizen = await newCitizen(first.url);
    await citizen.say(first.url, "hola");
    await citizen.answered(first.url, 1);
  });

  it("is left clean on SIGTERM: turns under way are finished", async () => {
    const environment = { DATA_DIR: newFolder() };
    const first = await start(environment);
    const citizen = await newCitizen(first.url);
    const said = await Promise.all([1, 2, 3, 4].map((n) => citizen.say(first.url, `¿cuánto cuesta el salvoconducto? ${n}`)));
    expect(said).toEqual([200, 200, 200, 200]);
    expect(await first.stop()).toBe(0);
    expect(first.output()).not.toMatch(/"level":(50|60)/);
    const second = await start({ ...environment, NOW: "2020-01-01T00:00:00Z" });
    const { activities } = await citizen.read(second.url);
    expect(new Set(activities.filter(isBot).map(({ replyToId }) => replyToId)).size).toBe(4);
  });
});
