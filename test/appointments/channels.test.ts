import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, describe, expect, inject, it } from "vitest";
import { openDb } from "../../src/db/open.ts";
import { createLog } from "../../src/log.ts";
import { loadTexts } from "../../src/text.ts";
import { createDatabase } from "../setup/services.ts";
import { isFull, sized } from "../support/bars.ts";
import { endProcesses, startProcess } from "../support/process.ts";
import { startTelegram, token, type Telegram } from "../support/telegram.ts";
import { isBot, newCitizen, secret } from "../service/citizen.ts";

/** A turn costs some 40 ms of a processor: 2,000 citizens take it for minutes; `rush.test.ts` has as many without channels. */
const kinds = [
  { kind: "PostgreSQL", citizens: sized(2000, 24), openings: sized(300, 6), where: async () => ({ DATABASE_URL: await createDatabase(inject("postgresUrl")) }) },
  { kind: "PGlite", citizens: 200, openings: 30, where: () => Promise.resolve({ DATA_DIR: join(mkdtempSync(join(folder, "data-")), "db") }) },
];
/** So many write at the same time; whoever has an answer makes room for the next. */
const atOnce = 250;
const pause = sized(2000, 250);
const patience = sized(3_600_000, 300_000);
const folder = mkdtempSync(join(tmpdir(), "offices-"));
const texts = loadTexts(join(import.meta.dirname, "../../locales"));

afterEach(() => endProcesses());
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** One office on one day, with so many openings. */
const officesFile = (openings: number): string => {
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const always = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, [["08:00", "09:00"]]]));
  const documents = { services: ["ppt-duplicate"], minutes: 60, seats: openings, hours: { week: always }, release: { kind: "ahead", days: 30 } };
  const north = { kind: "fair", name: { es: "Norte", en: "North" }, demonstration: true, city: "bogota", place: { es: "Bogotá", en: "Bogotá" }, holidays: false, dates: { from: day, to: day }, counters: { documents } };
  const path = join(folder, `offices-${openings}.yaml`);
  writeFileSync(path, JSON.stringify({ rules: { holdMinutes: 60 }, offices: { north } }));
  return path;
};

/** What the bot asks, by how the first Spanish line begins (channels write lists in their own ways); and what somebody says to it. */
const asked = (key: string): string => {
  const params = Object.fromEntries(texts.paramsOf(key, "es").map((name) => [name, "\u0000"]));
  return texts.text(key, "es", params).split(/[\u0000\n]/u)[0]!.slice(0, 40);
};

const script = (who: number): [string, string | undefined][] => [
  [asked("book-appointment.opening.ask"), "1"],
  [asked("book-appointment.consent.ask"), "1"],
  [asked("book-appointment.whom.ask"), "1"],
  [asked("book-appointment.name.ask"), "Ana Ruiz Gómez"],
  [asked("book-appointment.document.ask"), `cédula ${1_020_000_000 + who}`],
  [asked("book-appointment.email.ask"), "omitir"],
  [asked("book-appointment.phone.ask"), "omitir"],
  [asked("book-appointment.list-summary"), undefined],
  [asked("book-appointment.confirm.ask"), "confirmar"],
  [asked("book-appointment.waiting.ask"), undefined],
  [asked("booking.receipt"), undefined],
];

/** The summary of the list is followed by a question that begins as the one of an appointment. */
const fullOnList = script(0).findIndex(([begins]) => begins === asked("book-appointment.list-summary"));

type Voice = { say: (text: string) => Promise<void>; heard: () => Promise<string[]> };

/** Says the wish, answers what was asked last (a reply may come twice after a kill), until there is a receipt or nothing is free. */
const book = async (voice: Voice, who: number, hears: (line: number) => void): Promise<"booked" | "full"> => {
  const lines = script(who);
  let from = 0;
  await voice.say("quiero una cita para el duplicado del ppt en bogotá lo antes posible");
  for (const until = Date.now() + patience; Date.now() < until; await wait(pause)) {
    const heard = (await voice.heard()).slice(from);
    const found = heard.reduce((last, text) => { const line = lines.findIndex(([begins]) => text.startsWith(begins)); return line === -1 || last === fullOnList ? last : line; }, -1);
    if (found === -1) continue;
    hears(found);
    from += heard.length;
    const answer = lines[found]![1];
    if (answer === undefined) return found === lines.length - 1 ? "booked" : "full";
    await voice.say(answer);
  }
  throw new Error(`citizen ${who} was left without an answer`);
};

/** Again under the same id until it is taken: a service that was killed is no answer. */
const insist = async <T>(ask: () => Promise<T>, isDone: (given: T) => boolean): Promise<T> => {
  for (const until = Date.now() + patience; Date.now() < until; await wait(200)) {
    const given = await ask().catch(() => undefined);
    if (given !== undefined && isDone(given)) return given;
  }
  throw new Error("the service has not answered");
};

const isTaken = (status: number) => status === 200;

const onWeb = async (url: string): Promise<Voice> => {
  const citizen = await insist(() => newCitizen(url), ({ conversationId }) => conversationId !== undefined);
  let last: string[] = [];
  return {
    say: async (text) => { const id = randomUUID(); await insist(() => citizen.say(url, text, id), isTaken); },
    heard: async () => {
      const read: Partial<Awaited<ReturnType<typeof citizen.read>>> = await citizen.read(url).catch(() => ({}));
      return (last = read.activities?.filter(isBot).map(({ text }) => text) ?? last);
    },
  };
};

const onTelegram = (url: string, telegram: Telegram, chat: number): Voice => ({
  say: async (text) => { const update = telegram.message(chat, text); await insist(() => telegram.post(`${url}/channels/telegram`, update, "s"), isTaken); },
  heard: () => Promise.resolve(telegram.sent(chat).map(({ text }) => text)),
});

/** What the rows say when all is over. */
const count = async ({ DATABASE_URL, DATA_DIR }: { DATABASE_URL?: string; DATA_DIR?: string }) => {
  const { db, close } = await openDb({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR ?? "", log: createLog("error"), poolSize: 2 });
  try {
    const { rows: [counts] } = await sql<Record<"booked" | "people" | "seatsTwice" | "holdsLeft" | "onTelegram", number>>`
      with live as (select * from booking where state = 'booked')
      select (select count(*)::int from live) as booked, (select count(distinct document_hash)::int from live) as people,
        (select count(*)::int from (select from live group by opening_id, seat having count(*) > 1) each) as "seatsTwice",
        (select count(*)::int from seat where hold_until is not null) as "holdsLeft",
        (select count(*)::int from live where channel = 'telegram') as "onTelegram"`.execute(db);
    return counts!;
  } finally {
    await close();
  }
};

describe.each(kinds.filter(({ kind }) => isFull || kind === "PostgreSQL"))("$citizens citizens over Direct Line and Telegram on $openings openings on $kind, the service killed with -9 in the middle", ({ kind, citizens, openings, where }) => {
  it("every opening is booked, none twice, nobody has two, no hold is left", async () => {
    const began = performance.now();
    const telegram = await startTelegram();
    const place = await where();
    const environment = {
      ...place, OFFICES_FILE: officesFile(openings), DIRECTLINE_SECRET: secret, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root,
      TELEGRAM_WEBHOOK_SECRET: "s", LOG_LEVEL: "warn",
    };
    let running = await startProcess(environment);
    const { url } = running;
    const held = new Set<number>();
    let killed: Promise<void> | undefined;
    const stays = Promise.withResolvers<never>();
    const kill = async () => {
      await running.kill();
      running = await startProcess({ ...environment, PORT: new URL(url).port });
    };
    const outcomes: ("booked" | "full")[] = [];
    let next = 0;
    const one = async () => {
      while (next < citizens) {
        const who = next++;
        const voice = who % 2 === 0 ? await onWeb(url) : onTelegram(url, telegram, 5_000_000 + who);
        outcomes.push(await book(voice, who, (line) => {
          if (line === 1 && held.add(who).size > openings / 3) { killed ??= kill(); killed.catch(stays.reject); }
        }));
      }
    };
    await Promise.race([stays.promise, Promise.all(Array.from({ length: Math.min(atOnce, citizens) }, one))]);
    await killed;
    await running.stop();
    await telegram.close();
    const counts = await count(place);
    const told = outcomes.filter((each) => each === "booked").length;
    console.log("appointments over channels:", JSON.stringify({ kind, citizens, openings, ...counts, told, killed: killed ? 1 : 0, seconds: Math.round((performance.now() - began) / 1000) }));
    expect(killed).toBeDefined();
    expect(counts).toMatchObject({ booked: openings, people: openings, seatsTwice: 0, holdsLeft: 0 });
    expect(told).toBe(openings);
  }, patience);
});
