import { request, type Grant, type Result } from "./api.ts";
import { keepGrant, type SessionStore } from "./session.ts";

/** away: not reached for now · over: no token of this conversation is good any more. */
export type Entry = { status: "in"; streamUrl: string } | { status: "away" } | { status: "over" };

/** A token, a new one where needed, and the address of the stream after a watermark. */
export const enter = async (store: SessionStore, after: string): Promise<Entry> => {
  const { session } = store;
  if (session.conversationId === undefined) return begin(store);
  if (session.until < Date.now()) {
    const renewed = await renewToken(store);
    if (renewed !== "renewed") return { status: renewed };
  }
  const path = `conversations/${session.conversationId}?${new URLSearchParams({ watermark: after || "-" })}`;
  const entered = await request<Grant>(path, { method: "GET", token: session.token! });
  if (isRefused(entered)) {
    const renewed = await renewToken(store);
    return { status: renewed === "over" ? "over" : "away" };
  }
  return taken(store, session, entered);
};

/** A new token for the same conversation, with the one that is still good. */
export const renewToken = async (store: SessionStore): Promise<"renewed" | "away" | "over"> => {
  const { session } = store;
  const tokens = [...(session.until > Date.now() ? [session.token] : []), session.resumeToken, session.token];
  for (const token of new Set(tokens.filter((token) => token !== undefined))) {
    const result = await request<Grant>("tokens/refresh", { token });
    if (result.ok) return keepGrant(store, session, result.value) ? "renewed" : "away";
    if (!isRefused(result)) return "away";
  }
  return "over";
};

const begin = async (store: SessionStore): Promise<Entry> => {
  const { session } = store;
  const granted = await request<Grant>("tokens/generate", {});
  if (!granted.ok || !keepGrant(store, session, granted.value)) return { status: "away" };
  return taken(store, session, await request<Grant>("conversations", { token: granted.value.token }));
};

const taken = (store: SessionStore, session: SessionStore["session"], entered: Result<Grant>): Entry =>
  entered.ok && keepGrant(store, session, entered.value) ? { status: "in", streamUrl: entered.value.streamUrl! } : { status: "away" };

const isRefused = (result: Result<unknown>): boolean => !result.ok && [401, 403, 404].includes(result.status);
