import type { CaseDeed, CaseKind, CaseState, CountedDay, Priority } from "../../../cases/types.ts";
import type { Bilingual, Locale } from "../../../locale.ts";
import type { Role } from "../../../staff/role.ts";

/** What `/staff/api/cases` answers, as far as these pages read it. Instants are ISO strings; days are "2026-12-15". */
export const lights = ["over", "red", "amber", "green", "none"] as const;
export type Light = (typeof lights)[number];

export type CaseLine = {
  id: string;
  radicado: string;
  kind: CaseKind;
  state: CaseState;
  identity: "anonymous" | "named" | "reserved";
  locale: Locale;
  channel: string;
  unit: string;
  officer: { id: string; name: string } | null;
  priority: Priority | null;
  filedAt: string;
  radicadoOn: string;
  dueOn: string | null;
  askUntil: string | null;
  /** Business days; negative when it is over. */
  daysLeft: number | null;
  light: Light;
};

export type Inbox = {
  cases: CaseLine[];
  total: number;
  pages: number;
  lights: Record<Light, number>;
  counts: { mine: number; unassigned: number; toReview: number };
};

export type CasesSetup = {
  units: { id: string; name: Bilingual }[];
  officers: { id: string; name: string; role: Role }[];
  together: { moreThan: number };
  today: string;
};

export type Person = {
  name: string;
  email: string | null;
  phone: string | null;
  address: string | null;
  document: { type: string | null; number: string } | null;
};

export type Draft = {
  id: string;
  at: string;
  by: { id: string; name: string };
  text: string;
  state: "draft" | "in-review" | "approved" | "returned" | "replaced";
  review: { by: string; at: string; reason: string | null } | null;
};

export type CaseFile = {
  id: string;
  side: "citizen" | "answer";
  name: string;
  type: string;
  size: number;
  sha256: string;
  scan: "clean" | "not-scanned";
  at: string;
};

export type CaseDetail = CaseLine & {
  story: string;
  asks: string | null;
  reasons: string | null;
  happened: string | null;
  place: string | null;
  missing: string[];
  insisted: string | null;
  differential: string | null;
  termDays: number | null;
  extraDays: number;
  extensionReason: string | null;
  asked: { what: string; on: string; until: string; extended: boolean } | null;
  transferred: { to: string; on: string; late: boolean; receivedOn: string | null; dueOn: string | null } | null;
  answer: { text: string; at: string; useful: boolean | null } | null;
  closedAt: string | null;
  person: Person | { reserved: true } | null;
  consents: { purpose: string; version: string; granted: boolean; at: string }[];
  files: CaseFile[];
  additions: { at: string; text: string }[];
  notes: { at: string; by: string; text: string }[];
  drafts: Draft[];
  history: { at: string; did: CaseDeed; by: string; detail: Record<string, string | number | boolean | null> }[];
  computation: CountedDay[];
  duplicates: { id: string; radicado: string; state: CaseState; filedAt: string; samePerson: boolean; likeness: number }[];
  about: { id: string; radicado: string } | null;
};

export type Alert = { id: string; what: string; dueOn: string | null; at: string; seen: boolean; case: { id: string; radicado: string } };

export type CivicDay = {
  day: string;
  norm: string;
  es: string;
  en: string;
  by: string;
  at: string;
  revoked: { at: string; reason: string | null } | null;
};

export type Proposal = { id: string; by: { id: string; name: string }; at: string; es: string; en: string; cases: string[] };

export type Template = { id: string; title: string; text: string };
