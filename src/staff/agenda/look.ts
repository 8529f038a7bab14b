import { z } from "zod";
import type { AgendaRouteParts } from "../agenda-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { atWindow, officeIn, overOffice, worksIn } from "./access.ts";
import { cancelled } from "./plan.ts";

const wanted = z.object({ number: z.string().max(40) });

/** What the window looks up; nothing of it changes anything. */
export const lookRoutes = (parts: AgendaRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/agenda/services", roles: atWindow, audit: null,
    handle: () => {
      const ids = new Set(parts.work.offices().flatMap(({ counters }) => counters.flatMap(({ services }) => services)));
      return { body: Object.fromEntries([...ids].map((id) => [id, parts.serviceName(id) ?? { es: id, en: id }])) };
    },
  },
  {
    method: "GET", path: "/agenda/find", roles: atWindow, audit: "agenda-find",
    handle: async ({ staff, query }) => {
      const found = await parts.work.find(wanted.parse(query).number);
      if (!found) throw new StaffRefusal(404, "no-such-booking");
      if (!worksIn(staff, found.office)) throw new StaffRefusal(403, "not-allowed");
      return { body: found };
    },
  },
  {
    method: "GET", path: "/agenda/:office/draws", roles: atWindow, audit: null,
    handle: async (request) => ({ body: await parts.work.draws(officeIn(parts, request)) }),
  },
  {
    method: "POST", path: "/agenda/:office/cancel-day/preview", roles: overOffice, audit: null,
    handle: async (request) => ({ body: await parts.work.previewDay({ office: officeIn(parts, request).id, ...cancelled.parse(request.body) }) }),
  },
];
