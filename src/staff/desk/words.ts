import { z } from "zod";
import { isLocale } from "../../locale.ts";
import type { DeskRouteParts } from "../desk-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { actorOf, attending, orRefuse, readableTicket } from "./access.ts";
import { shownLine } from "./tickets.ts";

const key = z.string().regex(/^[\w-]{8,64}$/, "a key of 8 to 64 letters, digits, _ or -");
const reply = z.strictObject({ key, text: z.string().trim().min(1).max(4000) });
const sent = z.object({ key, name: z.string().max(300).default("") });
const after = z.object({ after: z.coerce.number().int().min(0).max(2 ** 31 - 1).default(0) });
const file = z.coerce.number().int().min(1).max(2 ** 31 - 1);

/** What is said between an advisor and a citizen. */
export const wordRoutes = (parts: DeskRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/desk/tickets/:id/messages", roles: attending, audit: null,
    handle: async (request) => {
      const ticket = await readableTicket(parts, request);
      const lines = await parts.readings.lines(ticket.conversationId, after.parse(request.query).after);
      await parts.desk.markRead(ticket, request.staff.id, lines.at(-1)?.seq);
      return { body: { messages: lines.map((line) => shownLine(ticket.id, line)) } };
    },
  },
  {
    method: "POST", path: "/desk/tickets/:id/reply", roles: attending, audit: "desk-reply",
    handle: async ({ staff, params, body }) => {
      const given = reply.parse(body);
      return { body: orRefuse(await parts.desk.work.reply(params["id"]!, actorOf(staff), given.key, { text: given.text })) };
    },
  },
  {
    method: "POST", path: "/desk/tickets/:id/attachment", roles: attending, audit: "desk-attachment", raw: "10mb",
    handle: async ({ staff, params, query, body }) => {
      const { key: given, name } = sent.parse(query);
      const read = Buffer.isBuffer(body) ? parts.readable(body, name) : undefined;
      if (!read) throw new StaffRefusal(422, "bad-input", { issues: [{ path: "body", message: "JPEG, PNG, WebP, PDF, OGG, MP3 or MP4 of at most 10 MB" }] });
      return { body: orRefuse(await parts.desk.work.send(params["id"]!, actorOf(staff), given, read)) };
    },
  },
  {
    method: "GET", path: "/desk/tickets/:id/attachments/:seq", roles: attending, audit: "desk-attachment-read",
    handle: async (request) => {
      const ticket = await readableTicket(parts, request);
      const found = await parts.open(ticket.conversationId, file.parse(request.params["seq"]));
      if (!found) throw new StaffRefusal(404, "not-found");
      return found;
    },
  },
  {
    method: "POST", path: "/desk/tickets/:id/typing", roles: attending, audit: null,
    handle: async (request) => {
      const ticket = await readableTicket(parts, request);
      if (ticket.state === "claimed" && ticket.advisor?.id === request.staff.id) parts.typing(ticket.conversationId, ticket.channel);
      return { body: {} };
    },
  },
  {
    method: "GET", path: "/desk/tickets/:id/suggestion", roles: attending, audit: null,
    handle: async (request) => {
      const ticket = await readableTicket(parts, request);
      const reading = await parts.readings.read(ticket.conversationId);
      return { body: { suggestions: (reading?.passages ?? []).map(({ pair, text, sources }) => ({ pair, text, sources })) } };
    },
  },
  {
    method: "GET", path: "/desk/canned", roles: attending, audit: null,
    handle: ({ query }) => ({ body: parts.canned(isLocale(query["locale"]) ? query["locale"] : "es") }),
  },
];
