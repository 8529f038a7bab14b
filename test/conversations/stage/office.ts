import { join } from "node:path";
import { createAppointments, type Appointments } from "../../../src/appointments/appointments.ts";
import { calendarLinks } from "../../../src/appointments/calendar-links.ts";
import { loadOffices, officesOf } from "../../../src/appointments/offices.ts";
import type { Booking, Opening } from "../../../src/appointments/types.ts";

const key = "a key of the walks";
export const links = calendarLinks({ key, publicUrl: () => "https://ventanilla.example" });

/** The office without a database, for walks: what is read from data is the real one, what is stored is made up by rule. */
export const officeOfWalks = (now: Date): Appointments => {
  const real = createAppointments({ ...loadOffices(officesOf(join(import.meta.dirname, "../../../knowledge"))), key, allow: () => Promise.resolve(true) });
  const opening = (id: string, office = "demo-cfsm-bogota"): Opening => {
    const startsAt = new Date(now.getTime() + Number(id) * 5 * 3_600_000);
    return { id, office, counter: "documents", startsAt, endsAt: new Date(startsAt.getTime() + 1_800_000), day: startsAt.toISOString().slice(0, 10), time: startsAt.toISOString().slice(11, 16), free: 1 };
  };
  const booking: Booking = {
    id: "1", number: "A000001-GQ", service: "ppt-duplicate", opening: opening("5"), state: "booked", changesLeft: 2, sequence: 0, uid: "walk", locale: "es",
  };
  const booked = { status: "booked", code: "K7M4-TQ2P", booking } as const;
  let held = "";
  const given = <T>(value: T) => () => Promise.resolve(value);
  return {
    ...real,
    openings: (_db, { offices = [] }) => Promise.resolve(offices.some((id) => id.includes("february")) ? [] : ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((id) => opening(id, offices[0]))),
    hold: (_trx, { opening: id, service }) => {
      held = id;
      return Promise.resolve(id === "3" ? { status: "taken" } : { status: "held", opening: opening(id), service, until: new Date(now.getTime() + 600_000) });
    },
    letGo: given(undefined),
    book: () => Promise.resolve(held === "2" ? { status: "hold-over" } : held === "4" ? { status: "already-booked" } : booked),
    prove: (_db, { number }) => Promise.resolve(number.endsWith("KX") ? { status: "found", booking } : { status: "unknown" }),
    booking: given(booking),
    ofConversation: given([booking, { ...booking, id: "2" }]),
    change: given({ status: "changed", booking } as const),
    cancel: given({ status: "cancelled", booking } as const),
    confirm: given({ status: "confirmed", booking } as const),
    join: given({ status: "joined", position: 3 } as const),
    enter: given({ status: "joined", position: 3 } as const),
    offer: given({ id: "1", why: "list", opening: opening("6"), service: "ppt-duplicate", until: now } as const),
    accept: given(booked),
    decline: given(undefined),
  };
};
