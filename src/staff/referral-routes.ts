import type { Referrals } from "../care/referrals/referrals.ts";
import { deedRoutes } from "./referrals/deeds.ts";
import { lookRoutes } from "./referrals/look.ts";
import type { StaffRoute } from "./route.ts";

export type ReferralRouteParts = { referrals: Referrals };

/** Referrals under `/staff/api/referrals`. What has a name of its own stands before what has an id. */
export const referralRoutes = (parts: ReferralRouteParts): StaffRoute[] => [...lookRoutes(parts), ...deedRoutes(parts)];
