import type { Selectable, Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";

type To = Pick<Selectable<Tables["booking"]>, "conversation_id" | "locale" | "email">;

export type NewNotice = {
  key: string;
  kind: string;
  opening: Pick<Selectable<Tables["opening"]>, "office" | "day" | "time">;
  service: string;
  booking?: string;
  until?: Date;
  reason?: string;
  dueAt: Date;
  urgent?: boolean;
};

/** Writes down what somebody is to be told; it is told after the commit, once, by `tell`. */
export const notice = async (trx: Transaction<Tables>, to: To, { key, kind, opening, service, booking, until, reason, dueAt, urgent = false }: NewNotice): Promise<void> => {
  const about = {
    office: opening.office, day: opening.day, time: opening.time, service,
    ...(until ? { until: until.toISOString() } : {}), ...(reason === undefined ? {} : { reason }),
  };
  await trx
    .insertInto("appointment_notice")
    .values({
      key, kind, booking_id: booking ?? null, conversation_id: to.conversation_id, locale: to.locale, email: to.email,
      about: JSON.stringify(about), due_at: dueAt, urgent,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
};
