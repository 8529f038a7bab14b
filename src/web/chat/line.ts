import type { Activity, ActivitySet } from "./directline/api.ts";
import { connect, type Connection } from "./directline/connection.ts";
import { createOutbox, type Outgoing } from "./directline/outbox.ts";
import type { SessionStore } from "./directline/session.ts";
import { grow } from "./growing.ts";
import { opening, post } from "./post.ts";
import { linkAfter, type Screen } from "./screen.ts";
import { transcriptOf, type Message } from "./transcript.ts";
import { watchWriting } from "./writing.ts";

/** One conversation with the service, drawn on the screen as it goes. */
export type Line = {
  send: (outgoing: Outgoing) => void;
  retry: (id: string) => void;
  hurry: () => void;
  close: () => void;
};

export const openLine = (store: SessionStore, screen: Screen): Line => {
  const { session } = store;
  const arrived = new Map<string, Activity>();
  const seen = session.watermark;
  const patience = createPatience(screen);
  const writing = watchWriting((now) => {
    if (!closed && screen.state().writing !== now) screen.set({ writing: now });
  });
  let closed = false;

  const draw = () => {
    if (!closed) screen.set(drawn(transcriptOf([...arrived.values()], session.outbox, seen), session.outbox));
  };
  const take = ({ activities, watermark }: ActivitySet) => {
    const waited = screen.state().waiting;
    for (const activity of activities) {
      if (activity.channelData?.clientActivityID) outbox.confirm(activity.channelData.clientActivityID);
      writing.see(activity);
      if (activity.type === "message") arrived.set(activity.id, activity);
    }
    if (!closed) screen.set({ growing: grow(screen.state().growing, activities) });
    session.watermark = Math.max(session.watermark, Number(watermark ?? 0));
    store.save();
    draw();
    if (waited) follow(store, screen);
  };
  const outbox = createOutbox(store, async (next) => {
    const result = await post(session, next);
    if (result.ok) connection.hurry();
    return result;
  }, { changed: draw, busy: () => screen.set({ busy: true }), renew: () => connection.renew() });
  const connection: Connection = connect(store, {
    set: take,
    entered: () => { enter(store, outbox); },
    reached: (reached) => {
      if (reached) outbox.hurry();
      screen.set({ link: linkAfter(screen.state().link, reached) });
    },
    ended: () => {
      outbox.stop();
      draw();
      screen.set({ ended: true, waiting: false });
    },
    waiting: () => screen.state().waiting,
  });
  patience.begin();

  return {
    send: (next) => {
      outbox.add(next);
      draw();
      patience.begin();
    },
    retry: outbox.retry,
    hurry: () => [connection, outbox].forEach(({ hurry }) => hurry()),
    close: () => {
      closed = true;
      [connection, outbox, patience, writing].forEach(({ stop }) => stop());
    },
  };
};

/** The first thing said in a new conversation, before what waits to be sent. */
const enter = ({ session }: SessionStore, outbox: ReturnType<typeof createOutbox>): void => {
  if (!session.opened) outbox.add(opening(session.locale, session.intent), "first");
  session.opened = true;
  outbox.hurry();
};

const drawn = (messages: Message[], outbox: Outgoing[]) => {
  const waiting = isWaiting(messages, outbox);
  return { messages, waiting, ...(waiting ? {} : { slow: false, busy: false }) };
};

/** Whether the service owes an answer; a person answers in their own time. */
const isWaiting = (messages: Message[], outbox: Outgoing[]): boolean => {
  if (outbox.some(({ refused }) => !refused)) return true;
  const said = messages.filter(({ state }) => state !== "refused");
  return said.at(-1)?.author !== "bot" && !said.findLast(({ author }) => author === "bot")?.withPerson;
};

/** A citizen who writes in the other language gets the page in it too, once the answer is there. */
const follow = ({ session, save }: SessionStore, screen: Screen): void => {
  const { waiting, messages, locale } = screen.state();
  const last = messages.at(-1);
  if (waiting || !last?.fresh || !last.locale || last.locale === locale) return;
  session.locale = last.locale;
  save();
  screen.set({ locale: last.locale });
};

const slowMs = 12_000;
const giveUpMs = 45_000;

/** Says when an answer is late, and stops waiting when none comes: a person may be writing it. */
const createPatience = (screen: Screen) => {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const stop = () => timers.forEach(clearTimeout);
  const unless = (change: Parameters<Screen["set"]>[0]) => () => {
    const { waiting, link } = screen.state();
    if (waiting && link !== "lost") screen.set(change);
  };
  const begin = () => {
    stop();
    timers = [setTimeout(unless({ slow: true }), slowMs), setTimeout(unless({ waiting: false, slow: false }), giveUpMs)];
  };
  return { begin, stop };
};
