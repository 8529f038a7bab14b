import { z } from "zod";
import { isLocale, type Locale } from "../../locale.ts";
import type { DeskRouteParts } from "../desk-routes.ts";
import { StaffRefusal, type StaffRequest, type StaffRoute } from "../route.ts";
import { actorOf, attending, orRefuse, readableTicket } from "./access.ts";

const key = z.string().regex(/^[\w-]{8,64}$/, "a key of 8 to 64 letters, digits, _ or -");
const begun = z.strictObject({ key, flow: z.string().max(60) });
const said = z.union([z.strictObject({ key, text: z.string().trim().min(1).max(4000) }), z.strictObject({ key, choice: z.string().min(1).max(300) })], {
  error: "a key, and a text or a choice",
});

/** Flows that an advisor runs for the citizen of a ticket that they have. What is said there stays there until it is sent on. */
export const behalfRoutes = (parts: DeskRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/desk/flows", roles: attending, audit: null,
    handle: ({ query }) => ({ body: parts.behalf.flows(isLocale(query["locale"]) ? query["locale"] : "es") }),
  },
  {
    method: "POST", path: "/desk/tickets/:id/behalf", roles: attending, audit: "desk-behalf",
    handle: async (request) => {
      const { key: run, flow } = begun.parse(request.body);
      const who = await forWhom(parts, request, run);
      if (!parts.behalf.flows(who.locale).some((each) => each.flow === flow)) throw new StaffRefusal(404, "not-found");
      orRefuse(await parts.desk.work.onBehalf(who.ticket, actorOf(request.staff), flow));
      return { body: await parts.behalf.begin(who, flow), detail: { flow } };
    },
  },
  {
    method: "POST", path: "/desk/tickets/:id/behalf/:run", roles: attending, audit: "desk-behalf-said",
    handle: async (request) => {
      const { key: turn, ...words } = said.parse(request.body);
      const answer = await parts.behalf.say(await forWhom(parts, request, request.params["run"]!), turn, words);
      if (!answer) throw new StaffRefusal(404, "not-found");
      return { body: answer };
    },
  },
];

/** Only who has the ticket acts for its citizen. */
const forWhom = async (parts: DeskRouteParts, request: StaffRequest, run: string) => {
  const { id, state, advisor, conversationId, channel, locale } = await readableTicket(parts, request);
  if (state !== "claimed" || advisor?.id !== request.staff.id) throw new StaffRefusal(403, "not-allowed");
  return { ticket: id, run, conversationId, channel, locale: locale as Locale, name: request.staff.name };
};
