import { businessMinutesBetween, type Hours, isOpen, nextOpening } from "../calendar.ts";

/** One ticket as the promise sees it: when it was asked, when a person first replied, when it ended without a reply. */
export type Asked = { askedAt: Date; firstReplyAt: Date | null; endedAt?: Date | null };

/** Minutes of open desk from the question to the first human reply, or until now; closed minutes do not count. */
export const waited = ({ askedAt, firstReplyAt, endedAt }: Asked, hours: Hours, now: Date): number =>
  businessMinutesBetween(askedAt, firstReplyAt ?? endedAt ?? now, hours);

/** The instant at which so many minutes of open desk have passed. Throws when the desk does not open that long in a year. */
export const dueAfter = (from: Date, minutes: number, hours: Hours): Date => {
  const last = from.getTime() + 400 * dayMs;
  let [low, high] = [from.getTime(), from.getTime() + dayMs];
  while (businessMinutesBetween(from, new Date(high), hours) < minutes) {
    if (high > last) throw new Error(`desk hours: ${minutes} minutes do not pass in a year; give the desk hours in knowledge/data/desk.yaml`);
    [low, high] = [high, high + dayMs];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (businessMinutesBetween(from, new Date(middle), hours) < minutes) low = middle;
    else high = middle;
  }
  return new Date(high);
};

export type Standing = "kept" | "breached" | "at-risk" | "in-time" | "left";

/**
 * How a ticket stands to the promise: `kept` and `breached` are final; who left before the time was over broke nothing.
 * `at-risk`: at most `warn` minutes are left.
 */
export const standing = (asked: Asked, { minutes, warn }: { minutes: number; warn: number }, hours: Hours, now: Date): Standing => {
  const passed = waited(asked, hours, now);
  if (passed > minutes) return "breached";
  if (asked.firstReplyAt) return "kept";
  if (asked.endedAt) return "left";
  return passed >= minutes - warn ? "at-risk" : "in-time";
};

/** Whether the desk is open, and if not, when it opens next. */
export const openHours = (hours: Hours, now: Date): { open: boolean; nextOpening?: Date } => {
  if (isOpen(now, hours)) return { open: true };
  const next = nextOpening(now, hours);
  return { open: false, ...(next ? { nextOpening: next } : {}) };
};

const dayMs = 86_400_000;
