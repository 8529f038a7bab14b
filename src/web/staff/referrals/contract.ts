import type { Locale } from "../../../locale.ts";

/** What `/staff/api/referrals` answers, as far as the page reads it. Instants are ISO strings. */
export type ReferralLine = {
  id: string; number: string; institution: Record<Locale, string>; need: string; city: string | null; state: string; closedAs: string | null;
  sentAt: string; changedAt: string; reminders: number; outcome: string | null; by: "citizen" | "staff"; letter: "pending" | "sent" | "refused" | "hand";
};

export type ReferralDetail = ReferralLine & {
  shared: { name?: string; email?: string; phone?: string; note?: string };
  next: string[];
  history: { at: string; did: string; by: string }[];
};

export type ReferralSetup = { needs: string[]; mails: boolean; institutions: { id: string; name: Record<Locale, string>; needs: string[]; demonstration: boolean }[] };

export type ReferralCount = { institution: string; name?: Record<Locale, string>; need: string; state: string; outcome: string | null; count: number };
