import { z } from "zod";
import type { Marked, WalkedIn } from "../../appointments/attend.ts";
import type { AgendaRouteParts } from "../agenda-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { atWindow, idIn, overOffice } from "./access.ts";

const id = z.string().regex(/^[a-z0-9-]{1,60}$/);
const comer = z.strictObject({ service: id, document: z.string().trim().min(4).max(40), name: z.string().trim().min(2).max(120) });
const withExtra = comer.extend({ extra: z.boolean().default(false) });
const marks = { "check-in": "checked-in", "attended": "attended", "no-show": "no-show" } as const;

/** What happens at the window. */
export const attendRoutes = (parts: AgendaRouteParts): StaffRoute[] => [
  ...Object.entries(marks).map(([path, as]): StaffRoute => ({
    method: "POST", path: `/agenda/bookings/:id/${path}`, roles: atWindow, audit: `booking-${path}`,
    handle: async (request) => {
      refuseUnmarked(await parts.work.mark(await idIn(parts, "booking", request), as));
      return { body: {} };
    },
  })),
  {
    method: "POST", path: "/agenda/bookings/:id/substitute", roles: atWindow, audit: "booking-substitute",
    handle: async (request) => {
      const booking = await idIn(parts, "booking", request);
      return { body: numberOrRefuse(await parts.work.substitute(booking, comer.parse(request.body))) };
    },
  },
  {
    method: "POST", path: "/agenda/openings/:id/walk-in", roles: atWindow, audit: "opening-walk-in",
    handle: async (request) => {
      const opening = await idIn(parts, "opening", request);
      const { extra, ...given } = withExtra.parse(request.body);
      if (extra && !overOffice.includes(request.staff.role)) throw new StaffRefusal(403, "not-allowed");
      return { body: numberOrRefuse(await parts.work.walkIn(opening, given, extra)) };
    },
  },
];

const refuseUnmarked = (marked: Marked): void => {
  if (marked !== "done") throw new StaffRefusal(marked === "not-found" ? 404 : 409, marked);
};

const numberOrRefuse = (result: WalkedIn): { number: string } => {
  if ("number" in result) return result;
  throw new StaffRefusal(result.refused === "not-found" ? 404 : 409, result.refused);
};
