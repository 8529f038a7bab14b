import type { Locale } from "../../locale.ts";
import { request, type Activity } from "./directline/api.ts";
import { connect, type Connection } from "./directline/connection.ts";
import { createOutbox, type Outbox, type Outgoing } from "./directline/outbox.ts";
import { openSession } from "./directline/session.ts";
import { transcriptOf, type Message } from "./transcript.ts";

export type Link = "connecting" | "online" | "lost" | "back";

/** All that is on screen. */
export type State = {
  locale: Locale;
  link: Link;
  messages: Message[];
  /** An answer is due. */
  waiting: boolean;
  slow: boolean;
  busy: boolean;
  ended: boolean;
  /** Grows with each new conversation. */
  round: number;
};

export type Conversation = {
  state: () => State;
  subscribe: (listener: () => void) => () => void;
  say: (text: string) => void;
  press: (choice: { value: string; title: string }, locale: Locale) => void;
  attach: (file: File) => void;
  retry: (id: string) => void;
  speak: (locale: Locale, name: string) => void;
  restart: () => void;
  /** The good news about the connection was read. */
  settled: () => void;
  hurry: () => void;
};

/** After this an answer is called late; after the second time it is no longer waited for. */
const slowMs = 12_000;
const giveUpMs = 45_000;

/** The conversation of this tab: what came, what was said, and what is under way. */
export const openConversation = (locale: Locale, intent?: string): Conversation => {
  const store = openSession(locale, intent);
  const listeners = new Set<() => void>();
  const arrived = new Map<string, Activity>();
  let seen = store.session.watermark;
  let asked = 0;
  let state: State = {
    locale: store.session.locale, link: "connecting", messages: [], waiting: true, slow: false, busy: false, ended: false, round: 0,
  };
  let connection: Connection;
  let outbox: Outbox;

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
    document.documentElement.lang = state.locale;
    for (const listener of listeners) listener();
  };

  const draw = (change: Partial<State> = {}) => {
    const messages = transcriptOf([...arrived.values()], store.session.outbox, seen);
    const waiting = isWaiting(messages, store.session.outbox);
    set({ messages, waiting, ...(waiting ? {} : { slow: false, busy: false }), ...change });
  };

  const take = (activities: Activity[], watermark: number) => {
    const before = state.waiting;
    for (const activity of activities) {
      const mine = activity.channelData?.clientActivityID;
      if (mine && activity.from.role === "user") outbox.confirm(mine);
      if (activity.type === "message") arrived.set(activity.id, activity);
    }
    if (watermark > store.session.watermark) store.session.watermark = watermark;
    store.save();
    draw();
    const last = state.messages.at(-1);
    // A citizen who writes in the other language gets the page in it too, once the answer is there.
    if (before && !state.waiting && last?.author === "bot" && last.fresh && last.locale) follow(last.locale);
  };

  const follow = (next: Locale) => {
    if (next === state.locale) return;
    store.session.locale = next;
    store.save();
    set({ locale: next });
  };

  const begin = () => {
    const round = state.round;
    const current = () => round === state.round;
    const send = async (outgoing: Outgoing) => {
      const result = await post(store.session, outgoing);
      if (result.ok && current()) connection.hurry();
      return result;
    };
    outbox = createOutbox(store, send, {
      changed: () => { if (current()) draw(); },
      busy: () => set({ busy: true }),
      renew: () => connection.renew(),
    });
    connection = connect(store, {
      set: ({ activities, watermark }) => take(activities, Number(watermark ?? 0)),
      entered: () => {
        if (!store.session.opened) outbox.add(opening(state.locale, store.session.intent), "first");
        store.session.opened = true;
        outbox.hurry();
      },
      reached: (reached) => {
        if (reached) outbox.hurry();
        set({ link: linkAfter(state.link, reached) });
      },
      ended: () => {
        outbox.stop();
        draw({ ended: true, waiting: false });
      },
      waiting: () => state.waiting,
    });
    watch();
  };

  /** Says when an answer is late, and stops waiting when none comes. */
  const watch = () => {
    asked = Date.now();
    const mine = asked;
    setTimeout(() => { if (mine === asked && state.waiting && state.link !== "lost") set({ slow: true }); }, slowMs);
    setTimeout(() => { if (mine === asked && state.waiting && state.link !== "lost") set({ waiting: false }); }, giveUpMs);
  };

  const send = (body: Partial<Outgoing["body"]>, file?: File) => {
    const at = new Date().toISOString();
    outbox.add({ id: newId(), at, body: { type: "message", locale: state.locale, ...body }, ...(file ? { file } : {}) });
    draw();
    watch();
  };

  begin();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: (text) => send({ text }),
    press: ({ value, title }, spoken) => send({ text: title, choice: value, locale: spoken }),
    attach: (file) => send({ text: "" }, file),
    retry: (id) => outbox.retry(id),
    speak: (next, name) => {
      follow(next);
      if (!state.ended) send({ text: name, choice: `command:language:${next}` });
    },
    restart: () => {
      connection.stop();
      outbox.stop();
      arrived.clear();
      seen = 0;
      store.clear(state.locale);
      set({ round: state.round + 1, messages: [], waiting: true, slow: false, busy: false, ended: false, link: "online" });
      begin();
    },
    settled: () => set({ link: "online" }),
    hurry: () => {
      connection.hurry();
      outbox.hurry();
    },
  };
};

const linkAfter = (before: Link, reached: boolean): Link => {
  if (!reached) return "lost";
  return before === "lost" || before === "back" ? "back" : "online";
};

const post = (session: { conversationId?: string; token?: string }, { id, body, file }: Outgoing) => {
  const { choice, ...rest } = body;
  const activity = { ...rest, from: { id: "citizen" }, channelData: { clientActivityID: id, ...(choice ? { choice } : {}) } };
  const path = `conversations/${session.conversationId}/${file ? "upload" : "activities"}`;
  const token = session.token!;
  if (!file) return request<{ id: string }>(path, { token, json: activity });
  const form = new FormData();
  form.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }));
  form.append("file", file, file.name);
  return request<{ id: string }>(path, { token, form });
};

const opening = (language: Locale, intent: string | undefined): Outgoing => ({
  id: newId(),
  at: new Date().toISOString(),
  body: { type: "event", name: "webchat/join", locale: language, value: { language, ...(intent ? { intent } : {}) } },
});

const isWaiting = (messages: Message[], outbox: Outgoing[]): boolean =>
  outbox.some(({ refused }) => !refused) || messages.filter(({ state }) => state !== "refused").at(-1)?.author !== "bot";

/** `crypto.randomUUID` is not there on plain http. */
const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
