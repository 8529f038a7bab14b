import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, inject, it } from "vitest";
import { createDatabase } from "../setup/services.ts";
import { isFull, sized } from "../support/bars.ts";
import { endProcesses, startProcess, type Running } from "../support/process.ts";
import { firstAdministrator, hired, signedInFirst, type Browserlike } from "../support/staff.ts";
import { chatWith, type Seen } from "./citizen.ts";

const secret = "the-direct-line-secret";
const citizens = sized(200, 60);
const advisors = 10;
/** A busy machine takes a while to start the service anew. */
const patience = 200_000;
const api = "/staff/api/desk";

type Ticket = { id: string; conversationId: string; advisor?: { id: string; name: string } };
type Board = { waiting: Ticket[]; mine: Ticket[]; others: Ticket[] };
type Line = { seq: number; from: string; name?: string; text: string };
type Advisor = { name: string; page: Browserlike };
type Chat = Awaited<ReturnType<typeof openChat>>;

afterAll(endProcesses);

const start = (environment: Record<string, string>, port = "0") =>
  startProcess({ ...environment, ...firstAdministrator, DIRECTLINE_SECRET: secret, PORT: port, LOG_LEVEL: "warn" });

const openChat = async (url: string) => {
  const response = await fetch(`${url}/v3/directline/conversations`, { method: "POST", headers: { authorization: `Bearer ${secret}` } });
  return chatWith(url, (await response.json()) as { token: string; conversationId: string });
};

const hire = async (url: string): Promise<Advisor[]> => {
  const administrator = await signedInFirst(url);
  const hiredOnes: Advisor[] = [];
  for (let i = 1; i <= advisors; i++) {
    const name = `Advisor ${i}`;
    hiredOnes.push({ name, page: await hired(administrator, url, "advisor", { name }) });
  }
  return hiredOnes;
};

/** Tries until the service answers: a kill in between is no answer. */
const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
  let last: unknown;
  for (const until = performance.now() + patience; performance.now() < until; await wait(100)) {
    try {
      return await ask();
    } catch (fault) {
      last = fault;
    }
  }
  throw new Error(`the service has not answered for ${patience / 1000} s`, { cause: last });
};
const json = async <T>(response: Promise<Response>): Promise<T> => {
  const answer = await response;
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as T;
};
const board = ({ page }: Advisor) => insist(() => json<Board>(page.get(api)));

/** Asks for a person, and again under the same id until the service says that it has it. */
const ask = async (chat: Chat): Promise<void> => {
  const id = randomUUID();
  await insist(async () => {
    if ((await chat.say("quiero hablar con una persona", { id })) !== 200) throw new Error("not taken");
  });
};

/**
 * Claims whatever waits, and greets each conversation that is theirs by its own id, under a key of its own; gives how many
 * claims came too late.
 */
const attend = async (advisor: Advisor, total: number): Promise<number> => {
  const greeted = new Set<string>();
  for (let late = 0; ; ) {
    const { waiting, mine, others } = await board(advisor);
    // A claim whose answer was lost with the service is theirs all the same.
    for (const ticket of mine.filter(({ id }) => !greeted.has(id))) {
      await greet(advisor, ticket);
      greeted.add(ticket.id);
    }
    if (mine.length + others.length >= total && greeted.size === mine.length) return late;
    const target = waiting[Math.floor(Math.random() * Math.min(12, waiting.length))];
    const status = target ? await insist(() => claim(advisor, target)) : await wait(50);
    if (status === 409) late++;
  }
};

const claim = async ({ page }: Advisor, { id }: Ticket): Promise<number> => over500((await page.send("POST", `${api}/tickets/${id}/claim`, {})).status);

/** The same key until it is taken. */
const greet = async (advisor: Advisor, { id, conversationId }: Ticket): Promise<void> => {
  const key = `greeting-${id.slice(0, 8)}`;
  await insist(async () => {
    const { status } = await advisor.page.send("POST", `${api}/tickets/${id}/reply`, { key, text: `hello ${conversationId}` });
    if (over500(status) !== 200) throw new Error(String(status));
  });
};

/** A fault of ours counts as away: it is tried again. */
const over500 = (status: number): number => {
  if (status >= 500) throw new Error(String(status));
  return status;
};

const expectWhole = async (chats: Chat[], team: Advisor[]): Promise<Record<string, number>> => {
  const boards = await Promise.all(team.map(board));
  const owners = new Map<string, string[]>();
  boards.forEach(({ mine }, i) => mine.forEach(({ conversationId }) => owners.set(conversationId, [...(owners.get(conversationId) ?? []), team[i]!.name])));
  expect(boards[0]!.waiting).toEqual([]);
  expect(owners.size).toBe(chats.length);
  expect([...owners.values()].filter((names) => names.length !== 1)).toEqual([]);

  let words = 0;
  for (const [i, chat] of chats.entries()) {
    const seen = await chat.read();
    expect(seen.map(({ id }) => Number(id.split("|")[1]))).toEqual(seen.map((_, at) => at + 1));
    const said = seen.filter(isAdvisor);
    expect(said.map(({ text, from }) => [text, from.name])).toEqual([[`hello ${chat.conversationId}`, owners.get(chat.conversationId)![0]]]);
    const own = seen.filter(({ from }) => from.role === "user").map(({ text }) => text);
    expect(own).toEqual(["quiero hablar con una persona", ...(own.length > 1 ? [`I am ${i}`] : [])]);
    expect(seen.filter(({ channelData }) => channelData.outcome === "handed-off-requested")).not.toEqual([]);
    words += said.length;
  }
  return { conversations: chats.length, "with exactly one advisor": owners.size, "advisors' words": words };
};

const isAdvisor = ({ channelData }: Seen): boolean => channelData.from === "advisor";

/** Each citizen says who they are; the advisor who has them reads exactly that. */
const expectHeard = async (chats: Chat[], team: Advisor[]): Promise<number> => {
  await Promise.all(chats.map((chat, i) => insist(async () => {
    if ((await chat.say(`I am ${i}`, { id: `me-${i}-${chat.conversationId}` })) !== 200) throw new Error("not taken");
  })));
  const index = new Map(chats.map((chat, i) => [chat.conversationId, i]));
  let heard = 0;
  for (const advisor of team) {
    for (const { id, conversationId } of (await board(advisor)).mine) {
      const { messages } = await insist(() => json<{ messages: Line[] }>(advisor.page.get(`${api}/tickets/${id}/messages?after=0`)));
      const told = messages.filter(({ from, text }) => from === "citizen" && text.startsWith("I am"));
      expect(told.map(({ text }) => text)).toEqual([`I am ${index.get(conversationId)}`]);
      heard += told.length;
    }
  }
  return heard;
};

const rush = async (running: Running, kill?: (during: () => boolean) => Promise<Running>) => {
  const { url } = running;
  const team = await hire(url);
  const chats = await Promise.all(Array.from({ length: citizens }, () => openChat(url)));
  const began = performance.now();
  let going = true;
  const killing = kill?.(() => going);
  const [counts] = await Promise.all([
    Promise.all(team.map((advisor) => attend(advisor, citizens))).finally(() => { going = false; }), Promise.all(chats.map(ask)), killing,
  ]);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const whole = await expectWhole(chats, team);
  const heard = await expectHeard(chats, team);
  const late = counts.reduce((all, count) => all + count, 0);
  return { ...whole, "claims that came too late": late, "citizens' words heard": heard, seconds };
};

describe("citizens who all ask at once, 10 advisors claim as fast as they can", () => {
  it.runIf(isFull)("each has exactly one advisor, and no word is lost, doubled or shown to another", async () => {
    const running = await start({ DATABASE_URL: await createDatabase(inject("postgresUrl")) });
    const counts = await rush(running);
    console.log("rush:", JSON.stringify(counts));
    expect(counts["citizens' words heard"]).toBe(citizens);
    expect(counts["claims that came too late"]).toBeGreaterThan(0);
  }, 3 * patience);

  it("each has exactly one advisor, no word is lost, doubled or shown to another, with the service killed with -9 in the middle, twice", async () => {
    const environment = { DATABASE_URL: await createDatabase(inject("postgresUrl")) };
    let running = await start(environment);
    const port = new URL(running.url).port;
    let kills = 0;
    const counts = await rush(running, async (during) => {
      for (const after of [1500, 2500]) {
        await wait(after);
        if (!during()) break;
        await running.kill();
        kills++;
        running = await start(environment, port);
      }
      return running;
    });
    console.log("rush with kills:", JSON.stringify({ kills, ...counts }));
    expect(kills).toBeGreaterThan(0);
    expect(counts["citizens' words heard"]).toBe(citizens);
  }, 3 * patience);
});
