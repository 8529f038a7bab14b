import type { Bilingual, Locale } from "../../locale.ts";
import type { Need } from "../needs.ts";

export const referralStates = ["sent", "accepted", "attended", "not-reached", "closed"] as const;
export type ReferralState = (typeof referralStates)[number];

/** Why a referral is closed. */
export const closings = ["done", "cannot-help", "no-answer", "withdrawn"] as const;
export type Closing = (typeof closings)[number];

/** What the person says of it, two weeks later. */
export const outcomes = ["helped", "partly", "not-helped", "not-contacted"] as const;
export type ReferralOutcome = (typeof outcomes)[number];

/** What the person was asked for, each by itself (Ley 1581 de 2012, art. 9). */
export const purposes = ["refer", "name", "contact", "note", "follow-up"] as const;
export type Purpose = (typeof purposes)[number];

/** What an institution may be told of somebody. What they keep to themselves is not there. */
export type Shared = { name?: string; email?: string; phone?: string; note?: string };

export type NewReferral = {
  /** What made it: the same again is the same referral. */
  key: string;
  institution: string;
  need: Need;
  city?: string;
  shared: Shared;
  /** Whether the person may be asked how it went. */
  followUp: boolean;
  channel: string;
  conversationId?: string;
  locale: Locale;
  by: { kind: "citizen" } | { kind: "staff"; id: string };
};

/** `mail`: a letter with a link is on its way; `hand`: there is no mail here, and somebody of the desk passes it on. */
export type Referred = { id: string; number: string; by: "mail" | "hand"; demonstration: boolean; institution: Bilingual };

/** What an institution, or somebody of the desk for it, does with a referral. */
export type ReferralDeed = { to: "accepted" | "attended" | "not-reached" } | { to: "closed"; as: Closing };
