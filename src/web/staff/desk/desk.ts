import { call, type Refusal, type Result } from "../api.ts";
import type { Overview, Presence, Ticket } from "../contract.ts";
import { createStore, type Store } from "../store.ts";
import type { News } from "./news.ts";
import type { OpenTicket } from "./open-ticket.ts";
import { createOutbox, type Outgoing } from "./outbox.ts";
import { watchDesk } from "./watch.ts";

export type DeskState = {
  overview: Overview | undefined;
  /** When the overview came, by this device's clock. */
  fetchedAt: number;
  fault: Refusal | undefined;
  link: "connecting" | "online" | "lost";
  open: OpenTicket | undefined;
  pending: Outgoing[];
  news: News[];
};

/** What an advisor can do; each answers what the service said. */
export type Desk = {
  store: Store<DeskState>;
  select: (ticket: string | undefined) => void;
  claim: (ticket: string) => Promise<Result<Ticket>>;
  act: (ticket: string, deed: "note" | "transfer" | "return" | "close" | "video", body: object) => Promise<Result<{ url?: string }>>;
  say: (ticket: string, text: string) => void;
  attach: (ticket: string, file: File) => void;
  typing: (ticket: string) => void;
  retry: (key: string) => void;
  discard: (key: string) => void;
  presence: (presence: Presence) => Promise<void>;
  hurry: () => void;
  stop: () => void;
};

/** The desk as this tab sees it. */
export const openDesk = (onNews: (news: News[]) => void): Desk => {
  const store = createStore<DeskState>({
    overview: undefined, fetchedAt: 0, fault: undefined, link: "connecting", open: undefined, pending: [], news: [],
  });
  const outbox = createOutbox((of) => {
    const { open } = store.state();
    if (open) store.set({ pending: of(open.id) });
  });
  const watch = watchDesk(store, outbox, onNews);
  const thenAgain = async <T>(result: Promise<Result<T>>): Promise<Result<T>> => {
    await result;
    watch.again();
    return result;
  };
  return {
    store,
    select: watch.select,
    claim: (ticket) => thenAgain(call<Ticket>("POST", `desk/tickets/${ticket}/claim`, {})),
    act: (ticket, deed, body) => thenAgain(call("POST", `desk/tickets/${ticket}/${deed}`, body)),
    say: (ticket, text) => { outbox.add(ticket, text); },
    attach: (ticket, file) => { outbox.add(ticket, "", file); },
    typing: (ticket) => { void call("POST", `desk/tickets/${ticket}/typing`, {}); },
    retry: outbox.retry,
    discard: outbox.discard,
    presence: async (presence) => {
      await call("POST", "desk/presence", { presence });
      watch.again();
    },
    hurry: watch.hurry,
    stop: watch.stop,
  };
};
