import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import { WebSocket } from "ws";

export const secret = "the-direct-line-secret";

export type Activity = { id: string; text: string; from: { role: string }; replyToId?: string; channelData: { outcome?: string; clientActivityID?: string } };

/** Somebody on the web chat, over Direct Line: every call names the address, as replicas share conversations. */
export const newCitizen = async (url: string) => {
  const opened = await call(`${url}/v3/directline/conversations`, { method: "POST" });
  const { conversationId, streamUrl } = (await opened.json()) as { conversationId: string; streamUrl: string };
  const activities = (at: string) => `${at}/v3/directline/conversations/${conversationId}/activities`;
  const read = async (at: string, watermark = 0) => {
    const response = await call(`${activities(at)}?watermark=${watermark}`);
    return (await response.json()) as { activities: Activity[]; watermark: string };
  };
  return {
    conversationId,
    /** Posts a message; gives the status. The same `id` again is the same message. */
    say: (at: string, text: string, id: string = randomUUID()) =>
      call(activities(at), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ type: "message", from: { id: "u" }, text, locale: "es", channelData: { clientActivityID: id } }),
      }).then(({ status }) => status),
    read,
    /** Waits until so many messages were answered, and gives all activities. */
    answered: async (at: string, count: number, timeout = 30_000) => {
      const done = (all: Activity[]) => new Set(all.filter(isBot).map(({ replyToId }) => replyToId)).size >= count;
      return vi.waitUntil(
        async () => {
          const { activities: all } = await read(at).catch(() => ({ activities: [] as Activity[] }));
          return done(all) && all;
        },
        { timeout, interval: 30 },
      );
    },
    /** Follows the stream of a replica; `heard` grows. */
    follow: async (at: string) => {
      const heard: Activity[] = [];
      const socket = new WebSocket(streamUrl.replace(/^ws:\/\/[^/]+/, at.replace("http", "ws")));
      socket.on("message", (data: Buffer) => {
        if (data.length > 0) heard.push(...(JSON.parse(data.toString()) as { activities: Activity[] }).activities);
      });
      socket.on("error", () => undefined);
      await new Promise((resolve) => socket.once("open", resolve));
      return { heard, close: () => { socket.terminate(); } };
    },
  };
};

export const isBot = ({ from }: Activity): boolean => from.role === "bot";

const call = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, headers: { authorization: `Bearer ${secret}`, ...init.headers }, signal: AbortSignal.timeout(20_000) });
