import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Locale } from "../../src/locale.ts";
import { createDatabase } from "../setup/services.ts";
import { sized } from "../support/bars.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { call, fromBot, type Activity } from "../support/direct-line.ts";
import { openLine } from "./stage/connection.ts";
import { seeded } from "./stage/random.ts";
import { contentWithFixtures } from "./stage/stage.ts";

const conversations = sized(1000, 100);
/** So many are open side by side, each with its two sockets; the next begin when these have ended. */
const wave = Math.min(250, conversations);
const talkingAtOnce = 50;
const secret = "the-secret-of-the-test";

let app: RunningApp;
beforeAll(async () => {
  const environment = { DATABASE_URL: await createDatabase(inject("postgresUrl")), DIRECTLINE_SECRET: secret, LOG_LEVEL: "silent" };
  app = await startApp(environment, { content: contentWithFixtures() });
});
afterAll(() => app.close());

const letters = (n: number) => [...String(n)].map((figure) => "abcdefghij"[Number(figure)]).join("");
const corrects = (n: number) => n % 3 === 0;
const message = (text: string, choice?: string) => ({ type: "message", text, ...(choice ? { channelData: { choice } } : {}) });

type Line = Awaited<ReturnType<typeof openLine>> & { n: number; locale: Locale; script: ReturnType<typeof message>[] };

/** One citizen with a name and an address like nobody else's. */
const citizen = async (n: number): Promise<Line> => {
  const locale: Locale = n % 2 === 0 ? "es" : "en";
  const [first, second] = [`c${n}@uno.co`, `c${n}@dos.co`];
  const script = [
    { type: "event", name: "webchat/join", value: { intent: "card", language: locale } } as never,
    message(`Ana X${letters(n)}, ${first}, Cali`),
    ...(corrects(n) ? [message(locale === "es" ? `mi correo está mal, es ${second}` : `my e-mail is wrong, it is ${second}`)] : []),
    message("", "command:repeat"),
    message("", "keep"),
  ];
  return { ...(await openLine(app, secret)), n, locale, script };
};

/** Says each line when the one before was answered on both connections; now and then both send it at once. */
const converse = async ({ grant, connections: [left, right], n, locale, script }: Line): Promise<void> => {
  const chance = seeded(n);
  const path = `conversations/${grant.conversationId}/activities`;
  for (const line of script) {
    const answered = left.activities.filter(fromBot).length;
    const body = { ...line, locale, channelData: { ...(line as { channelData?: object }).channelData, clientActivityID: randomUUID() } };
    const send = () => call(app, path, { token: grant.token, body });
    const sent = await Promise.all(chance.next() < 0.2 ? [send(), send()] : [send()]);
    expect(new Set(sent.map(({ status, json }) => `${status} ${String(json["id"])}`)).size).toBe(1);
    await Promise.all([left, right].map(({ until }) => until((shown) => shown.filter(fromBot).length > answered)));
  }
  const stored = (await call(app, path, { method: "GET", token: grant.token })).json["activities"] as Activity[];
  await Promise.all([left, right].map(({ until }) => until((shown) => shown.length >= stored.length)));
  expect(left.activities).toEqual(stored);
  expect(right.activities).toEqual(stored);
};

const check = ({ grant, connections, n, script }: Line): void => {
  const [{ activities }] = connections;
  expect(activities.every(({ id }) => id.startsWith(`${grant.conversationId}|`))).toBe(true);
  expect(activities.filter(({ from }) => from.role === "user")).toHaveLength(script.length - 1);
  const said = JSON.stringify(activities);
  expect(new Set(said.match(/c\d+@(?:uno|dos)\.co/g))).toEqual(new Set([`c${n}@uno.co`, ...(corrects(n) ? [`c${n}@dos.co`] : [])]));
  expect(new Set(said.match(/X[a-j]+/g))).toEqual(new Set([`X${letters(n)}`]));
};

const play = async (from: number): Promise<void> => {
  const lines = await Promise.all(Array.from({ length: wave }, (_, i) => citizen(from + i)));
  let next = 0;
  const talk = async () => { for (let line = lines[next++]; line; line = lines[next++]) await converse(line); };
  await Promise.all(Array.from({ length: talkingAtOnce }, talk));
  for (const line of lines) {
    check(line);
    for (const { close } of line.connections) close();
  }
};

test(`${conversations} conversations on two sockets each show both all of their own and nothing of another`, { timeout: 3_600_000 }, async () => {
  const [started, before] = [performance.now(), process.cpuUsage()];
  for (let from = 0; from < conversations; from += wave) await play(from);
  const open = await app.app.service.db.db.selectFrom("conversation").select("id").where(sql<boolean>`state -> 'cursor' <> 'null'::jsonb`).execute();
  expect(open).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  const figures = [(performance.now() - started) / 1000, (user + system) / 1e6, process.memoryUsage().rss / 2 ** 20].map(Math.round);
  console.log(`interleaved: ${conversations} conversations, two sockets each, ${2 * wave} sockets open at once; ${figures[0]!} s (${figures[1]!} s of CPU), ${figures[2]!} MB`);
});
