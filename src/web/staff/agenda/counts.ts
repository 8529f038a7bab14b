import type { AgendaOpening } from "./contract.ts";

export type Counts = { capacity: number; taken: number; arrived: number; missed: number; free: number; kept: number; blocked: number };

/** How full these openings are, and who has come. `kept`: held while somebody types, or offered to one who waits. */
export const countsOf = (openings: readonly AgendaOpening[]): Counts =>
  openings.reduce<Counts>((all, { capacity, free, held, offered, blocked, bookings }) => {
    const arrived = bookings.filter(({ state }) => state === "checked-in" || state === "attended").length;
    const missed = bookings.filter(({ state }) => state === "no-show").length;
    return {
      capacity: all.capacity + capacity, taken: all.taken + bookings.length - missed, arrived: all.arrived + arrived, missed: all.missed + missed,
      free: all.free + free, kept: all.kept + held + offered, blocked: all.blocked + blocked,
    };
  }, { capacity: 0, taken: 0, arrived: 0, missed: 0, free: 0, kept: 0, blocked: 0 });
