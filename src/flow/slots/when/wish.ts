import type { Part } from "../clock.ts";

/** Sunday first, as calendars of days count them. */
export const dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type DayName = (typeof dayNames)[number];

/**
 * Days are ISO days, both ends counted; nothing at all: as soon as possible. `time` is "15:00". `only`: the
 * days of the week on which somebody can come, where not on all.
 */
export type Wish = { from?: string; to?: string; part?: Part; time?: string; only?: DayName[] };

const day = "\\d{4}-\\d{2}-\\d{2}";
const form = new RegExp(`^(?:same ?|any-)?(?:(?<on>${day})(?:T(?<time>\\d{2}:\\d{2}))?|(?<from>${day})?/(?<to>${day})?)?(?: ?(?<part>morning|afternoon|evening))?(?: ?at (?<at>\\d{2}:\\d{2}))?(?: ?on (?<only>[a-z]{3}(?:,[a-z]{3})*))?$`);

/** The wish that a value holds; null for other words. */
export const readWish = (value: string): Wish | null => {
  if (value === "soonest" || value === "same") return {};
  const { on, at, time = at, from = on, to = on, part, only } = (value === "" || value === "/" ? null : form.exec(value))?.groups ?? {};
  if (!from && !to && !part && !only && !time) return null;
  const of = time ? (time < "12:00" ? "morning" : "afternoon") : part;
  const days = dayNames.filter((name) => only?.includes(name));
  return { ...(from && { from }), ...(to && { to }), ...(of && { part: of as Part }), ...(time && { time }), ...(days.length > 0 && { only: days }) };
};

export const writeWish = ({ from, to, part, time, only }: Wish): string => {
  const days = from && from === to ? from : from || to ? `${from ?? ""}/${to ?? ""}` : "";
  const base = time && from && from === to ? `${days}T${time}` : [days, time ? `at ${time}` : part].filter(Boolean).join(" ");
  return [base, only && `on ${only.join(",")}`].filter(Boolean).join(" ") || "soonest";
};

/** The day of the week of an ISO day. */
export const dayNameOf = (iso: string): DayName => dayNames[new Date(`${iso}T00:00:00Z`).getUTCDay()]!;

/** What somebody says of a wish anew: the days stay where only another part of the day is said, and what was refused stays refused. */
export const refineWish = (before: Wish, now: Wish, days?: "same" | "any"): Wish => {
  const isNew = Object.keys(now).length > 0;
  const isTold = now.from !== undefined || now.to !== undefined || now.only !== undefined || days === "any" || (!isNew && days !== "same");
  const { from, to } = isTold ? now : before;
  const { part = isNew ? before.part : undefined, only = before.only, time } = now;
  const isRefused = only && (from === undefined || from !== to || only.includes(dayNameOf(from)));
  return { ...(from && { from }), ...(to && { to }), ...(part && { part }), ...(time && { time }), ...(isRefused && { only }) };
};
