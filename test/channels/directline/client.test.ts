import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocketServer, WebSocket, type RawData } from "ws";
import { startApp, type RunningApp } from "../../support/app.ts";
import { collect, directLineClient, fromBot, newGrant, send, type Client } from "../../support/direct-line.ts";

const questions = { es: "¿Qué es el PPT?", en: "What is the PPT?" };

describe("the unmodified botframework-directlinejs", () => {
  let app: RunningApp;
  const clients: Client[] = [];
  beforeAll(async () => { app = await startApp(); });
  afterAll(() => app.close());
  afterEach(() => { for (const client of clients.splice(0)) client.end(); });

  const open = async (options: Record<string, unknown> = {}) => {
    const { token } = await newGrant(app);
    const client = directLineClient(app, { token, ...options });
    clients.push(client);
    return { client, seen: collect(client) };
  };

  describe.each([["stream", {}], ["polling", { webSocket: false, pollingInterval: 300 }]] as const)("over %s", (_way, options) => {
    test.each(["es", "en"] as const)("asks and is answered with a source in %s", async (locale) => {
      const { client, seen } = await open(options);
      await send(client, { type: "event", name: "webchat/join", value: { language: locale }, locale });
      await seen.until((all) => all.some(fromBot));
      const asked = await send(client, { type: "message", text: questions[locale], locale });
      await seen.until((all) => all.some(({ replyToId }) => replyToId === asked));

      const answer = seen.all.filter(({ replyToId }) => replyToId === asked);
      expect(new Set(answer.map((activity) => activity.locale))).toEqual(new Set([locale]));
      expect(answer.flatMap(({ channelData }) => channelData.sources ?? []).length).toBeGreaterThan(0);
      expect(answer[0]!.channelData.outcome).toMatch(/^(answered|repaired-digression)/);
      expect(seen.all.filter(({ id }) => id === asked)).toHaveLength(1);
      expect(new Set(seen.all.map(({ id }) => id)).size).toBe(seen.all.length);
    });
  });

  test("draws choices as suggested actions, and the title that is sent back is understood", async () => {
    const { client, seen } = await open();
    await send(client, { type: "event", name: "webchat/join", value: { language: "es" } });
    await seen.until((all) => all.some(({ suggestedActions }) => suggestedActions));
    const { actions } = seen.all.find(({ suggestedActions }) => suggestedActions)!.suggestedActions!;
    expect(actions[0]).toMatchObject({ type: "imBack", title: actions[0]!.value });
    const pressed = await send(client, { type: "message", text: actions[0]!.value });
    await seen.until((all) => all.some(({ replyToId }) => replyToId === pressed));
    expect(seen.all.find(({ replyToId }) => replyToId === pressed)!.channelData.outcome).toMatch(/^flow-/);
  });

  test("loses and doubles nothing when its socket is cut in the middle", async () => {
    const cutter = await breakableProxy(app);
    const { token } = await newGrant(app);
    const client = directLineClient({ ...app, url: cutter.url }, { token });
    clients.push(client);
    const seen = collect(client);
    await send(client, { type: "event", name: "webchat/join", value: { language: "es" } });
    await seen.until((all) => all.some(fromBot));
    const asked: string[] = [];
    for (let i = 0; i < 6; i++) {
      if (i % 2 === 1) cutter.cut();
      asked.push(await send(client, { type: "message", text: `¿Qué es el PPT? ${i}` }));
    }
    await seen.until((all) => asked.every((id) => all.some(({ replyToId }) => replyToId === id)), 30_000);

    expect(cutter.sockets()).toBeGreaterThan(1);
    const ids = seen.all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
    expect(asked.every((id) => ids.includes(id))).toBe(true);
    await cutter.close();
  });
});

/** Passes HTTP on, rewrites the stream's address to itself, and cuts sockets when told. */
const breakableProxy = async (app: RunningApp) => {
  const { createServer } = await import("node:http");
  let opened = 0;
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => void (async () => {
      const headers = { ...req.headers, host: req.headers.host! } as unknown as Record<string, string>;
      delete headers["content-length"];
      delete headers["connection"];
      const hasBody = !["GET", "HEAD", "OPTIONS"].includes(req.method!);
      const answer = await fetch(app.url + req.url, { method: req.method!, headers, body: hasBody ? Buffer.concat(chunks) : null });
      const text = (await answer.text()).replaceAll(`127.0.0.1:${app.port}`, `127.0.0.1:${port}`);
      res.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" }).end(text);
    })());
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (near, request) => {
    opened++;
    const far = new WebSocket(`ws://127.0.0.1:${app.port}${request.url}`);
    far.on("message", (data: RawData) => near.send(data.toString()));
    near.on("message", (data: RawData) => { if (far.readyState === far.OPEN) far.send(data.toString()); });
    near.on("close", () => far.terminate());
    far.on("close", () => near.close());
    far.on("error", () => near.terminate());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = (server.address() as { port: number }).port;
  return {
    url: `http://127.0.0.1:${port}`,
    sockets: () => opened,
    cut: () => { for (const socket of sockets.clients) socket.terminate(); },
    close: () => new Promise<void>((resolve) => { for (const socket of sockets.clients) socket.terminate(); server.close(() => resolve()); server.closeAllConnections(); }),
  };
};
