import { z } from "zod";
import type { CaseRouteParts } from "../case-routes.ts";
import type { StaffRoute } from "../route.ts";
import { officerOf, orRefuse, supervising, text, working } from "./access.ts";

const proposal = z.strictObject({ cases: z.array(z.string().min(1).max(60)).min(1).max(5000), es: text(20_000), en: text(20_000) });

/** One answer for many that ask alike (CPACA art. 22): one proposes it, one who supervises approves it. */
export const togetherRoutes = ({ cases: { work: { together } } }: CaseRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/cases/together", roles: working, audit: null,
    handle: async () => ({ body: { proposed: await together.proposed() } }),
  },
  {
    method: "POST", path: "/cases/together", roles: working, audit: "cases-together-propose",
    handle: async ({ staff, body }) => ({ status: 201, body: orRefuse(await together.propose(officerOf(staff), proposal.parse(body))) }),
  },
  {
    method: "POST", path: "/cases/together/:id/approve", roles: supervising, audit: "cases-together-approve",
    handle: async ({ staff, params }) => ({ body: orRefuse(await together.approve(params["id"]!, officerOf(staff))) }),
  },
];
