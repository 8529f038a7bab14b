import type { Day } from "../calendar.ts";
import type { Bilingual, Locale } from "../locale.ts";
import type { Step } from "../metrics/indicators.ts";
import { themes, type Grouping, type Indicator, type Measured, type Period, type Slice } from "../metrics/types.ts";

/** What a look is about: the figures that `figures.yaml` chooses, or those of a theme. */
export const pages = ["overview", ...themes] as const;
export type Page = (typeof pages)[number];

/** Periods by name, so that a saved view goes with the time. `last-7-days` ends yesterday: whole days only. */
export const spans = [
  "today", "yesterday", "last-7-days", "last-28-days", "this-week", "last-week", "this-month", "last-month",
  "this-quarter", "last-quarter", "this-year", "last-year",
] as const;
export type Span = (typeof spans)[number];

/** With what a period is compared: as many days (or the whole week, month, quarter) before it, or the same days a year before. */
export const comparisons = ["previous", "year", "none"] as const;
export type Comparison = (typeof comparisons)[number];

/** What a supervisor looks at. `slice.topic`: of desk.yaml on the page "desk", of services elsewhere. */
export type View = { page: Page; period: Span | Period; against: Comparison; slice: Slice };

/** `good`: whether it went the way that is wanted; null where neither way is, or nothing changed. Share of the earlier value; null from 0. */
export type Change = { by: number; share: number | null; good: boolean | null };

/** `before` null: nothing was to be compared with. `change` null: one of the two has no value. */
export type LookedFigure = { id: string; now: Measured; before: Measured | null; change: Change | null };

/** A view answered: every figure of its page that its reader may see. `open`: the period is not over. `step`: in what parts its series are told. */
export type Look = { view: View; period: Period; against: Period | null; open: boolean; step: Step; figures: LookedFigure[] };

export type Point = { period: Period; value: number | null; n: number };

/** What a page offers to choose. Topics are those that were written about at the page's place, named as rows are. */
export type Filters = { channels: string[]; locales: Locale[]; topics: string[]; topicsBy: Grouping };

/**
 * A flow as it was walked. `reached`: turns that left somebody at a step, waiting for their answer; `left`: cancelled or left in
 * silence there. Steps in the order of the flow's file; those that content no longer has come last.
 */
export type FlowPath = { flow: string; starts: number; completions: number; left: number; steps: { step: string; reached: number; left: number }[] };

/** A conversation behind a figure. `ref` opens it; it is no id of a person nor of a channel. */
export type Behind = { ref: string; at: Date; channel: string; locale: Locale; outcome: string; topic: string | null; flow: string | null; turns: number; score: number | null };

/** Why words are not shown: an answer to a flow's question, a danger sign, words with a person, longer ago than words are kept, no words (a press). */
export type Hidden = "flow" | "danger" | "person" | "gone" | "none";

/** A message, redacted. `text` null: `hidden` says why. */
export type RedactedLine = { from: "citizen" | "bot" | "advisor"; at: Date; text: string | null; hidden?: Hidden; outcome?: string; flow?: string; step?: string; sources?: string[] };

export type RedactedConversation = { ref: string; channel: string; locale: Locale; score: number | null; lines: RedactedLine[] };

export const verdicts = ["good", "partly", "bad"] as const;
export type Verdict = (typeof verdicts)[number];

/** Answers of a period drawn at random: the same seed over the same answers draws the same. */
export type SampleHead = {
  id: string;
  by: { id: string; name: string };
  drawnAt: Date;
  period: Period;
  slice: Slice;
  seed: string;
  /** How many there were to draw from (words still kept), of how many answers. */
  population: number;
  answers: number;
  size: number;
  judged: number;
};

/** One drawn answer. `question` null: the words are gone. `reply`: what was shown, redacted. */
export type SampleItem = {
  number: number;
  at: Date;
  channel: string;
  locale: Locale;
  topic: string | null;
  outcome: string;
  question: string | null;
  reply: string[];
  sources: string[];
  judgement: Judgement | null;
};
export type Judgement = { verdict: Verdict; theme: string; action: string; by: { id: string; name: string }; at: Date };

/** Shares of what was judged, each with its n and the bounds in which the share of all answers lies (95 %, Wilson). */
export type QualityShares = {
  judged: number;
  drawn: number;
  verdicts: { verdict: Verdict; n: number; share: number | null; low: number | null; high: number | null }[];
  themes: { theme: string; n: number; partly: number; bad: number }[];
  actions: { action: string; n: number }[];
};

export type Choice = { id: string; name: Bilingual };

/**
 * Something to look at now. `value` was measured in `period`, `against` before it; `limit` is what it crossed, in the unit of
 * `value` (a share 0 to 1, a score, a count). `indicator` null: of tickets and cases that are open.
 */
export type Alert = {
  id: string;
  name: Bilingual;
  /** What to do about it. */
  advice: Bilingual;
  severity: "warning" | "urgent";
  indicator: string | null;
  period: Period | null;
  value: number;
  against: number | null;
  limit: number;
  n: number;
};

/** What hangs on the wall: today's figures beside the same weekday's a week before, who waits now, and the alerts. */
export type Wall = { at: Date; figures: LookedFigure[]; waiting: number; attended: number; atRisk: number; broken: number; longestMinutes: number | null; alerts: Alert[] };

export type SavedView = { id: string; name: string; view: View };

/** A report by e-mail. `view`: a saved one, or null for the overview. `since`: periods that ended before are not sent. */
export type Plan = { every: "week" | "month"; locale: Locale; view: string | null; since: Date };

export const formats = ["csv", "xlsx", "pdf"] as const;
export type Format = (typeof formats)[number];

/** Bytes to download. */
export type Export = { name: string; type: string; bytes: Uint8Array };

export type Refused = { refused: "not-found" | "bad-name" | "too-many" | "nothing-to-draw" | "no-mail" };

/** Which figures a reader may see: those of these audiences. */
export type Sees = readonly Indicator["audience"][];

export type Dashboard = {
  /** What a page's figures are; the overview's as `figures.yaml` has them. */
  indicatorsOf: (page: Page, sees: Sees) => Indicator[];
  periodOf: (period: Span | Period, today: Day) => Period;
  /** What a row is called in a language: also a flow, a flow's step, an office, an institution. */
  nameOf: (by: Grouping | null, row: string, locale: Locale) => string;
  /** All figures of a view, or `only` one of them. Throws on a period that is none. */
  look: (view: View, sees: Sees, only?: string) => Promise<Look>;
  /** One of its figures over time. */
  series: (indicator: string, view: View) => Promise<{ step: Step; points: Point[]; before: Point[] }>;
  filters: (page: Page) => Promise<Filters>;
  flows: (view: Pick<View, "period" | "slice">) => Promise<FlowPath[]>;

  /** Whether a figure has conversations behind it. */
  opens: (indicator: string) => boolean;
  /** Those behind a figure, or behind one of its rows (`by`), newest first, 50 at a time; `total` counts the turns (or ratings, requests) that the figure counts. */
  behind: (indicator: string, view: Pick<View, "period" | "slice">, at: { by?: string; before?: string }) => Promise<{ conversations: Behind[]; total: number; next: string | null }>;
  conversation: (ref: string) => Promise<RedactedConversation | Refused>;

  quality: {
    /** What may be chosen for a judgement, from `figures.yaml`. */
    themes: readonly Choice[];
    actions: readonly Choice[];
    draw: (by: { id: string; name: string }, what: { period: Span | Period; slice: Slice; size: number; seed?: string }) => Promise<SampleHead | Refused>;
    /** Newest first. */
    samples: () => Promise<SampleHead[]>;
    sample: (id: string) => Promise<{ head: SampleHead; items: SampleItem[]; shares: QualityShares } | Refused>;
    /** The same item again is judged anew; the last judgement counts. Throws on a theme or action that is none. */
    judge: (sample: string, number: number, by: { id: string; name: string }, what: { verdict: Verdict; theme: string; action: string }) => Promise<Refused | undefined>;
    /** Of all samples drawn in a period. */
    shares: (period: Period) => Promise<QualityShares>;
  };

  alerts: () => Promise<Alert[]>;
  wall: () => Promise<Wall>;

  views: {
    of: (staffId: string) => Promise<SavedView[]>;
    /** The same name again replaces it. */
    save: (staffId: string, name: string, view: View) => Promise<SavedView | Refused>;
    remove: (staffId: string, id: string) => Promise<Refused | undefined>;
  };

  /** A view as a file, with definitions and with what was chosen. */
  export: (view: View, sees: Sees, as: { format: Format; locale: Locale }) => Promise<Export>;

  plan: {
    of: (staffId: string) => Promise<Plan | null>;
    /** Null ends it. `no-mail`: the service sends none. */
    set: (staffId: string, plan: Omit<Plan, "since"> | null) => Promise<Refused | undefined>;
  };
};
