import { createRequire } from "node:module";
import type { RunningApp } from "./app.ts";

export type Grant = { conversationId: string; token: string; resume_token: string; expires_in: number; streamUrl?: string };

type Call = { method?: string; token?: string; body?: unknown; raw?: BodyInit; type?: string };

/** One plain request to the service's Direct Line: status, headers and JSON. */
export const call = async (app: RunningApp, path: string, { method = "POST", token, body, raw, type }: Call = {}) => {
  const response = await fetch(`${app.url}/v3/directline/${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(type ? { "content-type": type } : body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: raw ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as Record<string, unknown> };
};

export const newGrant = async (app: RunningApp): Promise<Grant> => (await call(app, "tokens/generate")).json as Grant;

/** What directlinejs gives, as far as it is looked at here. */
export type Activity = {
  id: string;
  type: string;
  text: string;
  locale?: string;
  from: { id: string; role?: string };
  replyToId?: string;
  attachments?: { name: string; contentType: string }[];
  suggestedActions?: { actions: { type: string; title: string; value: string }[] };
  channelData: { clientActivityID?: string; outcome?: string; sources?: { title: string }[]; choices?: { value: string; title: string }[]; body?: string };
};
type Subscription = { unsubscribe: () => void };
type Stream<T> = { subscribe: (next: (value: T) => void, fault?: (fault: unknown) => void) => Subscription };
export type Client = {
  activity$: Stream<Activity>;
  connectionStatus$: Stream<number>;
  postActivity: (activity: object) => Stream<string>;
  end: () => void;
};

/** The client that the Bot Framework's own web chat uses, unmodified; it expects a browser's globals. */
export const directLineClient = (app: RunningApp, options: Record<string, unknown>): Client => {
  const require = createRequire(import.meta.url);
  Object.assign(globalThis, { XMLHttpRequest: require("xmlhttprequest-ssl").XMLHttpRequest, WebSocket: require("ws") });
  const { DirectLine } = require("botframework-directlinejs") as { DirectLine: new (options: object) => Client };
  return new DirectLine({ domain: `${app.url}/v3/directline`, ...options });
};

/** Posts, and gives the id of the stored activity. */
export const send = (client: Client, activity: object): Promise<string> =>
  new Promise((resolve, reject) => client.postActivity({ from: { id: "citizen" }, ...activity }).subscribe(resolve, reject));

/** Everything that a client shows, with a way to wait for it. */
export const collect = (client: Client) => {
  const all: Activity[] = [];
  const waiting = new Set<() => void>();
  const subscription = client.activity$.subscribe((activity) => {
    all.push(activity);
    for (const look of waiting) look();
  }, () => undefined); // `end` is told to every subscriber as an error
  const until = (wanted: (all: Activity[]) => boolean, ms = 30_000) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not in ${ms} ms; there are ${all.map(({ id }) => id).join(", ")}`)), ms);
      const look = () => {
        if (!wanted(all)) return;
        waiting.delete(look);
        clearTimeout(timer);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { all, until, stop: () => subscription.unsubscribe() };
};

export const fromBot = ({ from }: Activity): boolean => from.role === "bot";
