import type { Generated } from "kysely";
import type { Need } from "../care/needs.ts";
import type { Closing, Purpose, ReferralOutcome, ReferralState } from "../care/referrals/types.ts";
import type { Locale } from "../locale.ts";
import type { Instant } from "./tables.ts";

/** The tables of referrals. */
export type ReferralTables = {
  referral: {
    id: Generated<string>;
    key: string;
    institution: string;
    need: Need;
    city: string | null;
    state: Generated<ReferralState>;
    closed_as: Closing | null;
    /** Grows with each change of state: a link holds for one of them. */
    step: Generated<number>;
    /** How many letters went; the last one may be sent again. */
    letters: Generated<number>;
    reminders: Generated<number>;
    by_hand: boolean;
    by_kind: "citizen" | "staff";
    by_id: string | null;
    channel: string;
    locale: Locale;
    conversation_id: string | null;
    name: string | null;
    email: string | null;
    phone: string | null;
    note: string | null;
    follow_up: boolean;
    outcome: ReferralOutcome | null;
    outcome_at: Instant | null;
    sent_at: Instant;
    changed_at: Instant;
    forgotten_at: Instant | null;
  };
  /** What was asked of a person and what they said, also when they refused. */
  referral_consent: {
    id: Generated<string>;
    referral_id: string | null;
    conversation_id: string | null;
    purpose: Purpose;
    version: string;
    granted: boolean;
    at: Instant;
  };
  /** What happened, without words or a person. */
  referral_event: { id: Generated<string>; referral_id: string; at: Instant; did: string; by_kind: "citizen" | "institution" | "staff" | "clock"; by_id: string | null };
  /** What a person is still to be told or asked. */
  referral_notice: {
    id: Generated<string>;
    key: string;
    referral_id: string;
    kind: string;
    due_at: Instant;
    state: Generated<"pending" | "sent" | "dropped">;
  };
};
