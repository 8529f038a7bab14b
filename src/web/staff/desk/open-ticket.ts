import { call, look, type Refusal } from "../api.ts";
import type { Message, Suggestion, TicketDetail } from "../contract.ts";
import { once } from "./once.ts";

/** The conversation on screen. */
export type OpenTicket = {
  id: string;
  detail: TicketDetail | undefined;
  messages: Message[];
  suggestions: Suggestion[];
  fault: Refusal | undefined;
};

export type Reader = { load: () => Promise<void>; follow: () => Promise<void>; close: () => void };

/** Reads one conversation and keeps it whole: what is new is asked for after the last number that is here. */
export const readTicket = (id: string, show: (open: OpenTicket) => void): Reader => {
  let open: OpenTicket = { id, ...blank };
  let closed = false;
  const set = (change: Partial<OpenTicket>) => {
    open = { ...open, ...change };
    if (!closed) show(open);
  };
  const take = (messages: Message[]) => {
    const merged = mergeMessages(open.messages, messages);
    const heard = lastOf(merged, "citizen") !== lastOf(open.messages, "citizen");
    set({ messages: merged });
    if (heard) void suggest();
  };
  const suggest = async () => {
    const found = await look<{ suggestions: Suggestion[] }>(`desk/tickets/${id}/suggestion`);
    if (found.ok) set({ suggestions: found.value.suggestions });
  };
  const load = once(async () => {
    const got = await (open.detail ? look : byPerson)<TicketDetail>(`desk/tickets/${id}`);
    if (!got.ok) return set(isGone(got) ? { ...blank, fault: got } : { fault: got });
    set({ detail: got.value, fault: undefined });
    take(got.value.messages);
  });
  const follow = once(async () => {
    if (!open.detail) return load();
    const got = await look<{ messages: Message[] }>(`desk/tickets/${id}/messages?after=${settledUntil(open.messages)}`);
    if (got.ok) take(got.value.messages);
  });
  show(open);
  return { load, follow, close: () => { closed = true; } };
};

const blank = { detail: undefined, messages: [], suggestions: [], fault: undefined };

/** It went to somebody else, or is not there any more: nothing of it stays on screen. */
const isGone = ({ status }: Refusal): boolean => status === 403 || status === 404;

/** Opened by somebody; read again later by the page itself. */
const byPerson = <T>(path: string) => call<T>("GET", path);

/** Each message once, by its number; a newer state of it replaces the older. */
export const mergeMessages = (here: Message[], more: Message[]): Message[] =>
  [...new Map([...here, ...more].map((message) => [message.seq, message])).values()].sort((a, b) => a.seq - b.seq);

/** What is still under way to the citizen is asked for again, for its delivery. */
const settledUntil = (messages: Message[]): number => {
  const underWay = messages.find(({ delivery }) => delivery === "pending");
  return underWay ? underWay.seq - 1 : (messages.at(-1)?.seq ?? 0);
};

const lastOf = (messages: Message[], from: Message["from"]): number | undefined => messages.findLast((message) => message.from === from)?.seq;
