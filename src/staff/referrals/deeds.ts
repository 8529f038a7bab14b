import { z } from "zod";
import { needs } from "../../care/needs.ts";
import { closings } from "../../care/referrals/types.ts";
import { locales } from "../../locale.ts";
import type { ReferralRouteParts } from "../referral-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { idOf, orRefuse, referring } from "./access.ts";

const said = (most: number) => z.string().trim().min(1).max(most).exactOptional();

/** `consent`: the person was told what is passed on and said yes; without it nobody is referred (Ley 1581 de 2012, art. 9). */
const referral = z.strictObject({
  key: z.string().regex(/^[\w-]{8,64}$/, "a key of 8 to 64 letters, digits, _ or -"),
  institution: z.string().min(1).max(60), need: z.enum(needs), locale: z.enum(locales),
  consent: z.literal(true, "the person must agree to it"), followUp: z.boolean(),
  name: said(120), email: z.email().max(200).exactOptional(), phone: said(40), note: said(500),
});

const deed = z.union([
  z.strictObject({ to: z.enum(["accepted", "attended", "not-reached"]) }),
  z.strictObject({ to: z.literal("closed"), as: z.enum(closings) }),
], { error: "name a state, and why it is closed" });

/** What the desk does: refers somebody who sits there, marks what an institution told, sends a letter again. */
export const deedRoutes = ({ referrals }: ReferralRouteParts): StaffRoute[] => [
  {
    method: "POST", path: "/referrals", roles: referring, audit: "referral-made",
    handle: async ({ staff, body }) => {
      const { key, institution, need, locale, followUp, name, email, phone, note } = referral.parse(body);
      const shared = { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(note ? { note } : {}) };
      const known = referrals.institutions.some(({ id, referral: takes }) => id === institution && takes);
      if (!known) throw new StaffRefusal(422, "bad-input", { issues: [{ path: "institution", message: "takes no referrals" }] });
      const made = await referrals.referNow({ key: `staff:${staff.id}:${key}`, institution, need, locale, followUp, shared, channel: "staff", by: { kind: "staff", id: staff.id } });
      return { status: 201, body: { id: made.id, number: made.number, by: made.by } };
    },
  },
  {
    method: "POST", path: "/referrals/:id/state", roles: referring, audit: "referral-marked",
    handle: async ({ staff, params, body }) => ({ body: orRefuse(await referrals.mark(idOf(params["id"]), deed.parse(body), staff.id)) }),
  },
  {
    method: "POST", path: "/referrals/:id/send-again", roles: referring, audit: "referral-sent-again",
    handle: async ({ staff, params }) => ({ body: orRefuse(await referrals.sendAgain(idOf(params["id"]), staff.id)) }),
  },
];
