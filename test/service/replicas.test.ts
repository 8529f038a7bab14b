import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabase, startRedis, type Running as Server } from "../setup/services.ts";
import { endProcesses, startProcess, type Running } from "../support/process.ts";
import { isBot, newCitizen, secret } from "./citizen.ts";

let redis: Server;
let a: Running;
let b: Running;
beforeAll(async () => {
  redis = await startRedis();
  const environment = { DIRECTLINE_SECRET: secret, DATABASE_URL: await createDatabase(inject("postgresUrl")), REDIS_URL: redis.url };
  [a, b] = await Promise.all([startProcess(environment), startProcess(environment)]);
});
afterAll(async () => {
  await endProcesses();
  await redis.stop();
});

const answersIn = (heard: { from: { role: string } }[]) => heard.filter((activity) => isBot(activity as never)).length;

describe("two replicas", () => {
  it("bring what one of them took to the stream of the other, in order and at once", async () => {
    const citizen = await newCitizen(a.url);
    const stream = await citizen.follow(b.url);
    for (const text of ["hola", "¿cuánto cuesta la cédula de extranjería?"]) {
      const before = answersIn(stream.heard);
      expect(await citizen.say(a.url, text)).toBe(200);
      // Far less than the 30 seconds of the heartbeat: it was woken.
      await expect.poll(() => answersIn(stream.heard), { timeout: 15_000 }).toBeGreaterThan(before);
    }
    const { activities } = await citizen.read(a.url);
    await expect.poll(() => stream.heard.length).toBe(activities.length);
    expect(stream.heard.map(({ id }) => id)).toEqual(activities.map(({ id }) => id));
    stream.close();
  });

  it("give one turn to a message that is posted to both", async () => {
    const citizen = await newCitizen(a.url);
    expect(await Promise.all([a, b, a, b].map(({ url }) => citizen.say(url, "hola", "the same")))).toEqual([200, 200, 200, 200]);
    await citizen.answered(b.url, 1);
    await citizen.say(a.url, "gracias");
    const all = await citizen.answered(b.url, 2);
    expect(all.filter((activity) => !isBot(activity))).toHaveLength(2);
    expect(all.map(({ id }) => Number(id.split("|")[1]))).toEqual(all.map((_, i) => i + 1));
  });

  it("share the limits on callers", async () => {
    const ask = (url: string) => fetch(`${url}/v3/directline/tokens/generate`, { method: "POST" }).then(({ status }) => status);
    const statuses = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(i % 2 ? a.url : b.url)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  it("lose nothing when one is killed right after it took a message", async () => {
    const citizens = await Promise.all(Array.from({ length: 5 }, () => newCitizen(b.url)));
    const streams = await Promise.all(citizens.map((citizen) => citizen.follow(b.url)));
    expect(await Promise.all(citizens.map((citizen) => citizen.say(a.url, "¿cuánto cuesta el salvoconducto?")))).toEqual(Array(5).fill(200));
    await a.kill();
    for (const [i, citizen] of citizens.entries()) {
      const all = await citizen.answered(b.url, 1);
      expect(all.filter((activity) => !isBot(activity))).toHaveLength(1);
      await expect.poll(() => streams[i]!.heard.length, { timeout: 15_000 }).toBe(all.length);
      streams[i]!.close();
    }
  });
});
