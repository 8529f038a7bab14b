import type { Locale } from "../../locale.ts";
import { request, type Result } from "./directline/api.ts";
import type { Outgoing } from "./directline/outbox.ts";
import type { Session } from "./directline/session.ts";

/** Sends one message, with its file as an upload. */
export const post = ({ conversationId, token }: Session, { id, body, file }: Outgoing): Promise<Result<{ id: string }>> => {
  const { choice, ...rest } = body;
  const activity = { ...rest, from: { id: "citizen" }, channelData: { clientActivityID: id, ...(choice ? { choice } : {}) } };
  const path = `conversations/${conversationId}/${file ? "upload" : "activities"}`;
  if (!file) return request(path, { token: token!, json: activity });
  const form = new FormData();
  form.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }));
  form.append("file", file, file.name);
  return request(path, { token: token!, form });
};

/** The page was opened, in a language and perhaps at an intent. */
export const opening = (language: Locale, intent: string | undefined): Outgoing =>
  outgoing({ type: "event", name: "webchat/join", locale: language, value: { language, ...(intent ? { intent } : {}) } });

export const outgoing = (body: Outgoing["body"], file?: File): Outgoing => ({
  id: newId(), at: new Date().toISOString(), body, ...(file ? { file } : {}),
});

/** `crypto.randomUUID` is not there on plain http. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
