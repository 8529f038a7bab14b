import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, inject, it } from "vitest";
import { openDb } from "../../src/db/open.ts";
import { createLog } from "../../src/log.ts";
import { loadTexts } from "../../src/text.ts";
import { createDatabase } from "../setup/services.ts";
import { sized } from "../support/bars.ts";
import { endProcesses, startProcess } from "../support/process.ts";
import { startTelegram, token, type Telegram } from "../support/telegram.ts";
import { isBot, newCitizen, secret } from "../service/citizen.ts";

/** A turn costs some 40 ms of a processor: 2,000 citizens take it for ten minutes; `rush.test.ts` has as many without channels. */
const citizens = sized(2000, 40);
const openings = Math.round(citizens * 0.15);
const patience = 600_000;
const folder = mkdtempSync(join(tmpdir(), "offices-"));
const texts = loadTexts(join(import.meta.dirname, "../../locales"));

afterAll(async () => {
  await endProcesses();
  rmSync(folder, { recursive: true, force: true });
});

/** One office on one day, with so many openings. */
const officesFile = (): string => {
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const always = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, [["08:00", "09:00"]]]));
  const documents = { services: ["ppt-duplicate"], minutes: 60, seats: openings, hours: { week: always }, release: { kind: "ahead", days: 30 } };
  const north = { kind: "fair", name: { es: "Norte", en: "North" }, demonstration: true, city: "bogota", place: { es: "Bogotá", en: "Bogotá" }, holidays: false, dates: { from: day, to: day }, counters: { documents } };
  const path = join(folder, "offices.yaml");
  writeFileSync(path, JSON.stringify({ rules: { holdMinutes: 60 }, offices: { north } }));
  return path;
};

/** What the bot asks, by how the Spanish sentence begins; and what somebody says to it. */
const asked = (key: string): string => {
  const params = Object.fromEntries(texts.paramsOf(key, "es").map((name) => [name, "\u0000"]));
  return texts.text(key, "es", params).split("\u0000")[0]!.slice(0, 40);
};

const script = (who: number): [string, string | undefined][] => [
  [asked("book-appointment.opening.ask"), "1"],
  [asked("book-appointment.consent.ask"), "1"],
  [asked("book-appointment.whom.ask"), "1"],
  [asked("book-appointment.name.ask"), "Ana Ruiz Gómez"],
  [asked("book-appointment.document.ask"), `cédula ${1_020_000_000 + who}`],
  [asked("book-appointment.email.ask"), "omitir"],
  [asked("book-appointment.phone.ask"), "omitir"],
  [asked("book-appointment.confirm.ask"), "confirmar"],
  [asked("book-appointment.waiting.ask"), undefined],
  [asked("booking.receipt"), undefined],
];

type Voice = { say: (text: string) => Promise<void>; heard: () => Promise<string[]> };

/** Says the wish, answers what is asked, until there is a receipt or nothing is free. */
const book = async (voice: Voice, who: number): Promise<"booked" | "full"> => {
  const lines = script(who);
  let from = 0;
  await voice.say("quiero una cita para el duplicado del ppt en bogotá lo antes posible");
  for (const until = Date.now() + patience; Date.now() < until; await wait(600)) {
    const heard = (await voice.heard()).slice(from);
    const found = lines.findIndex(([begins]) => heard.some((text) => text.startsWith(begins)));
    if (found === -1) continue;
    from += heard.length;
    const answer = lines[found]![1];
    if (answer === undefined) return found === lines.length - 1 ? "booked" : "full";
    await voice.say(answer);
  }
  throw new Error(`citizen ${who} was left without an answer`);
};

/** Again under the same id until it is taken: a service that was killed is no answer. */
const insist = async (ask: () => Promise<number>): Promise<void> => {
  for (const until = Date.now() + patience; Date.now() < until; await wait(200)) {
    if ((await ask().catch(() => 0)) === 200) return;
  }
  throw new Error("the service has not answered");
};

const onWeb = async (url: string): Promise<Voice> => {
  const citizen = await newCitizen(url);
  let last: string[] = [];
  return {
    say: async (text) => { const id = randomUUID(); await insist(() => citizen.say(url, text, id)); },
    heard: async () => {
      const read: Partial<Awaited<ReturnType<typeof citizen.read>>> = await citizen.read(url).catch(() => ({}));
      return (last = read.activities?.filter(isBot).map(({ text }) => text) ?? last);
    },
  };
};

const onTelegram = (url: string, telegram: Telegram, chat: number): Voice => ({
  say: async (text) => { const update = telegram.message(chat, text); await insist(() => telegram.post(`${url}/channels/telegram`, update, "s")); },
  heard: () => Promise.resolve(telegram.sent(chat).map(({ text }) => text)),
});

describe(`${citizens} citizens over Direct Line and Telegram on ${openings} openings, the service killed with -9 in the middle`, () => {
  it("every opening is booked, none twice, nobody has two, no hold is left", async () => {
    const telegram = await startTelegram();
    const databaseUrl = await createDatabase(inject("postgresUrl"));
    const environment = {
      DATABASE_URL: databaseUrl, OFFICES_FILE: officesFile(), DIRECTLINE_SECRET: secret, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root,
      TELEGRAM_WEBHOOK_SECRET: "s", LOG_LEVEL: "warn",
    };
    let running = await startProcess(environment);
    const { url } = running;
    const { db, close } = await openDb({ databaseUrl, dataDir: "", log: createLog("error"), poolSize: 2 });
    try {
      const seats = async (where = sql`true`) => Number((await sql<{ n: string }>`select count(*) as n from seat where ${where}`.execute(db)).rows[0]!.n);
      await expect.poll(() => seats(), { timeout: 60_000 }).toBe(openings);
      const voices = await Promise.all(Array.from({ length: citizens }, (_, i) => (i % 2 === 0 ? onWeb(url) : onTelegram(url, telegram, 5_000_000 + i))));
      const killing = (async () => {
        await expect.poll(() => seats(sql`hold_until is not null or booking_id is not null`), { timeout: patience }).toBeGreaterThan(openings / 3);
        await running.kill();
        running = await startProcess({ ...environment, PORT: new URL(url).port });
      })();
      const [outcomes] = await Promise.all([Promise.all(voices.map(book)), killing]);
      const { rows: [counts] } = await sql<Record<string, number>>`
        with live as (select * from booking where state = 'booked')
        select (select count(*)::int from live) as booked, (select count(distinct document_hash)::int from live) as people,
          (select count(*)::int from (select from live group by opening_id, seat having count(*) > 1) each) as "seatsTwice",
          (select count(*)::int from seat where hold_until is not null) as "holdsLeft",
          (select count(*)::int from live where channel = 'telegram') as "onTelegram"`.execute(db);
      console.log("appointments over channels:", JSON.stringify({ citizens, openings, ...counts, told: outcomes.filter((each) => each === "booked").length }));
      expect(counts).toMatchObject({ booked: openings, people: openings, seatsTwice: 0, holdsLeft: 0 });
      expect(outcomes.filter((each) => each === "booked")).toHaveLength(openings);
    } finally {
      await close();
      await telegram.close();
    }
  }, 2 * patience);
});
