import { addDays, type Day } from "../calendar.ts";
import type { Period } from "../metrics/types.ts";

/** What is published: days, and what begins with a month: months, quarters, half-years. */
export const steps = ["day", "month", "quarter", "half-year"] as const;
export type Step = (typeof steps)[number];

/** A period of the calendar. */
export type Span = Period & { step: Step };

const months: Record<Exclude<Step, "day">, number> = { month: 1, quarter: 3, "half-year": 6 };

/** The whole spans of a step from a day until another, both included. */
export const spansIn = (step: Step, { from, to }: Period): Span[] => {
  const spans: Span[] = [];
  for (let span = spanAt(step, from); span.to <= to; span = spanAt(step, addDays(span.to, 1))) if (span.from >= from) spans.push(span);
  return spans;
};

/** The span of a step in which a day lies. */
export const spanAt = (step: Step, day: Day): Span => {
  if (step === "day") return { step, from: day, to: day };
  const [year, month] = day.split("-").map(Number) as [number, number];
  const first = month - 1 - ((month - 1) % months[step]);
  return { step, from: dayIn(year, first), to: addDays(dayIn(year, first + months[step]), -1) };
};

/** What it is called in files and addresses: 2026-10-31, 2026-10, 2026-Q3, 2026-H1. */
export const nameOf = ({ step, from }: Pick<Span, "step" | "from">): string => {
  const [year, month] = from.split("-") as [string, string];
  switch (step) {
    case "day": return from;
    case "month": return `${year}-${month}`;
    case "quarter": return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case "half-year": return `${year}-H${Math.ceil(Number(month) / 6)}`;
    default: return step satisfies never;
  }
};

/** The span that a name of `nameOf` means; none when it is no name. */
export const spanNamed = (name: string): Span | undefined => {
  const half = /^(\d{4})-H([12])$/.exec(name);
  return half ? spanAt("half-year", `${half[1]}-${half[2] === "1" ? "01" : "07"}-01`) : undefined;
};

/** The step of which a span of this step is a part. */
export const above: Record<Step, Step | undefined> = { day: "month", month: "quarter", quarter: "half-year", "half-year": undefined };

const dayIn = (year: number, month: number): Day => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
