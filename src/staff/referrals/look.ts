import { z } from "zod";
import { needs } from "../../care/needs.ts";
import { referralStates } from "../../care/referrals/types.ts";
import type { ReferralRouteParts } from "../referral-routes.ts";
import type { StaffRoute } from "../route.ts";
import { idOf, orRefuse, referring, watching } from "./access.ts";

const query = z.object({ state: z.enum(referralStates).exactOptional(), before: z.string().regex(/^\d{1,15}$/).exactOptional() });
const range = z.object({ from: z.iso.date().exactOptional(), until: z.iso.date().exactOptional() });
const beginOf = (day: string): Date => new Date(`${day}T00:00:00-05:00`);

/** What referrals there are, how many, and all of one. */
export const lookRoutes = ({ referrals }: ReferralRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/referrals", roles: watching, audit: null,
    handle: async ({ query: given }) => ({ body: await referrals.list(query.parse(given)) }),
  },
  {
    method: "GET", path: "/referrals/setup", roles: referring, audit: null,
    handle: () => ({ body: {
      needs, mails: referrals.mails,
      institutions: referrals.institutions.filter(({ referral }) => referral).map(({ id, name, needs: helps, referral }) => ({ id, name, needs: helps, demonstration: referral?.demonstration ?? false })),
    } }),
  },
  {
    method: "GET", path: "/referrals/counts", roles: watching, audit: null,
    handle: async ({ query: given }) => {
      const { from, until } = range.parse(given);
      const counts = await referrals.counts({ ...(from ? { from: beginOf(from) } : {}), ...(until ? { until: beginOf(until) } : {}) });
      return { body: { counts: counts.map((row) => ({ ...row, name: referrals.institutions.find(({ id }) => id === row.institution)?.name })) } };
    },
  },
  {
    method: "GET", path: "/referrals/:id", roles: referring, audit: "referral-read",
    handle: async ({ params }) => ({ body: orRefuse(await referrals.detail(idOf(params["id"]))) }),
  },
];
