import { z } from "zod";
import type { Board } from "../../desk/desk.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { DeskRouteParts } from "../desk-routes.ts";
import type { StaffMember, StaffRoute } from "../route.ts";
import { attending, watching } from "./access.ts";

const pingMs = 20_000;
/** A burst of changes is told once. */
const gatherMs = 250;

const presence = z.strictObject({ presence: z.enum(["available", "away", "offline"]) });
const span = z.object({ from: z.coerce.date().optional(), to: z.coerce.date().optional() });
const monthMs = 30 * 86_400_000;

/** What stands at the desk, who is there, and how the promise is kept. */
export const boardRoutes = (parts: DeskRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/desk", roles: watching, audit: null,
    handle: async ({ staff }) => ({ body: await boardFor(parts, staff) }),
  },
  {
    method: "GET", path: "/desk/events", roles: watching, audit: null,
    handle: ({ staff }) => ({ events: (send, closed) => { follow(parts, staff, send, closed); } }),
  },
  {
    method: "POST", path: "/desk/presence", roles: attending, audit: "desk-presence",
    handle: async ({ staff, body }) => {
      await parts.desk.presence.set(staff, presence.parse(body).presence);
      return { body: {} };
    },
  },
  {
    method: "GET", path: "/desk/promise", roles: watching, audit: null,
    handle: async ({ query }) => {
      const { to = parts.desk.now(), from = new Date(to.getTime() - monthMs) } = span.parse(query);
      return { body: { rows: await parts.desk.promise({ from, to }) } };
    },
  },
];

const boardFor = async ({ desk }: DeskRouteParts, staff: StaffMember) => {
  const { tickets, ...board } = await desk.board();
  const shown = staff.role === "observer" ? tickets.map(withoutWords) : tickets;
  return {
    ...board,
    presence: await desk.presence.of(staff.id),
    ...shelves(shown, staff),
    promise: desk.setup.promise,
    advisors: await desk.presence.all(),
    topics: desk.setup.topics.map(({ id, name }) => ({ id, name })),
  };
};

/** Waiting ones that are for this member come first; the others are visible, and marked with `forMe: false`. */
const shelves = (tickets: Board["tickets"], staff: StaffMember) => {
  const waiting = tickets.filter(({ state }) => state === "waiting").map((ticket) => ({ ...ticket, forMe: isFor(ticket, staff) }));
  const claimed = tickets.filter(({ state }) => state === "claimed");
  return {
    waiting: [...waiting.filter(({ danger }) => danger), ...waiting.filter(({ danger, forMe }) => !danger && forMe), ...waiting.filter(({ danger, forMe }) => !danger && !forMe)],
    mine: claimed.filter(({ advisor }) => advisor?.id === staff.id),
    others: claimed.filter(({ advisor }) => advisor?.id !== staff.id),
  };
};

const isFor = ({ locale, skill }: Ticket, { locales, skills }: StaffMember): boolean =>
  locales.some((spoken) => spoken === locale) && (skill === undefined || skills.includes(skill));

const withoutWords = ({ preview: _words, ...ticket }: Ticket): Ticket => ticket;

/** Tells of changes, some at a time, and keeps the member present while the page is open. */
const follow = ({ desk, onChange }: DeskRouteParts, { id }: StaffMember, send: (event: string, data: unknown) => void, closed: AbortSignal): void => {
  let gathering: NodeJS.Timeout | undefined;
  const tell = () => {
    gathering ??= setTimeout(() => { gathering = undefined; send("changed", {}); }, gatherMs);
  };
  const beat = () => { void desk.presence.beat(id).catch(() => undefined); };
  const stop = onChange(tell);
  const ping = setInterval(() => { send("ping", {}); beat(); }, pingMs);
  beat();
  closed.addEventListener("abort", () => {
    stop();
    clearInterval(ping);
    clearTimeout(gathering);
  });
};
