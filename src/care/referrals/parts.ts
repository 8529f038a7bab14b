import type { Kysely, Selectable, Transaction } from "kysely";
import type { ReferralTables } from "../../db/referral-tables.ts";
import type { Tables } from "../../db/tables.ts";
import type { QueueMail } from "../../mail/queue.ts";
import type { Texts } from "../../text.ts";
import type { Institution } from "../institutions.ts";
import type { ReferralLinks } from "./links.ts";
import type { ReferralRules } from "./setup.ts";

/** What referrals need of the house. */
export type ReferralParts = {
  db: Kysely<Tables>;
  institutions: Institution[];
  rules: ReferralRules;
  links: ReferralLinks;
  texts: Pick<Texts, "text">;
  now: () => Date;
  /** Absent: no letter is sent, and somebody of the desk passes the link on. */
  mail?: QueueMail;
};

export type Trx = Transaction<Tables>;
export type ReferralRow = Selectable<ReferralTables["referral"]>;

/** The number of a referral as people read it: "REF-000123". */
export const numberOf = (id: string): string => `REF-${id.padStart(6, "0")}`;

export const dayMs = 86_400_000;
