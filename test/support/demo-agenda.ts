import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { Agenda, AgendaBooking, AgendaOpening } from "../../src/appointments/agenda.ts";
import type { Booking, Person, Reach } from "../../src/appointments/types.ts";
import type { RunningApp } from "./app.ts";
import type { SignedIn } from "./staff.ts";

export const bogota = "demo-cfsm-bogota";

/** The agenda of an office as the API gives it. */
export const agendaOf = async (who: SignedIn, office: string, from: string, to = from): Promise<Agenda> =>
  (await (await who.get(`/staff/api/agenda/${office}?from=${from}&to=${to}`)).json()) as Agenda;

/** Waits until the openings of a day are written. */
export const openingsOf = async (who: SignedIn, office: string, day: string): Promise<AgendaOpening[]> =>
  vi.waitUntil(async () => {
    const { openings } = await agendaOf(who, office, day);
    return openings.length > 0 && openings;
  }, { timeout: 60_000, interval: 200 });

export const bookingIn = async (who: SignedIn, office: string, day: string, number: string): Promise<AgendaBooking | undefined> =>
  (await agendaOf(who, office, day)).openings.flatMap(({ bookings }) => bookings).find((booking) => booking.number === number);

type Given = { at: Date; service: string; person?: Partial<Person>; reach?: Partial<Reach> };

/** Books an opening as a flow does. Throws when it is refused. */
export const bookAs = async ({ app: { service: { appointments, db: { db } } } }: RunningApp, opening: { id: string }, given: Given): Promise<Booking> => {
  const { at: now, service } = given;
  const reach: Reach = { conversationId: randomUUID(), channel: "web", locale: "es", ...given.reach };
  const person: Person = { document: `CC ${Math.floor(1e9 + Math.random() * 9e9)}`, name: "Ana Ruiz", ...given.person };
  return db.transaction().execute(async (trx) => {
    const held = await appointments.hold(trx, { opening: opening.id, service, conversationId: reach.conversationId, now });
    const booked = held.status === "held" ? await appointments.book(trx, { person, reach, now }) : held;
    if (booked.status !== "booked") throw new Error(`demo agenda: ${person.name} at opening ${opening.id} was answered ${booked.status}`);
    return booked.booking;
  });
};

const people = ["Luz Marina Pérez", "José Gregorio Rivas", "Yuleisy Torres", "Carlos Andrés Mejía", "Milagros Contreras", "Jean Baptiste Louis", "Rosa Elena Duarte"];

/** A morning with people of every state on this day, on which it is between the third and the fourth opening. */
export const demoMorning = async (app: RunningApp, openings: readonly AgendaOpening[], at: Date): Promise<Booking[]> => {
  const documents = openings.filter(({ counter }) => counter === "documents");
  const ppt = openings.filter(({ counter }) => counter === "ppt");
  const seats = [[documents[0]!, "cedula-extranjeria-renewal"], [documents[0]!, "certificado-movimientos"], [ppt[0]!, "ppt-duplicate"], [documents[1]!, "salvoconducto-sc2"], [ppt[1]!, "ppt"], [documents[2]!, "cedula-extranjeria-minor"], [documents[3]!, "registro-extranjeros"]] as const;
  const booked: Booking[] = [];
  for (const [place, [opening, service]] of seats.entries()) {
    const guardian = service === "cedula-extranjeria-minor" ? { guardian: { name: "Marta Rivas", document: "CE 451200" } } : {};
    booked.push(await bookAs(app, opening, { at, service, person: { name: people[place]!, ...guardian } }));
  }
  return booked;
};
