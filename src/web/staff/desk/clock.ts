import type { Overview, Ticket } from "../contract.ts";

/** The published promise, unless the service says otherwise: a person within thirty business minutes. */
const published = { minutes: 30, warn: 10 };

export type Due = { level: "calm" | "soon" | "late" | "replied"; minutes: number };

/** `fetchedAt` and `now` in ms since 1970: when the service counted, and when it is read. `open`: its clock runs. */
type Reading = { fetchedAt: number; open: boolean; now: number; promise?: Overview["promise"] };

/**
 * How a ticket stands with the promise. `minutes` are business minutes: left, over, or until the first reply.
 * The service counts; between two of its answers the time that passed is added while the office is open.
 */
export const dueOf = (ticket: Pick<Ticket, "minutes" | "firstReplyAt">, { fetchedAt, open, now, promise = published }: Reading): Due => {
  if (ticket.firstReplyAt) return { level: "replied", minutes: Math.max(1, Math.ceil(ticket.minutes)) };
  const passed = open ? Math.max(0, now - fetchedAt) / 60_000 : 0;
  const left = promise.minutes - ticket.minutes - passed;
  if (left < 0) return { level: "late", minutes: Math.ceil(-left) };
  return { level: left <= promise.warn ? "soon" : "calm", minutes: Math.ceil(left) };
};
