import type { Part } from "../clock.ts";

/** Days are ISO days, both ends counted; nothing at all: as soon as possible. `time` ("15:00") stands on one day only. */
export type Wish = { from?: string; to?: string; part?: Part; time?: string };

const day = "\\d{4}-\\d{2}-\\d{2}";
const form = new RegExp(`^(?:(?<on>${day})(?:T(?<time>\\d{2}:\\d{2}))?|(?<from>${day})?/(?<to>${day})?)?(?: ?(?<part>morning|afternoon|evening))?$`);

/** The wish that a value holds; null for other words. */
export const readWish = (value: string): Wish | null => {
  if (value === "soonest") return {};
  const { on, time, from = on, to = on, part } = (value === "" || value === "/" ? null : form.exec(value))?.groups ?? {};
  if (!from && !to && !part) return null;
  const of = time ? (time < "12:00" ? "morning" : "afternoon") : part;
  return { ...(from && { from }), ...(to && { to }), ...(of && { part: of as Part }), ...(time && { time }) };
};

export const writeWish = ({ from, to, part, time }: Wish): string => {
  const days = from && from === to ? from : from || to ? `${from ?? ""}/${to ?? ""}` : "";
  if (time) return `${days}T${time}`;
  return [days, part].filter(Boolean).join(" ") || "soonest";
};
