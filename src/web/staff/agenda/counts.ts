import type { AgendaOpening } from "./contract.ts";
import { isOver } from "./may.ts";

export type Counts = { capacity: number; taken: number; arrived: number; missed: number; free: number; kept: number; blocked: number };

/** How full these openings are, and who has come. `kept`: held while somebody types, or offered to one who waits. What is over is not free. */
export const countsOf = (openings: readonly AgendaOpening[], now: number): Counts =>
  openings.reduce<Counts>((all, opening) => {
    const { capacity, held, offered, blocked, bookings } = opening;
    const arrived = bookings.filter(({ state }) => state === "checked-in" || state === "attended").length;
    const missed = bookings.filter(({ state }) => state === "no-show").length;
    return {
      capacity: all.capacity + capacity, taken: all.taken + bookings.length - missed, arrived: all.arrived + arrived, missed: all.missed + missed,
      free: all.free + (isOver(opening, now) ? 0 : opening.free), kept: all.kept + held + offered, blocked: all.blocked + blocked,
    };
  }, { capacity: 0, taken: 0, arrived: 0, missed: 0, free: 0, kept: 0, blocked: 0 });
