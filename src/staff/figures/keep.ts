import { z } from "zod";
import { formats } from "../../figures/types.ts";
import { viewSchema } from "../../figures/view.ts";
import { isLocale, locales } from "../../locale.ts";
import type { FigureRouteParts } from "../figure-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { orRefuse, seesOf, supervising, viewOf, watching } from "./access.ts";

const saved = z.strictObject({ name: z.string().trim().min(1).max(80), view: viewSchema });
const plan = z.union([
  z.strictObject({ every: z.enum(["week", "month"]), locale: z.enum(locales), view: z.string().max(80).nullable() }),
  z.strictObject({ every: z.literal("never") }).transform(() => null),
], { error: "say how often: week, month or never" });

/** Views that somebody saved, files of a view, and the report that comes by mail. */
export const keepRoutes = ({ dashboard: { views, plan: plans, export: exported } }: FigureRouteParts): StaffRoute[] => [
  { method: "GET", path: "/figures/views", roles: watching, audit: null, handle: async ({ staff }) => ({ body: { views: await views.of(staff.id) } }) },
  {
    method: "POST", path: "/figures/views", roles: watching, audit: "figure-view-saved",
    handle: async ({ staff, body }) => {
      const given = saved.parse(body);
      return { status: 201, body: orRefuse(await views.save(staff.id, given.name, given.view)) };
    },
  },
  {
    method: "DELETE", path: "/figures/views/:id", roles: watching, audit: "figure-view-removed",
    handle: async ({ staff, params }) => {
      orRefuse(await views.remove(staff.id, params["id"]!));
      return { body: {} };
    },
  },
  {
    method: "GET", path: "/figures/export/:format", roles: watching, audit: "figures-export",
    handle: async ({ staff, params, query }) => {
      const format = formats.find((one) => one === params["format"]);
      if (!format) throw new StaffRefusal(404, "not-found");
      const { lang, ...asked } = query;
      return await exported(viewOf(asked), seesOf(staff.role), { format, locale: isLocale(lang) ? lang : "es" });
    },
  },
  { method: "GET", path: "/figures/plan", roles: supervising, audit: null, handle: async ({ staff }) => ({ body: { plan: await plans.of(staff.id) } }) },
  {
    method: "POST", path: "/figures/plan", roles: supervising, audit: "figure-plan-set",
    handle: async ({ staff, body }) => {
      orRefuse(await plans.set(staff.id, plan.parse(body)));
      return { body: { plan: await plans.of(staff.id) } };
    },
  },
];
