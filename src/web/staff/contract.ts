import type { Locale } from "../../locale.ts";
import type { Channel, SourceShown } from "../../conversation/message.ts";
import type { Role } from "../../staff/role.ts";

/** What the staff API answers, as far as these pages read it. Instants are ISO strings. */
export type Me = {
  id: string; name: string; email: string; role: Role; locales: Locale[]; skills: string[];
  twoFactor: boolean; mustEnrol: boolean; mustChangePassword: boolean;
};

export type Account = {
  id: string; name: string; email: string; role: Role; disabled: boolean; locales: Locale[]; skills: string[];
  twoFactor: boolean; lastSeen?: string | null;
};

export type Presence = "available" | "away" | "offline";

export type Ticket = {
  id: string;
  conversationId: string;
  channel: Channel;
  locale: Locale;
  topic: string;
  reason: string;
  skill?: string | null;
  askedAt: string;
  /** Business minutes so far, or until the first reply. */
  minutes: number;
  dueAt: string;
  firstReplyAt?: string | null;
  state: "waiting" | "claimed" | "closed" | "returned" | "left";
  advisor?: { id: string; name: string } | null;
  lastAt: string;
  unread: number;
  preview?: string | null;
  /** False for one that waits for another language or skill. */
  forMe?: boolean;
  /** The citizen asked for a video call. */
  video?: boolean;
};

export type Overview = {
  now: string;
  hours: { open: boolean; nextOpening?: string | null };
  presence: Presence;
  waiting: Ticket[];
  mine: Ticket[];
  others: Ticket[];
  figures: { waiting: number; oldestMinutes: number; atRisk: number; breached: number };
  promise?: { minutes: number; warn: number };
  /** To whom and where a conversation can be passed on. */
  advisors?: { id: string; name: string; presence?: Presence }[];
  topics?: { id: string; name: Record<Locale, string> }[];
};

export type Message = {
  seq: number;
  from: "citizen" | "bot" | "advisor";
  name?: string;
  text: string;
  at: string;
  locale?: Locale;
  attachment?: { name: string; type: string; size: number; url: string };
  delivery?: "pending" | "sent" | "undeliverable";
};

export type TicketDetail = {
  ticket: Ticket;
  messages: Message[];
  notes: { by: string; at: string; text: string }[];
  history: { at: string; did: string; by?: string | null; to?: string | null; reason?: string | null }[];
  understood: { intent?: string | null; locale: Locale; danger?: string | null };
  passages: { pair: string; locale: Locale; heading: string; text: string; sources: SourceShown[] }[];
  draft?: { flow: string; step: string; slots: { name: string; value: unknown }[] } | null;
};

export type Suggestion = { pair: string; text: string; sources: SourceShown[] };
export type Canned = { id: string; title: string; text: string };

export type Callback = {
  id: string; askedAt: string; channel: Channel; locale: Locale; topic: string; how: "email" | "phone" | "telegram";
  to: string; question: string; state: "open" | "contacted" | "not-reached"; tries: number;
};

export type PromiseRow = {
  by: "all" | "channel" | "language" | "topic" | "video";
  key: string;
  asked: number;
  replied: number;
  within30: number;
  /** 0 to 1; null when nobody asked. */
  share: number | null;
  median: number | null;
  p90: number | null;
  breached: number;
  durable: number | null;
};

/** What the bot says to an advisor who runs a flow for somebody; `open` while it has a question. */
export type BehalfSaid = { replies: { text: string; choices: { value: string; title: string }[] }[]; open: boolean };

export type ReviewGroup = { id: string; text: string; count: number; locales: Locale[]; last: string; why: string[]; texts: string[] };
export type Near = { pair: string; locale: Locale; heading: string; text: string };

export type AuditEntry = { id: string; at: string; who: { id: string; name: string } | null; did: string; on?: string | null; detail?: unknown };
