import type { Kysely } from "kysely";
import type { ByPerson } from "../conversation/by-person.ts";
import type { Tables } from "../db/tables.ts";
import { openHours, standing, type Standing } from "./clock.ts";
import { callbacks, forgetCallbacks, triedCallback } from "./callbacks.ts";
import { history, markRead, notes } from "./record.ts";
import { allPresent, beat, presenceOf, setPresence, type Advisor, type Presence } from "./presence.ts";
import { promise } from "./promise.ts";
import type { DeskSetup } from "./setup.ts";
import { sweep } from "./sweep.ts";
import { openTickets, ticketById, type Ticket } from "./ticket.ts";
import { createVideo } from "./video.ts";
import { createWork, type WorkParts } from "./work.ts";

export type DeskParts = {
  db: Kysely<Tables>;
  byPerson: ByPerson;
  setup: DeskSetup;
  now: () => Date;
  keepFile: WorkParts["keepFile"];
  /** Takes personal data out of what a list shows of a citizen's words. */
  redact: (text: string) => string;
  /** Tells every open desk that something changed. */
  changed: () => void;
};

/** Everything that the desk shows and does. */
export type Desk = ReturnType<typeof createDesk>;

/** What stands at the desk now, danger first, then by when it is due. */
export type Board = {
  now: Date;
  hours: { open: boolean; nextOpening?: Date };
  tickets: Ticket[];
  figures: { waiting: number; oldestMinutes: number; atRisk: number; breached: number };
};

export const createDesk = (parts: DeskParts) => {
  const { db, setup, now, changed } = parts;
  const telling = async <T>(done: Promise<T>): Promise<T> => {
    const value = await done;
    changed();
    return value;
  };
  return {
    setup,
    now,
    work: createWork(parts),
    video: createVideo(parts),
    presence: {
      set: (advisor: Advisor, state: Presence) => telling(setPresence(db, advisor, state, now())),
      beat: (id: string) => beat(db, id, now()),
      of: (id: string) => presenceOf(db, id, now()),
      all: () => allPresent(db, now()),
    },
    callbacks: () => callbacks(db),
    tryCallback: (id: string, by: { id: string; name: string }, tried: { state: "contacted" | "not-reached"; note?: string }) =>
      telling(triedCallback(db, id, { by: { id: by.id, name: by.name }, ...tried, now: now() })),
    /** Marks what will break the promise soon, and closes what a citizen has left; gives how many of each. */
    sweep: async () => {
      const done = await sweep(parts);
      if (done.warned > 0) changed();
      return done;
    },
    /** Personal data of the desk goes when its retention ends. */
    forget: () => forgetCallbacks(db, new Date(now().getTime() - setup.callbacks.days * 86_400_000)),
    promise: (span: { from: Date; to: Date }) => promise(db, setup, span, now()),
    notes: (id: string) => notes(db, id),
    history: (id: string) => history(db, id),
    /** The advisor who has it has read up to a message. */
    markRead: async ({ id, state, advisor }: Ticket, reader: string, seq?: number): Promise<void> => {
      if (seq !== undefined && state === "claimed" && advisor?.id === reader) await markRead(db, id, seq);
    },
    ticket: (id: string) => ticketById(db, parts, id, now()),
    board: async (): Promise<Board> => {
      const at = now();
      const tickets = await openTickets(db, parts, at);
      return { now: at, hours: openHours(setup.hours, at), tickets, figures: figures(setup, tickets, at) };
    },
  };
};

const figures = ({ promise, hours }: DeskSetup, tickets: Ticket[], now: Date): Board["figures"] => {
  const unanswered = tickets.filter(({ firstReplyAt }) => !firstReplyAt);
  const stand = (wanted: Standing) =>
    unanswered.filter(({ askedAt }) => standing({ askedAt, firstReplyAt: null }, promise, hours, now) === wanted).length;
  const waiting = tickets.filter(({ state }) => state === "waiting");
  return {
    waiting: waiting.length,
    oldestMinutes: Math.max(0, ...waiting.map(({ minutes }) => minutes)),
    atRisk: stand("at-risk"),
    breached: stand("breached"),
  };
};
