import { z } from "zod";
import { dayReasons } from "../../appointments/cancel-day.ts";
import { isDay } from "../../calendar.ts";
import type { AgendaRouteParts } from "../agenda-routes.ts";
import type { StaffRoute } from "../route.ts";
import { officeIn, overOffice } from "./access.ts";

const counter = z.string().regex(/^[a-z0-9-]{1,60}$/).exactOptional();
const span = z.strictObject({ from: z.coerce.date(), to: z.coerce.date(), counter });
const blocked = span.extend({ reason: z.string().trim().min(1).max(200) });
/** A day of an office that is called off, and why. */
export const cancelled = z.strictObject({ day: z.string().refine(isDay, "write a day as 2026-12-24"), counter, reason: z.enum(dayReasons) });

/** What changes the day of an office. */
export const planRoutes = (parts: AgendaRouteParts): StaffRoute[] => [
  {
    method: "POST", path: "/agenda/:office/block", roles: overOffice, audit: "agenda-block",
    handle: async (request) => {
      const office = officeIn(parts, request).id;
      const { reason, ...given } = blocked.parse(request.body);
      return { body: await parts.work.block({ office, ...given }, reason) };
    },
  },
  {
    method: "POST", path: "/agenda/:office/unblock", roles: overOffice, audit: "agenda-unblock",
    handle: async (request) => ({ body: { opened: await parts.work.unblock({ office: officeIn(parts, request).id, ...span.parse(request.body) }) } }),
  },
  {
    method: "POST", path: "/agenda/:office/cancel-day", roles: overOffice, audit: "agenda-cancel-day",
    handle: async (request) => {
      const office = officeIn(parts, request).id;
      const done = await parts.work.cancelDay({ office, ...cancelled.parse(request.body) });
      parts.changed();
      return { body: done };
    },
  },
];
