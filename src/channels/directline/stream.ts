import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { activityGrowing } from "./activity.ts";
import { activitySet, watermark, type DirectLineParts } from "./routes.ts";
import { readToken } from "./token.ts";

const path = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
const heartbeatMs = 30_000;
/** While replicas cannot wake one another, streams look for themselves this often. */
const lookMs = 2_000;

/** Serves `conversations/{id}/stream`: what is stored after the watermark, then whatever comes, in order. */
export const serveStreams = (server: Server, parts: DirectLineParts): { close: () => void } => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const looks = new Map<WebSocket, () => void>();
  const lookout = setInterval(() => {
    if (looks.size > 0) void parts.replicas.healthy().then((healthy) => { if (!healthy) looks.forEach((look) => { look(); }); });
  }, lookMs);
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const url = URL.parse(request.url ?? "/", "http://localhost");
    const id = path.exec(url?.pathname ?? "")?.[1];
    const bound = readToken(parts.secret, url?.searchParams.get("t") ?? "", parts.now());
    if (!url || !id || bound !== id) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on("close", () => looks.delete(ws));
      looks.set(ws, follow(ws, parts, id, watermark(url.searchParams.get("watermark"))));
    });
  });
  return {
    close: () => {
      clearInterval(lookout);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
};

/** A person of the desk is writing: shown for a moment, stored nowhere. */
const typing = (id: string) => ({ type: "typing", from: { id: "advisor", role: "bot" }, channelId: "directline", conversation: { id } });

/** Gives a function that sends what is new now. */
const follow = (ws: WebSocket, parts: DirectLineParts, id: string, from: number): (() => void) => {
  let after = from;
  let wanted = true;
  let busy = false;
  let answered = true;

  const send = async () => {
    wanted = true;
    if (busy) return;
    busy = true;
    try {
      while (wanted && ws.readyState === ws.OPEN) {
        wanted = false;
        const set = await activitySet(parts, id, after);
        if (set.activities.length > 0) ws.send(JSON.stringify(set));
        after = Number(set.watermark);
      }
    } catch {
      ws.close(1011, "try again");
    } finally {
      busy = false;
    }
  };

  const sleep = parts.replicas.onWake(`conversation:${id}`, () => void send());
  const still = parts.replicas.onPassing(`typing:${id}`, () => {
    if (ws.readyState === ws.OPEN) ws.send(JSON.stringify({ activities: [typing(id)], watermark: String(after) }));
  });
  const unfollow = parts.live.follow(id, (growing) => {
    if (ws.readyState === ws.OPEN) ws.send(JSON.stringify({ activities: [activityGrowing(id, growing)], watermark: String(after) }));
  });
  // A wake-up may be lost with the process or the network that carried it: the heartbeat looks for itself.
  const beat = setInterval(() => {
    if (!answered) return ws.terminate();
    answered = false;
    ws.ping();
    void send();
  }, heartbeatMs);
  ws.on("pong", () => { answered = true; });
  ws.on("message", (data: Buffer) => {
    if (data.length === 0) ws.send("");
  });
  ws.on("error", () => ws.terminate());
  ws.on("close", () => {
    clearInterval(beat);
    sleep();
    still();
    unfollow();
  });
  void send();
  return () => void send();
};
