import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp, type App } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { createDatabase, startPostgres, startRedis, type Running as Server } from "../setup/services.ts";
import { isBot, newCitizen, secret } from "./citizen.ts";
import { publishedContent } from "../support/content.ts";

const content = publishedContent();
type Started = { app: App; url: string };

const start = async (environment: Record<string, string>, overrides: Parameters<typeof createApp>[1] = {}): Promise<Started> => {
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent", DIRECTLINE_SECRET: secret, ...environment });
  const app = await createApp(config, { content, ...overrides });
  return { app, url: await app.listen() };
};

describe("Redis killed in the middle", () => {
  let redis: Server;
  let replicas: Started[];
  beforeAll(async () => {
    redis = await startRedis();
    const environment = { DATABASE_URL: await createDatabase(inject("postgresUrl")), REDIS_URL: redis.url };
    replicas = await Promise.all([start(environment), start(environment)]);
  });
  afterAll(async () => {
    await Promise.all(replicas.map(({ app }) => app.close()));
    await redis.stop();
  });

  it("makes streams late, not lost, and they are quick again when it is back", async () => {
    const [a, b] = replicas as [Started, Started];
    const citizen = await newCitizen(a.url);
    const stream = await citizen.follow(b.url);
    const heard = () => stream.heard.filter(isBot).length;
    await citizen.say(a.url, "hola");
    await expect.poll(heard, { timeout: 15_000 }).toBeGreaterThan(0);

    await redis.kill();
    const before = heard();
    expect(await citizen.say(a.url, "gracias")).toBe(200);
    await expect.poll(heard, { timeout: 15_000 }).toBeGreaterThan(before);
    const ready = await fetch(`${a.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ replicas: { ok: false } });

    redis = await startRedis({ port: redis.port });
    await expect.poll(() => Promise.all(replicas.map(({ app }) => app.service.replicas.healthy())), { timeout: 20_000 }).toEqual([true, true]);
    const again = heard();
    await citizen.say(a.url, "hola");
    await expect.poll(heard, { timeout: 15_000 }).toBeGreaterThan(again);
    const { activities } = await citizen.read(a.url);
    await expect.poll(() => stream.heard.map(({ id }) => id), { timeout: 15_000 }).toEqual(activities.map(({ id }) => id));
    stream.close();
  });
});

describe("PostgreSQL killed and started again in the middle", () => {
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  let postgres: Server;
  let service: Started;
  beforeAll(async () => {
    postgres = await startPostgres({ folder });
    const url = await createDatabase(postgres.url);
    // The suite's server confirms before it writes; here a crash must keep what was confirmed.
    const client = new pg.Client(url);
    await client.connect();
    await client.query(`alter database "${new URL(url).pathname.slice(1)}" set synchronous_commit = on`);
    await client.end();
    service = await start({ DATABASE_URL: url });
  });
  afterAll(async () => {
    await service.app.close();
    await postgres.stop();
  });

  it("loses nothing that was taken, and refuses honestly what was not", async () => {
    const citizens = await Promise.all(Array.from({ length: 6 }, () => newCitizen(service.url)));
    const before = await Promise.all(citizens.map((citizen) => citizen.say(service.url, "hola")));
    expect(before).toEqual(citizens.map(() => 200));
    process.kill(postgres.pid, "SIGQUIT");
    const during = await Promise.all(citizens.map((citizen) => citizen.say(service.url, "gracias", "again")));
    await expect.poll(() => isAlive(postgres.pid), { timeout: 15_000 }).toBe(false);
    expect(await citizens[0]!.say(service.url, "gracias", "again")).toBe(500);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);

    postgres = await startPostgres({ folder, port: postgres.port });
    for (const [i, citizen] of citizens.entries()) {
      expect([200, 500]).toContain(during[i]);
      expect(await citizen.say(service.url, "gracias", "again")).toBe(200);
      const all = await citizen.answered(service.url, 2);
      expect(all.filter((activity) => !isBot(activity)).map(({ text }) => text)).toEqual(["hola", "gracias"]);
      expect(all.map(({ id }) => Number(id.split("|")[1]))).toEqual(all.map((_, n) => n + 1));
      expect(all.filter(isBot).map(({ channelData }) => channelData.outcome)).not.toContain("failed");
    }
  });
});

describe("a turn whose action throws", () => {
  let service: Started;
  let broken = false;
  const flow = content.flows.get("contact")!;
  beforeAll(async () => {
    const answers = {
      ...content.answers,
      passage: (...given: Parameters<typeof content.answers.passage>) => {
        if (broken) throw new Error("the index is gone, Ana Pérez");
        return content.answers.passage(...given);
      },
    };
    service = await start({ DATABASE_URL: await createDatabase(inject("postgresUrl")) }, { content: { ...content, answers } });
  });
  afterAll(() => service.app.close());

  it.each(["es", "en"] as const)("ends with an apology in %s, and stays where it was", async (locale) => {
    const conversationId = randomUUID();
    const inbound = { channel: "console" as const, conversationId, locale };
    const { reception, db } = service.app.service;
    const cursor = async () => {
      const row = await db.db.selectFrom("conversation").select("state").where("id", "=", conversationId).executeTakeFirstOrThrow();
      return (row.state as { cursor: unknown }).cursor;
    };
    broken = true;
    await reception.converse({ ...inbound, turnId: randomUUID(), start: flow.name });
    const before = await cursor();
    expect(before).not.toBeNull();
    const failed = await reception.converse({ ...inbound, turnId: randomUUID(), choice: "web" });
    expect(failed).toMatchObject({ outcome: "failed", replies: [{ ref: "repair.fault", locale }] });
    expect(await cursor()).toEqual(before);
    broken = false;
    expect((await reception.converse({ ...inbound, turnId: randomUUID(), choice: "web" })).outcome).toBe("flow-continued");
  });
});

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};
