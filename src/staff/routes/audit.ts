import { z } from "zod";
import type { Db } from "../../db/open.ts";
import { auditEntries } from "../audit.ts";
import type { StaffRoute } from "../route.ts";

const query = z.object({
  before: z.string().regex(/^\d{1,18}$/, "must be an entry's id").optional(),
  who: z.string().max(100).optional(),
});

/** Who saw and did what. Reading the log stands in the log. */
export const auditRoutes = (db: Db): StaffRoute[] => [
  {
    method: "GET",
    path: "/audit",
    roles: ["administrator", "supervisor"],
    audit: "audit-read",
    handle: async (request) => ({ body: await auditEntries(db, query.parse(request.query)) }),
  },
];
