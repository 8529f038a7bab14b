import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, inject, it } from "vitest";
import { hashCode } from "../../src/cases/code.ts";
import { readConfig } from "../../src/config.ts";
import type { Reply } from "../../src/conversation/message.ts";
import { openDb, type OpenDb } from "../../src/db/open.ts";
import { createService, type Service } from "../../src/service.ts";
import { quiet } from "../setup/quiet.ts";
import { chatWith } from "../desk/citizen.ts";
import { createDatabase } from "../setup/services.ts";
import { isFull, sized } from "../support/bars.ts";
import { endProcesses, startProcess, type Running } from "../support/process.ts";
import { publishedContent } from "../support/content.ts";

const secret = "the-direct-line-secret";
const marker = "el caso número cero";
/** A busy machine takes a while to start the service anew. */
const patience = 200_000;

const folder = mkdtempSync(join(tmpdir(), "cases-"));
afterAll(async () => {
  await endProcesses();
  rmSync(folder, { recursive: true, force: true });
});

/** Tells the cases with the service in this process, before it runs as another. */
const prepare = async (environment: Record<string, string>, count: number): Promise<Person[]> => {
  const service = await createService(readConfig({ LOG_LEVEL: "fatal", ...environment }), { content: publishedContent() });
  try {
    return await ready(service, count);
  } finally {
    await service.close();
  }
};

type Person = { id: string; story: string };

/** What somebody without a name presses on the way; text questions that need no answer are skipped. */
const presses = ["decline", "anonymous", "file", "no"];

/** Tells one case up to the question whether to send it. */
const tellOne = async ({ reception, db: { db } }: Service) => {
  const conversationId = randomUUID();
  const say = (said: { text?: string; choice?: string; start?: string }) =>
    reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale: "es", ...said }).then(({ replies }) => replies.at(-1)!);
  let last = await say({ start: "case.file" });
  for (let turns = 0; turns < 25 && !values(last).includes("send"); turns++) {
    const choice = presses.find((one) => values(last).includes(one));
    if (choice) last = await say({ choice });
    else if (last.ref === "file-case.story.ask") last = await say({ text: `La funcionaria de la ventanilla me gritó y no me recibió los papeles, ${marker}.` });
    else last = await say(last.ref === "file-case.kind.ask" ? { choice: values(last)[0]! } : { text: "omitir" });
  }
  expect([last.ref, values(last)]).toEqual(["file-case.confirm.ask", expect.arrayContaining(["send"])]);
  return db.selectFrom("conversation").selectAll().where("id", "=", conversationId).executeTakeFirstOrThrow();
};

const values = ({ choices }: Reply): string[] => choices.map(({ value }) => value);

/** The same for many people, each with a story of their own: all that is left to do is to send it. */
const ready = async (service: Service, count: number): Promise<Person[]> => {
  const told = await tellOne(service);
  const people = Array.from({ length: count }, (_, i) => ({ id: randomUUID(), story: `el caso número ${1000 + i}` }));
  for (const { id, story } of people) {
    const state = JSON.stringify(told.state).replaceAll(marker, story);
    expect(state).toContain(story);
    await service.db.db.insertInto("conversation").values({ ...told, id, state, address: "null" }).execute();
  }
  return people;
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

/** Sends over Direct Line until it is acknowledged, and waits for the receipt; gives what the citizen reads. */
const send = async (url: string, { id }: Person) => {
  const chat = chatWith(url, { token: secret, conversationId: id });
  const message = randomUUID();
  await insist(async () => {
    if ((await chat.say("Enviar", { id: message })) !== 200) throw new Error("not taken");
  });
  const read = await insist(async () => {
    const all = (await chat.read()).filter(({ from }) => from.role === "bot").map(({ text }) => text).join("\n");
    if (!/PQR-\d{4}-\d{6}-/.test(all)) throw new Error("no receipt yet");
    return all;
  });
  return { id, read };
};

/** After which share of the receipts it is killed. */
const killedAt = isFull ? [0.1, 0.4, 0.7] : [0.3];

/** So many connections, each sending one after the other; the service is killed meanwhile. */
const rush = async (environment: Record<string, string>, connections: number, count: number) => {
  const people = await prepare(environment, count);
  let running: Running = await start(environment);
  const { url } = running;
  const waiting = [...people];
  const receipts: Awaited<ReturnType<typeof send>>[] = [];
  let kills = 0;
  const work = Promise.all(Array.from({ length: connections }, async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) receipts.push(await send(url, person));
  }));
  for (const share of killedAt) {
    await expect.poll(() => receipts.length, { timeout: patience, interval: 20 }).toBeGreaterThanOrEqual(Math.floor(count * share));
    await running.kill();
    kills++;
    running = await start(environment, new URL(url).port);
  }
  await work;
  await running.kill();
  return { people, receipts, kills };
};

const start = (environment: Record<string, string>, port = "0") => startProcess({ ...environment, DIRECTLINE_SECRET: secret, PORT: port, LOG_LEVEL: "warn" });

const expectWhole = async ({ db }: OpenDb, { people, receipts, kills }: Awaited<ReturnType<typeof rush>>) => {
  const cases = await db.selectFrom("case_file").selectAll().orderBy("sequence").execute();
  const key = (await db.selectFrom("setting").select("value").where("key", "=", "cases-key").executeTakeFirstOrThrow()).value;
  expect(cases.map(({ sequence }) => sequence)).toEqual(people.map((_, i) => i + 1));
  const byConversation = new Map(cases.map((one) => [one.conversation_id, one]));
  expect(byConversation.size).toBe(people.length);
  for (const { id, story } of people) expect(byConversation.get(id)?.story).toContain(`${story}.`);
  for (const { id, read } of receipts) {
    const one = byConversation.get(id)!;
    expect([...new Set(read.match(/PQR-\d{4}-\d{6}-[A-Z]{2}/g))]).toEqual([one.radicado]);
    expect(read).toContain(people.find((person) => person.id === id)!.story);
    const codes = read.match(/\b(?:[34679CDFHJKMNPQRTVWXY]{4}-){2}[34679CDFHJKMNPQRTVWXY]{4}\b/g)!;
    expect([...new Set(codes)].map((code) => hashCode(key, code))).toEqual([one.code_hash]);
  }
  const events = await db.selectFrom("case_event").select("id").where("did", "=", "filed").execute();
  return { kills, acknowledged: receipts.length, cases: cases.length, radicados: new Set(cases.map(({ radicado }) => radicado)).size, "filed events": events.length, last: cases.at(-1)?.sequence };
};

describe("cases filed at once, the service killed with -9 meanwhile", () => {
  it.each([
    { kind: "PostgreSQL", connections: 50, count: sized(500, 90), environment: async (): Promise<Record<string, string>> => ({ DATABASE_URL: await createDatabase(inject("postgresUrl")) }) },
    { kind: "PGlite", connections: 5, count: sized(50, 20), environment: () => Promise.resolve<Record<string, string>>({ DATA_DIR: folder }) },
  ].filter(({ kind }) => isFull || kind === "PostgreSQL"))("$count from $connections connections on $kind: each is there once, numbered without gap, with its own receipt", async ({ kind, connections, count, environment }) => {
    const given = await environment();
    const done = await rush(given, connections, count);
    const database = await openDb({ databaseUrl: given["DATABASE_URL"], dataDir: folder, log: quiet });
    const counts = await expectWhole(database, done).finally(() => database.close());
    console.log(`cases filed in a rush on ${kind}:`, JSON.stringify(counts));
    expect(counts).toEqual({ kills: killedAt.length, acknowledged: count, cases: count, radicados: count, "filed events": count, last: count });
  }, 3 * patience);
});
