import { describe, expect, test } from "vitest";
import { dueOf } from "../../src/web/staff/desk/clock.ts";
import { attention, newsBetween } from "../../src/web/staff/desk/news.ts";
import { mergeMessages } from "../../src/web/staff/desk/open-ticket.ts";
import { once } from "../../src/web/staff/desk/once.ts";
import type { Message, Overview, Ticket } from "../../src/web/staff/contract.ts";

const minute = 60_000;

describe("the clock of a ticket", () => {
  const read = (minutes: number, { open = true, passed = 0, firstReplyAt }: { open?: boolean; passed?: number; firstReplyAt?: string } = {}) => {
    const { level, minutes: shown } = dueOf({ minutes, firstReplyAt: firstReplyAt ?? null }, { fetchedAt: 0, open, now: passed * minute });
    return [level, shown];
  };

  test.each([
    ["just asked", read(0), ["calm", 30]],
    ["half way", read(15), ["calm", 15]],
    ["ten minutes left", read(20), ["soon", 10]],
    ["time passed since the service counted", read(19, { passed: 2 }), ["soon", 9]],
    ["the last minute", read(29.5), ["soon", 1]],
    ["over", read(34), ["late", 4]],
    ["over since it was counted", read(29, { passed: 3 }), ["late", 2]],
    ["out of hours it stands still", read(19, { passed: 600, open: false }), ["calm", 11]],
    ["answered", read(4.2, { passed: 60, firstReplyAt: "2026-11-23T15:00:00Z" }), ["replied", 5]],
    ["a device whose clock went back", read(10, { passed: -5 }), ["calm", 20]],
  ])("%s", (_, given, wanted) => { expect(given).toEqual(wanted); });

  test("keeps to the promise that the service names", () => {
    expect(dueOf({ minutes: 50 }, { fetchedAt: 0, open: true, now: 0, promise: { minutes: 60, warn: 5 } })).toEqual({ level: "calm", minutes: 10 });
  });
});

const ticket = (id: string, unread = 0): Ticket => ({
  id, conversationId: id, channel: "web", locale: "es", topic: "general", reason: "requested", askedAt: "", minutes: 0, dueAt: "", state: "waiting", lastAt: String(unread), unread,
});
const overview = (waiting: Ticket[], mine: Ticket[] = []): Overview => ({
  now: "", hours: { open: true }, presence: "available", waiting, mine, others: [], figures: { waiting: 0, oldestMinutes: 0, atRisk: 0, breached: 0 },
});
const told = (before: Overview | undefined, after: Overview) => newsBetween(before, after).map(({ kind, ticket: { id } }) => [kind, id]);

describe("what is new at the desk", () => {
  test("nothing, when the page has just been opened", () => {
    expect(told(undefined, overview([ticket("a")], [ticket("b", 3)]))).toEqual([]);
  });
  test("who began to wait, and where new words came; not what was there, nor what somebody else took", () => {
    expect(told(overview([ticket("a"), ticket("c")], [ticket("b", 1)]), overview([ticket("a"), ticket("d")], [ticket("b", 2)]))).toEqual([["waiting", "d"], ["message", "b"]]);
  });
  test("the title counts who waits and unread words, but not of what is looked at", () => {
    const now = overview([ticket("a")], [ticket("b", 2), ticket("c", 1)]);
    expect([attention(now, undefined), attention(now, "b")]).toEqual([4, 2]);
  });
});

describe("the messages of a conversation", () => {
  const message = (seq: number, delivery?: Message["delivery"]): Message => ({ seq, from: "advisor", text: `m${seq}`, at: "", ...(delivery ? { delivery } : {}) });

  test("stand once each and in order, and the newer state of one counts", () => {
    const merged = mergeMessages([message(1), message(3, "pending")], [message(2), message(3, "sent"), message(4)]);
    expect(merged.map(({ seq, delivery }) => [seq, delivery])).toEqual([[1, undefined], [2, undefined], [3, "sent"], [4, undefined]]);
  });

  test("are asked for one request at a time, and once more when something changed meanwhile", async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const work = once(async () => {
      most = Math.max(most, ++running);
      runs++;
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    });
    await Promise.all([work(), work(), work(), work()]);
    expect([most, runs]).toEqual([1, 2]);
  });
});
