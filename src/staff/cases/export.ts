import { z } from "zod";
import { addDays, instantOf } from "../../calendar.ts";
import type { CaseRouteParts } from "../case-routes.ts";
import type { StaffRoute } from "../route.ts";
import { day, supervising } from "./access.ts";

const span = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to, "`from` must not come after `to`")
  .transform(({ from, to }) => ({ from: instantOf(from, "00:00"), to: instantOf(addDays(to, 1), "00:00") }));

/** Cases that were filed from a day up to and with another, for spreadsheets and records systems; without who they are from. */
export const exportRoutes = ({ cases }: CaseRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/cases/export.csv", roles: supervising, audit: "cases-export",
    handle: async ({ query }) => ({ bytes: Buffer.from(await cases.csv(span.parse(query))), type: "text/csv; charset=utf-8", name: "casos.csv" }),
  },
  {
    method: "GET", path: "/cases/export.json", roles: supervising, audit: "cases-export",
    handle: async ({ query }) => ({ bytes: Buffer.from(JSON.stringify(await cases.exported(span.parse(query)))), type: "application/json", name: "casos.json" }),
  },
];
