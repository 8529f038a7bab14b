const dayMs = 86_400_000;

/** "2026-11-30" and so many days after it. A day has no zone: it is counted in UTC. */
export const addDays = (day: string, count: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

export type View = "day" | "week";

/** What is shown of an office around a day. */
export const spanOf = (view: View, day: string): { from: string; to: string } =>
  view === "day" ? { from: day, to: day } : { from: mondayOf(day), to: addDays(mondayOf(day), 6) };

/** One step before or after. */
export const stepOf = (view: View, day: string, step: 1 | -1): string => addDays(day, step * (view === "day" ? 1 : 7));
