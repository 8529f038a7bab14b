import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { startTelegram, token, type Telegram } from "../support/telegram.ts";
import { openChat, type Seen } from "./citizen.ts";

// A Monday morning in Bogotá.
const now = "2026-11-23T15:00:00Z";
const png = Buffer.concat([Buffer.from([0x89]), Buffer.from("PNG\r\n\x1a\n"), Buffer.alloc(100)]);
const pdf = Buffer.from("%PDF-1.4 nothing more");
const chat = 77_001;

type Ticket = { id: string; conversationId: string; state: string; advisor?: { name: string }; unread: number; preview?: string; forMe?: boolean };
type Board = { waiting: Ticket[]; mine: Ticket[]; others: Ticket[]; presence: string };
type Line = { seq: number; from: string; name?: string; text: string; delivery?: string; attachment?: { name: string; type: string; url: string } };

let app: RunningApp;
let telegram: Telegram;
let ana: SignedIn;
let luis: SignedIn;
let observer: SignedIn;

beforeAll(async () => {
  telegram = await startTelegram();
  app = await startApp({ NOW: now, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_WEBHOOK_SECRET: "s" });
  ana = await signedIn(app, "advisor", { name: "Ana" });
  luis = await signedIn(app, "advisor", { name: "Luis", locales: ["en"] });
  observer = await signedIn(app, "observer");
});
afterAll(async () => {
  await app.close();
  await telegram.close();
});

const api = "/staff/api/desk";
const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
const board = (who: SignedIn) => json<Board>(who.get(api));
const act = async (who: SignedIn, id: string, deed: string, body: object = {}) => (await who.send("POST", `${api}/tickets/${id}/${deed}`, body)).status;
const ticketOf = (who: SignedIn, conversationId: string) =>
  vi.waitUntil(async () => {
    const { waiting, mine, others } = await board(who);
    return [...waiting, ...mine, ...others].find((ticket) => ticket.conversationId === conversationId);
  }, { timeout: 30_000 });
const lines = async (who: SignedIn, id: string) => (await json<{ messages: Line[] }>(who.get(`${api}/tickets/${id}/messages?after=0`))).messages;
const advisorsWords = (all: Seen[]) => all.filter(({ channelData }) => channelData.from === "advisor").map(({ from, text }) => [from.name, text]);

describe("the desk over HTTP", () => {
  it("carries words both ways on the web, once a key, to the one who claimed", async () => {
    const citizen = await openChat(app.url);
    await citizen.say("quiero hablar con una persona");
    const ticket = await ticketOf(ana, citizen.conversationId);
    expect((await board(luis)).waiting.find(({ id }) => id === ticket.id)).toMatchObject({ forMe: false });
    expect(await Promise.all([act(ana, ticket.id, "claim"), act(luis, ticket.id, "claim")]).then((both) => both.toSorted())).toEqual([200, 409]);
    const owner = (await ticketOf(ana, citizen.conversationId)).advisor!.name === "Ana" ? ana : luis;
    const other = owner === ana ? luis : ana;
    const key = randomUUID();
    for (let i = 0; i < 2; i++) expect(await act(owner, ticket.id, "reply", { key, text: "Buenos días **a usted**" })).toBe(200);
    expect(await act(other, ticket.id, "reply", { key: randomUUID(), text: "no" })).toBe(403);
    expect((await other.get(`${api}/tickets/${ticket.id}`)).status).toBe(403);
    const all = await citizen.until((seen) => advisorsWords(seen).length > 0);
    expect(advisorsWords(all)).toEqual([[owner === ana ? "Ana" : "Luis", "Buenos días **a usted**"]]);
    await citizen.say("gracias, ¿y el PPT?");
    await vi.waitUntil(async () => (await lines(owner, ticket.id)).at(-1)?.text === "gracias, ¿y el PPT?", { timeout: 30_000 });
    expect(await act(owner, ticket.id, "note", { text: "volverá" })).toBe(200);
    const detail = await json<{ notes: { text: string }[]; history: { did: string }[]; passages: { pair: string }[] }>(owner.get(`${api}/tickets/${ticket.id}`));
    expect(detail.notes.map(({ text }) => text)).toEqual(["volverá"]);
    expect(detail.history.map(({ did }) => did)).toEqual(["asked", "claimed", "replied"]);
    expect(detail.passages.length).toBeGreaterThan(0);
    expect(await act(owner, ticket.id, "close", { reason: "resolved" })).toBe(200);
    expect((await citizen.until((seen) => seen.at(-1)?.channelData.outcome === "flow-started")).length).toBeGreaterThan(5);
  });

  it("hands files on, both ways, as downloads that only the two can fetch", async () => {
    const citizen = await openChat(app.url);
    await citizen.say("quiero hablar con una persona");
    const ticket = await ticketOf(ana, citizen.conversationId);
    expect(await act(ana, ticket.id, "claim")).toBe(200);
    expect(await citizen.upload(png, "image/png", "../../mi foto.exe")).toBe(200);
    expect(await citizen.upload(Buffer.from("MZ not a picture"), "image/png", "foto.png")).toBe(200);
    const refused = await citizen.until((seen) => seen.some(({ text }) => text.includes("10 MB")));
    expect(refused.at(-1)?.channelData.outcome).toBe("handed-off-conversing");
    const file = (await lines(ana, ticket.id)).find(({ attachment }) => attachment)!.attachment!;
    expect(file).toMatchObject({ name: "mi foto.png", type: "image/png" });
    const got = await ana.get(file.url);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(png);
    expect(got.headers.get("content-disposition")).toContain("attachment");
    expect(got.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await luis.get(file.url)).status).toBe(403);

    const send = (bytes: Buffer, key: string) => ana.send("POST", `${api}/tickets/${ticket.id}/attachment?name=formulario.pdf&key=${key}`, bytes);
    const key = randomUUID();
    expect((await send(pdf, key)).status).toBe(200);
    expect((await send(pdf, key)).status).toBe(200);
    expect((await send(Buffer.from("<script>"), randomUUID())).status).toBe(422);
    const all = await citizen.until((seen) => seen.some(({ attachments }) => attachments?.[0]?.contentUrl));
    const links = all.flatMap(({ attachments = [] }) => attachments.flatMap(({ contentUrl }) => contentUrl ?? []));
    expect(links).toHaveLength(1);
    const fetched = await fetch(new URL(links[0]!, app.url));
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(pdf);
    expect(fetched.headers.get("content-security-policy")).toContain("sandbox");
    const stranger = await openChat(app.url);
    expect((await fetch(new URL(links[0]!.replace(citizen.conversationId, stranger.conversationId), app.url))).status).toBe(404);
    expect((await fetch(new URL(links[0]!.replace(/t=.*/, `t=${citizen.token}`), app.url))).status).toBe(404);
    expect(await act(ana, ticket.id, "return")).toBe(200);
  });

  it("reaches Telegram under the advisor's name, with files", async () => {
    const hook = `${app.url}/channels/telegram`;
    await telegram.post(hook, telegram.message(chat, "quiero hablar con una persona"), "s");
    const ticket = await vi.waitUntil(async () => (await board(ana)).waiting.find((each) => each.conversationId.startsWith("tg-")), { timeout: 30_000 });
    expect(await act(ana, ticket.id, "typing")).toBe(200);
    expect(await act(ana, ticket.id, "claim")).toBe(200);
    expect(await act(ana, ticket.id, "typing")).toBe(200);
    await vi.waitUntil(() => telegram.callsTo("sendChatAction").length > 0, { timeout: 30_000 });
    expect(telegram.callsTo("sendChatAction").map(({ payload }) => payload)).toEqual([expect.objectContaining({ chat_id: chat, action: "typing" })]);
    expect(await act(ana, ticket.id, "reply", { key: randomUUID(), text: "Buenos días" })).toBe(200);
    await vi.waitUntil(() => telegram.sent(chat).some(({ text }) => text === "Ana: Buenos días"), { timeout: 30_000 });
    await vi.waitUntil(async () => (await lines(ana, ticket.id)).every(({ delivery }) => delivery === undefined || delivery === "sent"), { timeout: 30_000 });

    telegram.keep("file-1", png);
    await telegram.post(hook, telegram.message(chat, { photo: [{ file_id: "small", file_size: 10 }, { file_id: "file-1", file_size: png.length }], caption: "mi carné" }), "s");
    const line = await vi.waitUntil(async () => (await lines(ana, ticket.id)).find(({ attachment }) => attachment), { timeout: 30_000 });
    expect(line.text).toBe("mi carné");
    for (let i = 0; i < 2; i++) expect(Buffer.from(await (await ana.get(line.attachment!.url)).arrayBuffer())).toEqual(png);
    expect(telegram.callsTo("getFile")).toHaveLength(1);

    expect((await ana.send("POST", `${api}/tickets/${ticket.id}/attachment?name=formulario.pdf&key=${randomUUID()}`, pdf)).status).toBe(200);
    await vi.waitUntil(() => telegram.documents(chat).length === 1, { timeout: 30_000 });
    expect(telegram.documents(chat)[0]).toMatchObject({ name: "formulario.pdf", bytes: pdf });

    await telegram.post(hook, telegram.message(chat, "volver al bot"), "s");
    await vi.waitUntil(async () => (await board(ana)).mine.every(({ id }) => id !== ticket.id), { timeout: 30_000 });
  });

  it("shows an observer lists without words, and nothing else", async () => {
    const citizen = await openChat(app.url);
    await citizen.say("mi cédula es 1020345678, ¿cuánto vale el carné lunar?");
    await citizen.say("quiero hablar con una persona");
    const ticket = await ticketOf(ana, citizen.conversationId);
    expect(ticket.preview).not.toContain("1020345678");
    expect((await ticketOf(observer, citizen.conversationId)).preview).toBeUndefined();
    expect((await observer.get(`${api}/tickets/${ticket.id}`)).status).toBe(403);
    expect((await observer.get(`${api}/promise`)).status).toBe(200);
  });
});
