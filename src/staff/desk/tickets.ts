import { z } from "zod";
import type { DeskRouteParts } from "../desk-routes.ts";
import type { StaffRequest, StaffRoute } from "../route.ts";
import { actorOf, attending, orRefuse, readableTicket } from "./access.ts";

const reason = z.string().trim().min(1).max(300);
const transfer = z.union([z.strictObject({ advisor: z.string().min(1), reason }), z.strictObject({ topic: z.string().min(1), reason })], {
  error: "name an advisor or a topic, and a reason",
});
const closing = z.strictObject({ reason: z.enum(["resolved", "no-answer", "elsewhere", "abuse"]) });
const noted = z.strictObject({ text: z.string().trim().min(1).max(2000) });

/** What is done with a ticket. */
export const ticketRoutes = (parts: DeskRouteParts): StaffRoute[] => {
  const { desk: { work } } = parts;
  return [
    {
      method: "POST", path: "/desk/tickets/:id/claim", roles: attending, audit: "desk-claim",
      handle: async ({ staff, params }) => {
        orRefuse(await work.claim(idOf(params), actorOf(staff)));
        return { body: await parts.desk.ticket(idOf(params)) };
      },
    },
    {
      method: "GET", path: "/desk/tickets/:id", roles: attending, audit: "desk-read",
      handle: async (request) => ({ body: await detail(parts, request) }),
    },
    {
      method: "POST", path: "/desk/tickets/:id/note", roles: attending, audit: "desk-note",
      handle: async ({ staff, params, body }) => {
        orRefuse(await work.note(idOf(params), actorOf(staff), noted.parse(body).text));
        return { body: {} };
      },
    },
    {
      method: "POST", path: "/desk/tickets/:id/transfer", roles: attending, audit: "desk-transfer",
      handle: async ({ staff, params, body }) => {
        const { reason: why, ...to } = transfer.parse(body);
        orRefuse(await work.transfer(idOf(params), actorOf(staff), to, why));
        return { body: {} };
      },
    },
    {
      method: "POST", path: "/desk/tickets/:id/return", roles: attending, audit: "desk-return",
      handle: async ({ staff, params }) => {
        orRefuse(await work.giveBack(idOf(params), actorOf(staff)));
        return { body: {} };
      },
    },
    {
      method: "POST", path: "/desk/tickets/:id/close", roles: attending, audit: "desk-close",
      handle: async ({ staff, params, body }) => {
        orRefuse(await work.close(idOf(params), actorOf(staff), closing.parse(body).reason));
        return { body: {} };
      },
    },
  ];
};

const idOf = (params: StaffRequest["params"]): string => params["id"]!;

const detail = async (parts: DeskRouteParts, request: StaffRequest) => {
  const ticket = await readableTicket(parts, request);
  const [reading, lines, notes, history] = await Promise.all([
    parts.readings.read(ticket.conversationId),
    parts.readings.lines(ticket.conversationId, 0),
    parts.desk.notes(ticket.id),
    parts.desk.history(ticket.id),
  ]);
  await parts.desk.markRead(ticket, request.staff.id, lines.at(-1)?.seq);
  return {
    ticket, notes, history,
    messages: lines.map((line) => shownLine(ticket.id, line)),
    ...(reading ?? { understood: { locale: ticket.locale }, passages: [] }),
  };
};

type Lines = Awaited<ReturnType<DeskRouteParts["readings"]["lines"]>>;

/** A message with the address of its file. */
export const shownLine = (ticket: string, said: Lines[number]) => {
  const line = { ...said, text: withoutLink(said.text) };
  return line.attachment
    ? { ...line, attachment: { ...line.attachment, url: `/staff/api/desk/tickets/${ticket}/attachments/${line.seq}` } }
    : line;
};

/** The citizen's own link to a video call opens once: nobody else is shown it. */
const withoutLink = (text: string): string => text.replaceAll(/\[([^\]]+)\]\([^\s)]+\/video\/[0-9a-f]{32}\)/g, "$1");
