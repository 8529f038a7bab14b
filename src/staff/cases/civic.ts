import { z } from "zod";
import type { CaseRouteParts } from "../case-routes.ts";
import type { StaffRoute } from "../route.ts";
import { day, officerOf, orRefuse, reason, supervising, text, working } from "./access.ts";

const added = z.strictObject({ day, norm: text(300), es: text(300), en: text(300) });

/** Days without work by a norm of an authority: an administrator enters them, and all open deadlines move. */
export const civicRoutes = ({ cases: { civic } }: CaseRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/cases/civic", roles: working, audit: null,
    handle: async () => ({ body: { days: await civic.all() } }),
  },
  {
    method: "POST", path: "/cases/civic/preview", roles: supervising, audit: null,
    handle: async ({ body }) => ({ body: orRefuse(await civic.preview(z.strictObject({ day }).parse(body).day)) }),
  },
  {
    method: "POST", path: "/cases/civic", roles: ["administrator"], audit: "civic-day-add",
    handle: async ({ staff, body }) => ({ status: 201, body: orRefuse(await civic.add(officerOf(staff), added.parse(body))) }),
  },
  {
    method: "POST", path: "/cases/civic/:day/revoke", roles: ["administrator"], audit: "civic-day-revoke",
    handle: async ({ staff, params, body }) =>
      ({ body: orRefuse(await civic.revoke(officerOf(staff), day.parse(params["day"]), z.strictObject({ reason }).parse(body).reason)) }),
  },
];
