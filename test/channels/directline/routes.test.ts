import { createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { startApp, type RunningApp } from "../../support/app.ts";
import { call, newGrant, type Activity, type Grant } from "../../support/direct-line.ts";

let app: RunningApp;
let clock = Date.parse("2026-11-23T15:00:00Z");
beforeAll(async () => { app = await startApp({ DIRECTLINE_SECRET: "a secret of the tests" }, { now: () => new Date(clock) }); });
afterAll(() => app.close());

const activities = ({ conversationId }: Grant) => `conversations/${conversationId}/activities`;
const message = (text: string, id?: string) => ({ type: "message", from: { id: "citizen" }, text, ...(id ? { channelData: { clientActivityID: id } } : {}) });

/** The transcript, once all that was said has its answer. */
const settledTranscript = async (grant: Grant): Promise<Activity[]> => {
  await app.app.service.reception.settled();
  return (await call(app, activities(grant), { method: "GET", token: grant.token })).json["activities"] as Activity[];
};

describe("tokens", () => {
  test("one for a conversation opens no other", async () => {
    const [mine, other] = [await newGrant(app), await newGrant(app)];
    await call(app, activities(mine), { token: mine.token, body: message("¿Qué es el PPT?") });
    for (const [method, path] of [["GET", activities(mine)], ["POST", activities(mine)], ["GET", `conversations/${mine.conversationId}`], ["POST", `conversations/${mine.conversationId}/upload`]] as const) {
      const answer = await call(app, path, { method, token: other.token, ...(method === "POST" ? { body: message("x") } : {}) });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.json).toMatchObject({ error: { code: "BadArgument" } });
    }
  });

  test.each([
    ["none", () => ""],
    ["nonsense", () => "not.a-token"],
    ["altered", ({ token }: Grant) => `${token.slice(0, -2)}AA`],
    ["lengthened", ({ token }: Grant) => `${token}.x`],
    ["made with another secret", ({ token }: Grant) => `${token.split(".")[0]}.${Buffer.alloc(32).toString("base64url")}`],
    ["for resuming only", (grant: Grant) => grant.resume_token],
  ])("%s: refused", async (_what, forge) => {
    const grant = await newGrant(app);
    expect((await call(app, activities(grant), { method: "GET", token: forge(grant) })).status).toBe(403);
  });

  test("one that is over reads nothing and refreshes nothing; the resume token continues the same conversation", async () => {
    const grant = await newGrant(app);
    clock += (grant.expires_in + 1) * 1000;
    expect((await call(app, activities(grant), { method: "GET", token: grant.token })).json).toMatchObject({ error: { code: "TokenExpired" } });
    expect((await call(app, "tokens/refresh", { token: grant.token })).status).toBe(403);
    const renewed = await call(app, "tokens/refresh", { token: grant.resume_token });
    expect(renewed.json).toMatchObject({ conversationId: grant.conversationId });
    expect((await call(app, activities(grant), { method: "GET", token: String(renewed.json["token"]) })).status).toBe(200);
    clock += 8 * 86_400_000;
    expect((await call(app, "tokens/refresh", { token: grant.resume_token })).status).toBe(403);
  });

  test("the secret opens a conversation, a wrong one does not", async () => {
    expect((await call(app, "tokens/generate", { token: "a secret of the tests" })).status).toBe(200);
    expect((await call(app, "tokens/generate", { token: "another secret" })).status).toBe(403);
    expect((await call(app, "conversations", { token: "a secret of the tests" })).status).toBe(201);
  });
});

describe("activities", () => {
  test.each([
    ["no JSON", { raw: "{", type: "application/json" }],
    ["no object", { raw: "[1]", type: "application/json" }],
    ["no type", { body: { text: "hola" } }],
    ["an unknown type", { body: { type: "invoke" } }],
    ["text that is no text", { body: { type: "message", text: { a: 1 } } }],
    ["no body", {}],
  ])("%s: 400 in JSON", async (_what, given) => {
    const grant = await newGrant(app);
    const answer = await call(app, activities(grant), { token: grant.token, ...given });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error: { code: "BadArgument" } });
    expect(answer.text).not.toContain("node_modules");
  });

  test("a body of 1 MB is refused in JSON", async () => {
    const grant = await newGrant(app);
    const answer = await call(app, activities(grant), { token: grant.token, body: message("x".repeat(1_000_000)) });
    expect(answer.status).toBe(413);
    expect(answer.json).toMatchObject({ error: { code: "MessageSizeTooBig" } });
  });

  test("what a database cannot store is left out, the rest is taken", async () => {
    const grant = await newGrant(app);
    const answer = await call(app, activities(grant), { token: grant.token, body: message("ho\u0000la \ud800", "a\u0000b") });
    expect(answer.status).toBe(200);
    expect((await settledTranscript(grant))[0]).toMatchObject({ text: "hola \ufffd" });
  });

  test("the same clientActivityID twice is one turn with one id", async () => {
    const grant = await newGrant(app);
    const body = message("¿Qué es el PPT?", "the-same");
    const [first, second] = await Promise.all([1, 2].map(() => call(app, activities(grant), { token: grant.token, body })));
    const third = await call(app, activities(grant), { token: grant.token, body });
    expect(new Set([first, second, third].map((answer) => answer?.json["id"])).size).toBe(1);
    const all = await settledTranscript(grant);
    expect(all.filter(({ from }) => from.role === "user")).toHaveLength(1);
    expect(all.filter(({ replyToId }) => replyToId === first!.json["id"])).toHaveLength(all.length - 1);
  });

  test("opening twice greets once", async () => {
    const grant = await newGrant(app);
    const join = { type: "event", name: "webchat/join", value: { language: "en" } };
    await call(app, activities(grant), { token: grant.token, body: join });
    const once = await settledTranscript(grant);
    await call(app, activities(grant), { token: grant.token, body: join });
    expect(await settledTranscript(grant)).toEqual(once);
    expect(once[0]).toMatchObject({ locale: "en", from: { role: "bot" } });
  });

  test("a pressed choice comes back with its value", async () => {
    const grant = await newGrant(app);
    const body = { type: "message", text: "Español", channelData: { clientActivityID: "p", choice: "command:language:es" } };
    await call(app, activities(grant), { token: grant.token, body });
    expect((await settledTranscript(grant))[0]!.channelData).toEqual({ clientActivityID: "p", choice: "command:language:es" });
  });

  test("31 in a minute: the last is refused with a time to wait", async () => {
    const grant = await newGrant(app);
    const answers = [];
    for (let i = 0; i < 31; i++) answers.push(await call(app, activities(grant), { token: grant.token, body: { type: "typing" } }));
    expect(answers.slice(0, 30).every(({ status }) => status === 200)).toBe(true);
    expect(answers[30]!.status).toBe(429);
    expect(Number(answers[30]!.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("a watermark gives what came after it, nonsense gives everything", async () => {
    const grant = await newGrant(app);
    await call(app, activities(grant), { token: grant.token, body: message("¿Qué es el PPT?") });
    const all = await settledTranscript(grant);
    const after = (mark: string) => call(app, `${activities(grant)}?watermark=${mark}`, { method: "GET", token: grant.token });
    expect((await after("1")).json["activities"]).toEqual(all.slice(1));
    expect((await after("-5'")).json["activities"]).toEqual(all);
    expect((await after(String((await after("")).json["watermark"]))).json["activities"]).toEqual([]);
  });
});

describe("upload", () => {
  const form = (activity: string | undefined, file = true) => {
    const data = new FormData();
    if (activity !== undefined) data.append("activity", new Blob([activity], { type: "application/vnd.microsoft.activity" }));
    if (file) data.append("file", new Blob(["pixels"], { type: "image/png" }), "foto ñ.png");
    return data;
  };
  const upload = (grant: Grant, raw: BodyInit, type?: string) =>
    call(app, `conversations/${grant.conversationId}/upload`, { token: grant.token, raw, ...(type ? { type } : {}) });

  test("a file is shown by its name and answered; the same one again changes nothing", async () => {
    const grant = await newGrant(app);
    const activity = JSON.stringify({ type: "message", text: "", channelData: { clientActivityID: "u" } });
    const first = await upload(grant, form(activity));
    expect(first.status).toBe(200);
    expect((await upload(grant, form(activity))).json).toEqual(first.json);
    const [mine, ...replies] = await settledTranscript(grant);
    expect(mine).toMatchObject({ attachments: [{ name: "foto ñ.png", contentType: "image/png" }] });
    expect(replies.map(({ channelData }) => channelData.outcome)).toEqual(replies.map(() => "repaired-unsupported"));
    expect(replies.length).toBeGreaterThan(0);
  });

  test("a bare file is taken too", async () => {
    const grant = await newGrant(app);
    expect((await upload(grant, "text", "text/plain")).status).toBe(200);
  });

  test.each([
    ["a malformed activity", () => form("{")],
    ["an activity of no known type", () => form(JSON.stringify({ type: "invoke" }))],
    ["no file", () => form(JSON.stringify({ type: "message" }), false)],
  ])("%s: 400 in JSON", async (_what, body) => {
    expect((await upload(await newGrant(app), body())).json).toMatchObject({ error: { code: "BadArgument" } });
  });

  test("13 MB are refused", async () => {
    expect((await upload(await newGrant(app), new Uint8Array(13_000_000), "image/png")).status).toBe(413);
  });
});

describe("stream", () => {
  const address = ({ conversationId }: Grant, token: string) => `${app.url.replace("http", "ws")}/v3/directline/conversations/${conversationId}/stream?watermark=-&t=${token}`;
  const refusal = (url: string) =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(url);
      socket.on("unexpected-response", (_req, res) => resolve(res.statusCode!));
      socket.on("open", () => reject(new Error("it opened")));
      socket.on("error", reject);
    });

  test("opens with the token of its conversation only", async () => {
    const [mine, other] = [await newGrant(app), await newGrant(app)];
    expect(await refusal(address(mine, other.token))).toBe(403);
    expect(await refusal(address(mine, mine.resume_token))).toBe(403);
    expect(await refusal(address(mine, ""))).toBe(403);
  });

  test("an address that is none, and a caller who leaves, end nothing", async () => {
    for (const path of ["//", "/v3/directline/conversations/%zz/stream", "/"]) {
      await new Promise<void>((resolve, reject) => {
        const socket = createConnection(app.port, "127.0.0.1", () => {
          socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
        });
        socket.once("data", (data) => {
          socket.resetAndDestroy();
          if (data.toString().startsWith("HTTP/1.1 403")) resolve();
          else reject(new Error(data.toString()));
        });
        socket.once("error", reject);
        socket.setTimeout(30_000, () => { socket.destroy(); reject(new Error(`no answer to ${path}`)); });
      });
    }
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});

describe("tokens by address", () => {
  test("the 31st in a minute waits", async () => {
    const own = await startApp({ NOW: "2026-11-23T15:00:00Z" });
    const answers = [];
    for (let i = 0; i < 31; i++) answers.push((await call(own, "tokens/generate")).status);
    await own.close();
    expect(answers).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
  });
});
