import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messagesAfter } from "../../src/conversation/store.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openChat } from "./citizen.ts";

// A Friday afternoon in Bogotá, ten minutes before the desk closes.
const start = "2026-11-20T16:50";

let now = new Date();
let app: RunningApp;
let ana: SignedIn;
let luis: SignedIn;
const at = (instant: string) => { now = new Date(`${instant}:00-05:00`); };
const pass = (minutes: number) => { now = new Date(now.getTime() + minutes * 60_000); };

beforeAll(async () => {
  at(start);
  app = await startApp({ VIDEO_URL_TEMPLATE: "https://video.example.org/r/{room}", TRUST_PROXY: "1" }, { now: () => now });
  ana = await signedIn(app, "advisor", { name: "Ana" });
  luis = await signedIn(app, "advisor", { name: "Luis" });
}, 120_000);
afterAll(() => app.close());

const api = "/staff/api/desk";
type Ticket = { id: string; conversationId: string; video?: boolean; skill?: string };
type Board = { waiting: Ticket[]; mine: Ticket[] };
type Row = { by: string; asked: number; replied: number; within30: number; breached: number; median: number | null };

const board = async (): Promise<Board> => (await (await ana.get(api)).json()) as Board;
const videoRow = async (from: string, to: string) => {
  const span = new URLSearchParams({ from: new Date(`${from}:00-05:00`).toISOString(), to: new Date(`${to}:00-05:00`).toISOString() });
  const { rows } = (await (await ana.get(`${api}/promise?${span}`)).json()) as { rows: Row[] };
  return rows.find(({ by }) => by === "video");
};

/** A citizen who says these words, and whose ticket Ana takes. */
const claimed = async (words = "quiero hablar con una persona", locale: "es" | "en" = "es") => {
  const citizen = await openChat(app.url, locale);
  await citizen.say(words);
  await citizen.until((all) => all.length > 2);
  const ticket = (await board()).waiting.find(({ conversationId }) => conversationId === citizen.conversationId)!;
  expect((await ana.send("POST", `${api}/tickets/${ticket.id}/claim`)).status).toBe(200);
  return { citizen, ticket };
};
const video = (who: SignedIn, ticket: string, body: object = {}) => who.send("POST", `${api}/tickets/${ticket}/video`, body);
const made = async (ticket: string, body: object = {}): Promise<string> => {
  const answer = await video(ana, ticket, body);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { url: string }).url;
};
const linkIn = (text: string) => /\((\S+\/video\/[0-9a-f]{32})\)/.exec(text)?.[1];
type Citizen = Awaited<ReturnType<typeof openChat>>;
/** From the store: a citizen's token does not outlive the days that these tests pass. */
const heard = async ({ conversationId }: Citizen) =>
  (await messagesAfter(app.app.service.db.db, conversationId, 0)).flatMap((each) => (each.direction === "out" ? [each.reply.text] : []));
const citizensLinks = async (citizen: Citizen, count = 1) => {
  const links = (await heard(citizen)).flatMap((text) => linkIn(text) ?? []);
  expect(links).toHaveLength(count);
  return links;
};
const look = (url: string, method = "GET", headers: Record<string, string> = {}) => fetch(url, { method, headers, redirect: "manual" });
const press = async (url: string) => {
  const answer = await look(url, "POST");
  return { status: answer.status, to: answer.headers.get("location") };
};

describe("a video call", () => {
  it("is opened by each side once with a link of its own; looking changes nothing", async () => {
    at(start);
    const { citizen, ticket } = await claimed();
    const own = await made(ticket.id);
    const [theirs] = await citizensLinks(citizen);
    expect(theirs).not.toBe(own);
    for (const url of [own, theirs!]) {
      for (const method of ["GET", "HEAD", "OPTIONS", "GET"]) expect((await look(url, method)).status).toBe(200);
      const page = await look(url);
      const html = await page.text();
      expect(html).toContain("<form method=\"post\">");
      expect(html).not.toContain("video.example.org");
      expect(page.headers.get("content-security-policy")).toContain("form-action 'self' https://video.example.org");
      expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    }
    const first = await press(theirs!);
    expect(first).toEqual({ status: 303, to: expect.stringMatching(/^https:\/\/video\.example\.org\/r\/[0-9a-f]{32}$/) as string });
    expect(await press(theirs!)).toEqual({ status: 410, to: null });
    expect((await look(theirs!)).status).toBe(410);
    expect(await press(own)).toEqual(first);
    expect(await press(own)).toEqual({ status: 410, to: null });
  });

  it("opens once when both sides, and one of them often, press at the same instant", async () => {
    at(start);
    const { citizen, ticket } = await claimed();
    const own = await made(ticket.id);
    const [theirs] = await citizensLinks(citizen);
    const pressed = await Promise.all([own, theirs!, own, theirs!, theirs!].map(press));
    expect(pressed.map(({ status }) => status).toSorted()).toEqual([303, 303, 410, 410, 410]);
    const detail = (await (await ana.get(`${api}/tickets/${ticket.id}`)).json()) as { history: { did: string }[] };
    expect(detail.history.map(({ did }) => did)).toEqual(["asked", "claimed", "video-made", "video-began"]);
  });

  it("runs out after thirty minutes, and a new call ends the one before", async () => {
    at("2026-11-20T09:00");
    const { citizen, ticket } = await claimed();
    const old = await made(ticket.id);
    pass(29);
    expect((await look(old)).status).toBe(200);
    pass(1);
    expect((await press(old)).status).toBe(410);
    const next = await made(ticket.id);
    const again = await made(ticket.id);
    const links = await citizensLinks(citizen, 3);
    expect(new Set([old, next, again, ...links]).size).toBe(6);
    for (const url of [next, links[0]!, links[1]!]) expect((await press(url)).status).toBe(410);
    expect((await press(links[2]!)).status).toBe(303);
  });

  it("by appointment opens ten minutes before, and not for the past", async () => {
    at("2026-11-20T09:00");
    const { citizen, ticket } = await claimed("I want to talk to a person", "en");
    for (const wrong of ["2026-11-20T08:59:00-05:00", "2027-11-20T09:00:00-05:00", "tomorrow"]) expect((await video(ana, ticket.id, { at: wrong })).status).toBe(422);
    const own = await made(ticket.id, { at: "2026-11-23T10:00:00-05:00" });
    const [theirs] = await citizensLinks(citizen);
    at("2026-11-23T09:49");
    expect((await press(own)).status).toBe(409);
    const early = await look(theirs!);
    expect([early.status, (await early.text()).includes("<form")]).toEqual([200, false]);
    at("2026-11-23T09:50");
    expect((await press(theirs!)).status).toBe(303);
    at("2026-11-23T10:29");
    expect((await press(own)).status).toBe(303);
    expect(await videoRow("2026-11-23T10:00", "2026-11-23T10:01")).toMatchObject({ asked: 1, replied: 1, median: 29, within30: 1, breached: 0 });
  });

  it("is not found by guessing, and soon nobody may guess on", async () => {
    const statuses: number[] = [];
    const elsewhere = { "x-forwarded-for": "203.0.113.7" };
    for (let i = 0; i < 80; i++) statuses.push((await look(`${app.url}/video/${"0".repeat(31)}${i % 10}`, i % 2 ? "POST" : "GET", elsewhere)).status);
    expect(statuses[0]).toBe(404);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.every((status) => status === 404 || status === 429)).toBe(true);
    expect((await look(`${app.url}/video/${"0".repeat(32)}`)).status).toBe(404);
  });
});

describe("who may, and what is kept", () => {
  it("only the advisor who has it makes a call, and sees no link but their own", async () => {
    at(start);
    const { citizen, ticket } = await claimed();
    expect((await video(luis, ticket.id)).status).toBe(403);
    expect((await video(ana, "none")).status).toBe(404);
    await made(ticket.id);
    const [theirs] = await citizensLinks(citizen);
    const detail = await (await ana.get(`${api}/tickets/${ticket.id}`)).text();
    expect(detail).not.toContain(theirs!.slice(-32));
    const sides = JSON.stringify(await app.app.service.db.db.selectFrom("video_side").selectAll().execute());
    expect(sides).not.toContain(theirs!.slice(-32));
    const told = await heard(citizen);
    expect(told.findIndex((text) => text.includes("cámara web"))).toBeLessThan(told.findIndex((text) => linkIn(text)));
    expect(told.some((text) => text.includes("cámara web"))).toBe(true);
    expect((await ana.send("POST", `${api}/tickets/${ticket.id}/close`, { reason: "resolved" })).status).toBe(200);
    expect((await video(ana, ticket.id)).status).toBe(403);
  });
});

describe("a citizen who wants to see the person", () => {
  it("asks in a word or by a button, hears what it needs, and the wait counts in minutes of open desk", async () => {
    at("2026-11-13T16:50");
    const { citizen, ticket } = await claimed("videollamada");
    expect(ticket).toMatchObject({ video: true, skill: "video" });
    expect((await heard(citizen)).filter((text) => text.includes("cámara web"))).toHaveLength(1);
    // The Monday after is a holiday.
    at("2026-11-17T08:12");
    const own = await made(ticket.id);
    const [theirs] = await citizensLinks(citizen);
    expect((await heard(citizen)).filter((text) => text.includes("cámara web"))).toHaveLength(1);
    expect(await videoRow("2026-11-13T00:00", "2026-11-14T00:00")).toMatchObject({ asked: 1, replied: 0, within30: 0, breached: 0 });
    await press(own);
    expect(await videoRow("2026-11-13T00:00", "2026-11-14T00:00")).toMatchObject({ asked: 1, replied: 0 });
    await press(theirs!);
    expect(await videoRow("2026-11-13T00:00", "2026-11-14T00:00")).toMatchObject({ asked: 1, replied: 1, within30: 1, median: 22 });
  });

  it.each([["es", "una videollamada por favor"], ["en", "can I have a video call"]] as const)("may say so to the person as well: %s", async (locale, words) => {
    at("2026-11-18T09:00");
    const { citizen, ticket } = await claimed(locale === "es" ? "quiero hablar con una persona" : "I want to talk to a person", locale);
    const before = (await citizen.read()).length;
    await citizen.say(words);
    await citizen.until((all) => all.length >= before + 3);
    expect((await board()).mine.find(({ id }) => id === ticket.id)).toMatchObject({ video: true });
    pass(31);
    expect(await videoRow("2026-11-18T09:00", "2026-11-18T09:01")).toMatchObject({ replied: 0 });
    await ana.send("POST", `${api}/tickets/${ticket.id}/close`, { reason: "elsewhere" });
    expect((await videoRow("2026-11-18T09:00", "2026-11-18T09:01"))!.breached).toBeGreaterThan(0);
  });
});
