import type { Day } from "../calendar.ts";
import type { Bilingual, Locale } from "../locale.ts";

/** A PQRSDF is one of these; petitions come in four kinds because their terms differ (CPACA art. 14). */
export const caseKinds = [
  "petition-general", "petition-information", "petition-copies", "petition-consultation",
  "complaint", "claim", "suggestion", "report", "compliment",
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const openStates = ["filed", "assigned", "in-review", "approved", "awaiting-completion", "awaiting-clarification", "suspended"] as const;
export const closedStates = ["answered", "transferred", "withdrawn", "withdrawn-tacitly", "archived"] as const;
export const caseStates = [...openStates, ...closedStates] as const;
export type CaseState = (typeof caseStates)[number];

export const priorities = ["fundamental-right", "life-or-safety", "journalist"] as const;
export type Priority = (typeof priorities)[number];

export type Person = {
  name: string;
  document?: { type: string; number: string };
  email?: string;
  phone?: string;
  address?: string;
};

/** `reserved`: the office knows who it is and shows it to nobody but a supervisor. */
export type Identity = { is: "anonymous" } | { is: "named" | "reserved"; person: Person };

/** What a person said to the use of their data, also when they said no. `version` is of the text that they were shown. */
export type Consent = { purpose: string; version: string; granted: boolean; at: Date };

/** A file whose type its bytes prove, and what the scanner said of it. */
export type CaseFile = { name: string; type: string; size: number; sha256: string; bytes: Uint8Array; scan: "clean" | "not-scanned" };
export type FileRefused = { refused: "type" | "too-large" | "empty" | "infected" | "scanner-away" };

/** What the law lists and a petition may be filed without. */
export type Lack = "wish" | "document" | "address";

export type CaseChannel = "web" | "telegram" | "kiosk" | "console" | "botframework" | "page";

/** What is handed in. The same `key` again files nothing and gives the first radicado, without its code. */
export type Filing = {
  key: string;
  channel: CaseChannel;
  /** When the medium recorded the message that sent it (CPACA art. 15 par. 1); without it, now. */
  receivedAt?: Date;
  /** Where notices are said; none on the page. */
  conversationId?: string;
  locale: Locale;
  kind: CaseKind;
  identity: Identity;
  /** The facts, in the person's own words; the only text that is needed. */
  story: string;
  /** What is asked for. */
  asks?: string;
  reasons?: string;
  /** When and where it happened, as the person said it. */
  happened?: string;
  place?: string;
  /** What the person was told is missing, and filed without (CPACA art. 15). */
  missing?: Lack[];
  /** The authority that the person was told is the right one, and filed here all the same. */
  insisted?: string;
  /** Differential attention, only if they wished to say it. */
  differential?: string;
  /** Asked for by the person or seen by the flow; an officer decides. */
  priority?: Priority;
  consents: Consent[];
  files: CaseFile[];
  /** The case whose answer this one complains about. */
  about?: string;
};

export type Filed = {
  id: string;
  radicado: string;
  /** To follow the case with; shown once, kept only as a hash. Absent when the same key was filed before. */
  code?: string;
  filedAt: Date;
  /** The business day on which it counts as radicado (CPACA art. 54). */
  radicadoOn: Day;
  /** None where the law sets no term (a compliment). */
  dueOn: Day | null;
  termDays: number | null;
  /** Where the receipt is, below the service's own address: "/casos/recibo/…". */
  receipt: string;
};

/** Whether a day counts for a deadline, and why: `day-n`, `saturday`, `sunday`, `civic`, `suspended`, `filed`, `holiday-<name>`. */
export type CountedDay = { day: Day; counts: boolean; why: string; /** Which business day it is, from 1. */ number?: number; norm?: string };

export type FileShown = { id: string; name: string; type: string; size: number };

/** What whoever has radicado and code is shown. No name of staff, no internal note, no person. */
export type FollowedCase = {
  id: string;
  radicado: string;
  kind: CaseKind;
  state: CaseState;
  locale: Locale;
  filedAt: Date;
  radicadoOn: Day;
  dueOn: Day | null;
  /** Business days left; negative when over; null without a term or once closed. */
  daysLeft: number | null;
  /** Who has it: the unit. */
  unit: Bilingual;
  /** The key of a text: what happens next. */
  next: string;
  /** What the office asked for, and until when it can be given. */
  asked?: { what: string; until: Day };
  extended?: { reason: string; until: Day };
  /** `dueOn`: by when the other authority must answer, once it is known when it received the case. */
  transferred?: { to: string; on: Day; dueOn?: Day };
  answer?: { text: string; at: Date; files: FileShown[] };
  useful: boolean | null;
  history: { at: Date; did: CaseDeed }[];
  /** What this person may do now. */
  may: { add: boolean; withdraw: boolean; complain: boolean; rate: boolean; askMoreTime: boolean };
};

export type Found = { status: "found"; case: FollowedCase } | { status: "unknown" } | { status: "too-many" };

/** Roles of the staff that work on cases. */
export const caseRoles = ["case-officer", "supervisor", "administrator"] as const;

/** Who acts for the office; `supervises`: on anybody's case. */
export type Officer = { id: string; name: string; supervises: boolean };

/** What happened to a case: a closed list. */
export const caseDeeds = [
  "filed", "assigned", "prioritised", "completion-asked", "completion-extended", "completed", "clarification-asked", "clarified",
  "added", "suspended", "resumed", "extended", "transferred", "transfer-received", "drafted", "review-asked", "review-returned", "approved", "answered",
  "answered-together", "withdrawn", "withdrawn-tacitly", "archived", "rated", "complained", "noted", "attached", "moved-by-civic-day", "kind-changed",
] as const;
export type CaseDeed = (typeof caseDeeds)[number];

/** What could not be done, as a value. `by`: who or what stands in the way. */
export type Refused = {
  refused:
    | "not-found" | "not-allowed" | "wrong-state" | "no-term" | "expired" | "over-double" | "too-late"
    | "own-draft" | "no-draft" | "not-alike" | "too-few" | "no-such-member" | "no-such-unit" | "known-already" | "not-a-business-day";
  by?: string;
};
