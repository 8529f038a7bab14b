import type { Kysely, Selectable } from "kysely";
import type { Tables } from "../db/tables.ts";
import { numberOf } from "./number.ts";
import type { Booking, Opening, Rules } from "./types.ts";

type OpeningRow = Selectable<Tables["opening"]>;
type Row = Selectable<Tables["booking"]> & Omit<OpeningRow, "id">;

export const openingShown = ({ id, office, counter, starts_at, ends_at, day, time }: Omit<OpeningRow, "visible_from" | "closes_at" | "capacity">): Omit<Opening, "free"> =>
  ({ id, office, counter, startsAt: starts_at, endsAt: ends_at, day, time });

/** A booking with its opening, as its citizen may see it. */
export const bookingOf = async (db: Kysely<Tables>, rules: Rules, id: string): Promise<Booking | undefined> => {
  const row = await db.selectFrom("opening").innerJoin("booking", "booking.opening_id", "opening.id")
    .selectAll("opening").selectAll("booking").where("booking.id", "=", id).executeTakeFirst();
  return row && shown(row, rules);
};

const shown = (row: Row, rules: Rules): Booking => ({
  id: row.id,
  number: numberOf(row.id),
  service: row.service,
  opening: openingShown({ ...row, id: row.opening_id }),
  state: row.state,
  changesLeft: Math.max(0, rules.changes - row.changes),
  sequence: row.sequence,
  uid: row.uid,
  locale: row.locale,
  ...(row.cancelled_by === null ? {} : { cancelledBy: row.cancelled_by }),
  ...(row.confirmed_at === null ? {} : { confirmedAt: row.confirmed_at }),
  ...given({ name: row.name, email: row.email, phone: row.phone, guardian: row.guardian, documentEnding: row.document_ending, conversationId: row.conversation_id }),
});

/** Only what is known. */
export const given = <T extends Record<string, string | null>>(values: T): { [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as { [K in keyof T]?: string };
