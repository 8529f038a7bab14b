import { look } from "../api.ts";
import type { Overview } from "../contract.ts";
import type { Store } from "../store.ts";
import type { DeskState } from "./desk.ts";
import { followDesk } from "./events.ts";
import { newsBetween, type News } from "./news.ts";
import { once } from "./once.ts";
import { readTicket, type OpenTicket, type Reader } from "./open-ticket.ts";
import type { Outbox } from "./outbox.ts";

const everyMs = 30_000;
const newsKept = 5;

export type Watch = { select: (ticket: string | undefined) => void; again: () => void; hurry: () => void; stop: () => void };

/** Keeps what is on screen true: by the service's events and, should one be missed, by asking. */
export const watchDesk = (store: Store<DeskState>, outbox: Outbox, onNews: (news: News[]) => void): Watch => {
  let reader: Reader | undefined;
  const refresh = once(async () => {
    const got = await look<Overview>("desk");
    if (!got.ok) return store.set({ fault: got });
    const before = store.state();
    const news = newsBetween(before.overview, got.value);
    store.set({ overview: got.value, fetchedAt: Date.now(), fault: undefined, news: [...before.news, ...news].slice(-newsKept) });
    if (news.length > 0) onNews(news);
    if (whoHas(store.state()) !== whoHas(before)) void reader?.load();
  });
  const show = (open: OpenTicket) => {
    outbox.shown(open.id, open.messages.at(-1)?.seq ?? 0);
    store.set({ open, pending: outbox.of(open.id) });
  };
  const lookAgain = () => {
    void refresh();
    // What nobody sees is not read: it still counts in the tab's title.
    if (!document.hidden) void reader?.follow();
  };
  const line = followDesk({
    changed: lookAgain,
    reached: (reached) => {
      store.set({ link: reached ? "online" : "lost" });
      if (reached) outbox.hurry();
      else void refresh();
    },
  });
  const timer = setInterval(lookAgain, everyMs);
  void refresh();
  return {
    select: (ticket) => {
      if (ticket === store.state().open?.id) return;
      reader?.close();
      reader = ticket === undefined ? undefined : readTicket(ticket, show);
      if (reader) void reader.load().then(refresh);
      else store.set({ open: undefined, pending: [] });
    },
    again: () => {
      void refresh();
      void reader?.load();
    },
    hurry: () => {
      lookAgain();
      line.hurry();
      outbox.hurry();
    },
    stop: () => {
      clearInterval(timer);
      reader?.close();
      line.stop();
      outbox.stop();
    },
  };
};

/** Who has the open conversation, and how it stands: when that changes it is read anew. */
const whoHas = ({ overview, open }: DeskState): string | undefined => {
  if (!overview || !open) return undefined;
  const ticket = [...overview.waiting, ...overview.mine, ...overview.others].find(({ id }) => id === open.id);
  return `${ticket?.state} ${ticket?.advisor?.id}`;
};
