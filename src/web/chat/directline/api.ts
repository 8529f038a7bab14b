import type { Locale } from "../../../locale.ts";

/** `status` 0: not reached. `retryAfter` in seconds, when the server named it. */
export type Result<T> = { ok: true; value: T } | { ok: false; status: number; retryAfter?: number };

/** What a page needs to speak in one conversation. `resume_token` outlives `token`: a phone may sleep for days. */
export type Grant = { conversationId: string; token: string; expires_in: number; resume_token?: string; streamUrl?: string };

/** A message of either side, as far as this page reads it. */
export type Activity = {
  id: string;
  type: string;
  timestamp: string;
  from: { id: string; role?: string; name?: string };
  text?: string;
  locale?: Locale;
  replyToId?: string;
  suggestedActions?: { actions: { title: string; value: unknown }[] };
  attachments?: { contentType?: string; name?: string; contentUrl?: string }[];
  channelData?: {
    clientActivityID?: string;
    choice?: string;
    body?: string;
    outcome?: string;
    /** advisor: a person's words · desk: the service's, about the person. */
    from?: "advisor" | "desk";
    sources?: { title: string; document: string; url?: string; published?: string }[];
    choices?: { value: string; title: string }[];
    /** An answer as it grows: each activity carries all of it so far. */
    streamId?: string;
    streamType?: string;
    streamSequence?: number;
  };
};
export type ActivitySet = { activities: Activity[]; watermark?: string };

type Request = { method?: "GET" | "POST"; token?: string; json?: unknown; form?: FormData };

const slowest = 20_000;
const slowestUpload = 120_000;

/** One request to our Direct Line. Never throws. */
export const request = async <T>(path: string, { method = "POST", token, json, form }: Request): Promise<Result<T>> => {
  try {
    const response = await fetch(`/v3/directline/${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
      },
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
      cache: "no-store",
      credentials: "omit",
      signal: timeout(form ? slowestUpload : slowest),
    });
    if (response.ok) return { ok: true, value: (await response.json()) as T };
    const seconds = Number(response.headers.get("retry-after"));
    return { ok: false, status: response.status, ...(seconds > 0 ? { retryAfter: seconds } : {}) };
  } catch {
    return { ok: false, status: 0 };
  }
};

const timeout = (ms: number): AbortSignal => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
};
