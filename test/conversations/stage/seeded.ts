import { locales } from "../../../src/locale.ts";
import type { Booking } from "../../../src/appointments/types.ts";
import type { Service } from "../../../src/service.ts";

const service = "ppt-duplicate";
const office = "demo-cfsm-bogota";
const fullOffice = "demo-cfsm-medellin";

/**
 * Bookings for the flows that manage them: two in each conversation that such a flow begins in, an offer and a place on
 * another waiting list beside them, and one whose number and code are told. Gives what those who hold it can type, by `flow.slot`.
 */
export const seedBookings = async ({ appointments, appointmentJobs, db, now }: Service): Promise<Record<string, string>> => {
  await appointmentJobs.prepare();
  const openings = await appointments.openings(db.db, { service, offices: [office], limit: 20, now: now() });
  let people = 0;
  const person = () => ({ document: `CC 10203${String(10_000 + people++)}`, name: "Ana Ruiz" });
  const book = (conversationId: string): Promise<{ booking: Booking; code: string }> =>
    db.db.transaction().execute(async (trx) => {
      await appointments.hold(trx, { opening: openings[people]!.id, service, conversationId, now: now() });
      const made = await appointments.book(trx, { person: person(), reach: { conversationId, channel: "console", locale: "es" }, now: now() });
      if (made.status !== "booked") throw new Error(`the stage has no booking for "${conversationId}": ${made.status}`);
      return made;
    });
  for (const locale of locales) {
    for (const flow of ["manage-appointment", "cannot-attend"]) {
      await book(`${flow}-${locale}`);
      await book(`${flow}-${locale}`);
    }
    const given = await book("gives it back");
    await db.db.transaction().execute(async (trx) => {
      const reach = { conversationId: `manage-appointment-${locale}`, channel: "console", locale };
      await appointments.join(trx, { office, service, person: person(), reach, now: now() });
      await appointments.join(trx, { office: fullOffice, service, person: person(), reach, now: now() });
      await appointments.cancel(trx, { booking: given.booking.id, now: now() });
    });
  }
  const { booking: { number }, code } = await book("somewhere else");
  return Object.fromEntries(["manage-appointment", "cannot-attend"].flatMap((flow) => [[`${flow}.number`, number], [`${flow}.code`, code]]));
};
