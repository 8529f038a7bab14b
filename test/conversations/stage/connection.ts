import { WebSocket } from "ws";
import type { RunningApp } from "../../support/app.ts";
import { call, type Activity, type Grant } from "../../support/direct-line.ts";

/** One of a citizen's connections: what its stream has shown, in order. */
export type Connection = {
  activities: Activity[];
  /** Waits until `wanted` holds for what was shown. */
  until: (wanted: (shown: Activity[]) => boolean) => Promise<void>;
  close: () => void;
};

const patienceMs = 60_000;

/** Opens the stream of a conversation, from its beginning. */
export const connect = async (streamUrl: string): Promise<Connection> => {
  const socket = new WebSocket(streamUrl);
  const activities: Activity[] = [];
  const looks = new Set<() => void>();
  socket.on("message", (data: Buffer) => {
    if (data.length > 0) activities.push(...(JSON.parse(data.toString()) as { activities: Activity[] }).activities);
    for (const look of looks) look();
  });
  await new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const until: Connection["until"] = (wanted) => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`a stream waited ${patienceMs} ms and has ${activities.length} activities`)), patienceMs);
    const look = () => {
      if (!wanted(activities)) return;
      looks.delete(look);
      clearTimeout(timer);
      resolve();
    };
    looks.add(look);
    look();
  });
  return { activities, until, close: () => socket.terminate() };
};

/** A new conversation with two connections, as on a page and a phone: one begins it, the other comes back to it. */
export const openLine = async (app: RunningApp, secret: string): Promise<{ grant: Grant; connections: [Connection, Connection] }> => {
  const begun = await call(app, "conversations", { token: secret });
  const grant = begun.json as Grant;
  const again = await call(app, `conversations/${grant.conversationId}`, { method: "GET", token: grant.token });
  const connections = await Promise.all([connect(grant.streamUrl!), connect((again.json as Grant).streamUrl!)]);
  return { grant, connections };
};
