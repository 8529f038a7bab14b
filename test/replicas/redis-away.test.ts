import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createReplicas } from "../../src/replicas/create.ts";
import type { Replicas } from "../../src/replicas/replicas.ts";
import { quiet } from "../setup/quiet.ts";
import { type Running, startRedis } from "../setup/services.ts";

let redis: Running;
const open: Replicas[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((replicas) => replicas.close()));
  await redis.stop();
});

const create = async (): Promise<Replicas> => {
  const replicas = await createReplicas({ redisUrl: redis.url, log: quiet });
  open.push(replicas);
  return replicas;
};

const until = (condition: () => Promise<boolean>) => vi.waitUntil(condition, { timeout: 30_000, interval: 50 });

const used = async (replicas: Replicas): Promise<number> => {
  const key = randomUUID();
  const asked = await Promise.all(Array.from({ length: 5 }, () => replicas.allow(key, 2, 60)));
  return asked.filter(Boolean).length;
};

describe("replicas whose Redis is killed", () => {
  it("go on alone, and together again once it is back", async () => {
    redis = await startRedis();
    const [a, b] = await Promise.all([create(), create()]);
    const [here, there, passing] = [vi.fn(), vi.fn(), vi.fn()];
    a.onWake("topic", here);
    b.onWake("topic", there);
    b.onPassing("topic", passing);

    await redis.kill();
    await until(async () => !(await a.healthy()) && !(await b.healthy()));
    a.wake("topic");
    await until(() => Promise.resolve(here.mock.calls.length === 1));
    expect(there).not.toHaveBeenCalled();
    expect(await used(a)).toBe(2);

    redis = await startRedis({ port: redis.port });
    await until(async () => (await a.healthy()) && (await b.healthy()));
    expect(there.mock.calls.length).toBeGreaterThan(0);
    expect(passing).not.toHaveBeenCalled();
    expect(await used(a)).toBe(2);

    there.mockClear();
    a.wake("topic");
    await until(() => Promise.resolve(there.mock.calls.length === 1 && passing.mock.calls.length === 1));
  });

  it("do not wait for a Redis that hangs", async () => {
    redis = await startRedis();
    const replicas = await create();
    process.kill(redis.pid, "SIGSTOP");
    expect(await used(replicas)).toBe(2);
    expect(await replicas.healthy()).toBe(false);
    process.kill(redis.pid, "SIGCONT");
    await until(() => replicas.healthy());
  });

  it("start without it, and find it when it comes", async () => {
    redis = await startRedis();
    await redis.kill();
    const replicas = await create();
    expect(await replicas.healthy()).toBe(false);
    expect(await used(replicas)).toBe(2);

    redis = await startRedis({ port: redis.port });
    const other = await create();
    await until(() => replicas.healthy());
    const listener = vi.fn();
    replicas.onWake("topic", listener);
    await vi.waitUntil(() => {
      other.wake("topic");
      return listener.mock.calls.length > 0;
    });
  });
});
