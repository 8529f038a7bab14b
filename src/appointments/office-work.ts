import type { Kysely } from "kysely";
import { addDays } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import { agenda, type Agenda } from "./agenda.ts";
import { block, mark, substitute, unblock, walkIn, type Attends, type Comer, type Marked, type Span, type WalkedIn } from "./attend.ts";
import type { Keyed } from "./book.ts";
import { cancelDay, type DayGiven } from "./cancel-day.ts";
import { idOf } from "./number.ts";
import { officeDraws } from "./office-draws.ts";
import { bookingOf } from "./shown.ts";
import type { Office } from "./types.ts";
import { dayIn } from "./zone.ts";

export type OfficeWorkParts = Keyed & { db: Kysely<Tables>; offices: Office[]; now: () => Date };

/** What the clerks of an office do; each deed is a transaction of its own. */
export type OfficeWork = ReturnType<typeof createOfficeWork>;

export const createOfficeWork = (parts: OfficeWorkParts) => {
  const { db, offices, rules, now } = parts;
  const attends: Attends = (office, counter, service) =>
    offices.find(({ id }) => id === office)?.counters.find(({ id }) => id === counter)?.services.includes(service) ?? false;
  const officeOf = async (what: "opening" | "booking", id: string): Promise<string | undefined> => {
    const row = what === "opening"
      ? await db.selectFrom("opening").select("office").where("id", "=", id).executeTakeFirst()
      : await db.selectFrom("booking").innerJoin("opening", "opening.id", "booking.opening_id").select("office").where("booking.id", "=", id).executeTakeFirst();
    return row?.office;
  };
  return {
    offices: () => offices,
    office: (id: string) => offices.find((office) => office.id === id),
    /** The office of an opening or a booking. */
    officeOf,
    /** From a day of the office's own calendar (today) to another (the same). */
    agenda: (office: Office, from: string = dayIn(office.zone, now()), to: string = from): Promise<Agenda> =>
      agenda(db, { office: office.id, from, to, now: now() }),
    lastDay: (from: string): string => addDays(from, 30),
    now,
    today: ({ zone }: Office): string => dayIn(zone, now()),
    /** Where the booking of a number stands, however it was typed. */
    find: async (number: string) => {
      const id = idOf(number);
      const booking = id === undefined ? undefined : await bookingOf(db, rules, id);
      return booking && { id: booking.id, number: booking.number, state: booking.state, office: booking.opening.office, day: booking.opening.day };
    },
    draws: ({ id }: Office) => officeDraws(db, id, now()),
    mark: (id: string, as: "checked-in" | "attended" | "no-show"): Promise<Marked> => db.transaction().execute((trx) => mark(trx, id, as, now())),
    walkIn: (opening: string, comer: Comer, extra: boolean): Promise<WalkedIn> =>
      db.transaction().execute((trx) => walkIn(trx, parts, { opening, comer, extra, attends, now: now() })),
    substitute: (booking: string, comer: Comer): Promise<WalkedIn> =>
      db.transaction().execute((trx) => substitute(trx, parts, { booking, comer, attends, now: now() })),
    block: (span: Span, reason: string) => db.transaction().execute((trx) => block(trx, { ...span, reason, now: now() })),
    unblock: (span: Span) => unblock(db, span),
    cancelDay: (given: Omit<DayGiven, "now">) => db.transaction().execute((trx) => cancelDay(trx, rules, { ...given, now: now() })),
    /** What cancelling would do: done and taken back. */
    previewDay: async (given: Omit<DayGiven, "now">) => {
      const trx = await db.startTransaction().execute();
      try {
        return await cancelDay(trx, rules, { ...given, now: now() });
      } finally {
        await trx.rollback().execute();
      }
    },
  };
};
