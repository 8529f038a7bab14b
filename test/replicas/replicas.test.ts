import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { createReplicas } from "../../src/replicas/create.ts";
import type { Replicas } from "../../src/replicas/replicas.ts";
import { quiet } from "../setup/quiet.ts";

const kinds = [
  { kind: "one process", redisUrl: () => undefined },
  { kind: "Redis", redisUrl: () => inject("redisUrl") },
];

const open: Replicas[] = [];
afterEach(() => Promise.all(open.splice(0).map((replicas) => replicas.close())));

const create = async (redisUrl: string | undefined): Promise<Replicas> => {
  const replicas = await createReplicas({ redisUrl, log: quiet });
  open.push(replicas);
  return replicas;
};

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 100));

describe.each(kinds)("replicas over $kind", ({ redisUrl }) => {
  it("wake every listener of a topic once, and of no other topic", async () => {
    const { wake, onWake } = await create(redisUrl());
    const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
    onWake("a b", first);
    onWake("a b", second);
    onWake("a", other);
    wake("a b");
    await aWhile();
    expect([first.mock.calls.length, second.mock.calls.length, other.mock.calls.length]).toEqual([1, 1, 0]);
  });

  it("wake a listener that was added twice until each is taken off", async () => {
    const { wake, onWake } = await create(redisUrl());
    const listener = vi.fn();
    const offs = [onWake("a", listener), onWake("a", listener)];
    offs[0]!();
    offs[0]!();
    wake("a");
    await aWhile();
    expect(listener).toHaveBeenCalledTimes(1);
    offs[1]!();
    wake("a");
    await aWhile();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("do not call a listener within wake, nor after it was taken off", async () => {
    const { wake, onWake } = await create(redisUrl());
    const listener = vi.fn();
    const off = onWake("a", listener);
    wake("a");
    expect(listener).not.toHaveBeenCalled();
    off();
    await aWhile();
    expect(listener).not.toHaveBeenCalled();
  });

  it("wake the others when one listener throws", async () => {
    const { wake, onWake } = await create(redisUrl());
    const listener = vi.fn();
    onWake("a", () => {
      throw new Error("a fault of the listener");
    });
    onWake("a", listener);
    wake("a");
    await aWhile();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("allow a key its limit in a window, and begin anew after it", async () => {
    const { allow } = await create(redisUrl());
    const [key, other] = [randomUUID(), randomUUID()];
    const asked = await Promise.all(Array.from({ length: 10 }, () => allow(key, 3, 0.4)));
    expect(asked.filter(Boolean)).toHaveLength(3);
    expect(await allow(other, 3, 0.4)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await allow(key, 3, 0.4)).toBe(true);
  });

  it("are healthy", async () => {
    expect(await (await create(redisUrl())).healthy()).toBe(true);
  });
});

describe("two replicas over one Redis", () => {
  it("wake each other once, and count together", async () => {
    const [a, b] = await Promise.all([create(inject("redisUrl")), create(inject("redisUrl"))]);
    const [here, there] = [vi.fn(), vi.fn()];
    a.onWake("topic", here);
    b.onWake("topic", there);
    a.wake("topic");
    await aWhile();
    expect([here.mock.calls.length, there.mock.calls.length]).toEqual([1, 1]);

    const key = randomUUID();
    const asked = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? a : b).allow(key, 4, 60)));
    expect(asked.filter(Boolean)).toHaveLength(4);
  });
});
