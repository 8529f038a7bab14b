import { addDays, dayOf, instantOf } from "../calendar.ts";

/** Nobody is told anything between nine in the evening and seven in the morning of Bogotá: then at seven. */
export const tellable = (now: Date): Date => {
  const day = dayOf(now);
  const morning = instantOf(day, "07:00");
  if (now < morning) return morning;
  return now < instantOf(day, "21:00") ? now : instantOf(addDays(day, 1), "07:00");
};

export const isQuiet = (now: Date): boolean => tellable(now) > now;
