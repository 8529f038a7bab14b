import type { Overview, Ticket } from "../contract.ts";

export type News = { key: string; kind: "waiting" | "message"; ticket: Ticket };

/** What somebody at the desk should hear of: who began to wait, and which of one's own conversations has new words. */
export const newsBetween = (before: Overview | undefined, after: Overview): News[] => {
  if (!before) return [];
  const known = new Set([...before.waiting, ...before.mine, ...before.others].map(({ id }) => id));
  const unread = new Map(before.mine.map(({ id, unread: count }) => [id, count]));
  return [
    ...after.waiting.filter(({ id }) => !known.has(id)).map((ticket): News => ({ key: `waiting ${ticket.id}`, kind: "waiting", ticket })),
    ...after.mine.filter(({ id, unread: count }) => count > (unread.get(id) ?? 0))
      .map((ticket): News => ({ key: `message ${ticket.id} ${ticket.lastAt}`, kind: "message", ticket })),
  ];
};

/** What waits for somebody, but for the conversation that they look at: for the title of the tab. */
export const attention = ({ waiting, mine }: Overview, seen: string | undefined): number =>
  waiting.length + mine.filter(({ id }) => id !== seen).reduce((sum, { unread }) => sum + unread, 0);
