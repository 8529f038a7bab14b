import type { Me } from "../contract.ts";
import type { AgendaBooking, AgendaOpening } from "./contract.ts";

export type Mark = "check-in" | "attended" | "no-show";

const dayMs = 86_400_000;

/** Who changes an office's day: blocks, cancels, adds a seat. */
export const overOffice = ({ role }: Me): boolean => role === "supervisor" || role === "administrator";

/** What can be written down of a booking at an instant; the server decides. */
export const marksOf = ({ state }: AgendaBooking, { startsAt }: AgendaOpening, now: number): Mark[] => {
  const begins = Date.parse(startsAt);
  switch (state) {
    case "booked":
      return now < begins - dayMs ? [] : now < begins ? ["check-in"] : ["check-in", "no-show"];
    case "checked-in":
      return ["attended"];
    case "unmarked":
      return ["attended", "no-show"];
    case "attended":
    case "no-show":
    case "cancelled":
      return [];
    default:
      return state satisfies never;
  }
};

/** Somebody who is there can still be seated. */
export const isOver = ({ endsAt }: AgendaOpening, now: number): boolean => Date.parse(endsAt) <= now;
