import { randomUUID } from "node:crypto";
import { vi } from "vitest";

/** What a citizen's page sees of a message. */
export type Seen = {
  id: string;
  text: string;
  from: { id: string; role: string; name?: string };
  attachments?: { contentType: string; name: string; contentUrl?: string }[];
  channelData: { outcome?: string; from?: string; name?: string; clientActivityID?: string };
};

/** Somebody on the web chat with a token of their own. */
export const openChat = async (url: string, locale: "es" | "en" = "es") => {
  const grant = (await (await post(`${url}/v3/directline/tokens/generate`)).json()) as { token: string; conversationId: string };
  return chatWith(url, grant, locale);
};

export const chatWith = (url: string, { token, conversationId }: { token: string; conversationId: string }, locale: "es" | "en" = "es") => {
  const at = (base: string) => `${base}/v3/directline/conversations/${conversationId}`;
  const headers = { authorization: `Bearer ${token}` };
  const read = async (base = url): Promise<Seen[]> => {
    const response = await fetch(`${at(base)}/activities`, { headers });
    return ((await response.json()) as { activities: Seen[] }).activities;
  };
  return {
    conversationId, token, read,
    say: async (text: string, { id = randomUUID() as string, base = url } = {}): Promise<number> =>
      (await post(`${at(base)}/activities`, { type: "message", from: { id: "u" }, text, locale, channelData: { clientActivityID: id } }, headers)).status,
    upload: async (bytes: Uint8Array, type: string, name: string): Promise<number> => {
      const form = new FormData();
      form.append("file", new Blob([Buffer.from(bytes)], { type }), name);
      return (await fetch(`${at(url)}/upload`, { method: "POST", headers, body: form })).status;
    },
    until: (wanted: (all: Seen[]) => boolean) =>
      vi.waitUntil(async () => {
        const all = await read();
        return wanted(all) && all;
      }, { timeout: 30_000, interval: 30 }),
  };
};

const post = (url: string, body: object = {}, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });
