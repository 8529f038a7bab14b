import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Agenda, AgendaOpening } from "../../src/appointments/agenda.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";

/** Monday 30 November 2026, seven in the morning in Bogotá. */
let now = new Date("2026-11-30T12:00:00Z");
const api = "/staff/api/agenda";
const bogota = "demo-cfsm-bogota";
const today = "2026-11-30";
const day = "2026-12-02";

let app: RunningApp;
let clerk: SignedIn;
let supervisor: SignedIn;

const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
const agendaOf = (who: SignedIn, query = `from=${day}`) => json<Agenda>(who.get(`${api}/${bogota}?${query}`));
const post = async (who: SignedIn, path: string, body: object = {}) => {
  const response = await who.send("POST", `${api}${path}`, body);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & { error?: { code: string } } };
};
const comer = (document: string) => ({ service: "ppt", document, name: "Luz Marina" });

/** As a citizen does it; gives the booking. */
const book = async (opening: AgendaOpening, service = "ppt", conversationId = randomUUID()) => {
  const { appointments, db: { db } } = app.app.service;
  const person = { document: `CC ${Math.floor(Math.random() * 1e9)}`, name: "Ana Ruiz" };
  await db.transaction().execute((trx) => appointments.hold(trx, { opening: opening.id, service, conversationId, now }));
  const result = await db.transaction().execute((trx) => appointments.book(trx, { person, reach: { conversationId, channel: "web", locale: "es" }, now }));
  if (result.status !== "booked") throw new Error(result.status);
  return result.booking;
};

beforeAll(async () => {
  app = await startApp({}, { now: () => now });
  clerk = await signedIn(app, "office-clerk", { name: "Clara" });
  supervisor = await signedIn(app, "supervisor", { name: "Sonia" });
  await vi.waitUntil(async () => (await agendaOf(clerk)).openings.length > 0, { timeout: 60_000, interval: 200 });
});
afterAll(() => app.close());

describe("the agenda of an office", () => {
  it("shows offices, all of them marked as demonstration where an agency gives none of its own", async () => {
    const offices = await json<{ id: string; demonstration: boolean; counters: unknown[] }[]>(clerk.get(`${api}/offices`));
    expect(offices.length).toBeGreaterThan(5);
    expect(offices.every(({ demonstration, counters }) => demonstration && counters.length > 0)).toBe(true);
  });

  it("shows a week with who comes, at most 31 days, of an office that there is", async () => {
    const [first] = (await agendaOf(clerk)).openings.filter(({ counter }) => counter === "ppt");
    const { number } = await book(first!);
    const week = await agendaOf(clerk, `from=${day}&to=2026-12-08`);
    const shown = week.openings.find(({ id }) => id === first!.id)!;
    expect(shown).toMatchObject({ capacity: 1, free: 0, bookings: [{ number, state: "booked", name: "Ana Ruiz", walkIn: false }] });
    expect(new Set(week.openings.map(({ day: on }) => on)).size).toBe(4);
    expect((await clerk.get(`${api}/${bogota}?from=${day}&to=2027-12-02`)).status).toBe(422);
    expect((await clerk.get(`${api}/nowhere`)).status).toBe(404);
    expect(await json(clerk.get(`${api}/${bogota}/print?day=${day}`))).toMatchObject({ demonstration: true, from: day, to: day });
  });

  it("keeps a clerk of one office out of the others", async () => {
    const elsewhere = await signedIn(app, "office-clerk", { skills: ["office:demo-cfsm-cucuta"] });
    expect((await elsewhere.get(`${api}/${bogota}`)).status).toBe(403);
    expect((await elsewhere.get(`${api}/demo-cfsm-cucuta`)).status).toBe(200);
    expect(await json<{ id: string }[]>(elsewhere.get(`${api}/offices`))).toMatchObject([{ id: "demo-cfsm-cucuta" }]);
    const booking = (await agendaOf(clerk)).openings.flatMap(({ bookings }) => bookings)[0]!;
    expect((await post(elsewhere, `/bookings/${booking.id}/check-in`)).status).toBe(403);
    expect((await elsewhere.get(`${api}/find?number=${booking.number}`)).status).toBe(403);
    expect((await elsewhere.get(`${api}/${bogota}/draws`)).status).toBe(403);
    expect(await json(clerk.get(`${api}/find?number=${booking.number.toLowerCase()}`))).toEqual({ id: booking.id, number: booking.number, state: "booked", office: bogota, day });
  });

  it("checks in, notes who did not come, and gives that seat to somebody who is there", async () => {
    const todays = (await agendaOf(clerk, `from=${today}`)).openings.filter(({ counter, time }) => counter === "documents" && time >= "14:00");
    const [came, absent] = [await book(todays[0]!, "certificado-movimientos"), await book(todays[1]!, "certificado-movimientos")];
    expect((await post(clerk, `/bookings/${absent.id}/no-show`)).body.error?.code).toBe("too-early");
    expect((await post(clerk, `/bookings/${absent.id}/substitute`, { ...comer("CC 7001"), service: "certificado-movimientos" })).status).toBe(409);
    now = new Date("2026-11-30T19:40:00Z");
    expect((await post(clerk, `/bookings/${came.id}/check-in`)).status).toBe(200);
    expect((await post(clerk, `/bookings/${came.id}/check-in`)).status).toBe(200);
    expect((await post(clerk, `/bookings/${came.id}/attended`)).status).toBe(200);
    expect((await post(clerk, `/bookings/${came.id}/no-show`)).body.error?.code).toBe("not-live");
    expect((await post(clerk, `/bookings/${absent.id}/no-show`)).status).toBe(200);
    const substitute = await post(clerk, `/bookings/${absent.id}/substitute`, { ...comer("CC 70011"), service: "certificado-movimientos" });
    expect(substitute).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^A\d{6}-/) as string } });
    expect((await post(clerk, `/bookings/${absent.id}/substitute`, { ...comer("CC 70012"), service: "certificado-movimientos" })).status).toBe(409);
    expect((await post(clerk, "/bookings/999999/check-in")).status).toBe(404);
    expect((await post(clerk, "/bookings/x/check-in")).status).toBe(404);
  });

  it("takes walk-ins on free seats; one more seat only by a supervisor", async () => {
    const opening = (await agendaOf(clerk)).openings.filter(({ counter, free }) => counter === "ppt" && free === 1)[0]!;
    expect((await post(clerk, `/openings/${opening.id}/walk-in`, comer("CC 8001"))).status).toBe(200);
    expect((await post(clerk, `/openings/${opening.id}/walk-in`, comer("CC 8002"))).body.error?.code).toBe("full");
    expect((await post(clerk, `/openings/${opening.id}/walk-in`, { ...comer("CC 8002"), extra: true })).status).toBe(403);
    expect((await post(supervisor, `/openings/${opening.id}/walk-in`, { ...comer("CC 8001"), extra: true })).body.error?.code).toBe("already-booked");
    expect((await post(supervisor, `/openings/${opening.id}/walk-in`, { ...comer("CC 8002"), extra: true })).status).toBe(200);
    expect((await post(clerk, `/openings/${opening.id}/walk-in`, { ...comer("CC 8003"), service: "pasaporte" })).body.error?.code).toBe("other-service");
    expect((await post(clerk, `/openings/${opening.id}/walk-in`, { document: "CC 8003" })).status).toBe(422);
  });

  it("blocks what is free and opens it again", async () => {
    const span = { from: `${day}T13:00:00Z`, to: `${day}T16:00:00Z`, counter: "documents" };
    expect((await post(clerk, `/${bogota}/block`, { ...span, reason: "training" })).status).toBe(403);
    const { body } = await post(supervisor, `/${bogota}/block`, { ...span, reason: "training" });
    expect(body).toEqual({ blocked: 12, booked: 0 });
    expect((await agendaOf(clerk)).openings.filter(({ counter, time, free }) => counter === "documents" && time < "11:00" && free > 0)).toEqual([]);
    expect((await post(supervisor, `/${bogota}/unblock`, span)).body).toEqual({ opened: 12 });
    expect((await agendaOf(clerk)).openings.filter(({ counter, time, free }) => counter === "documents" && time < "11:00" && free === 2)).toHaveLength(6);
  });

  it("cancels a day: nobody can take it, and everybody has the next free seat kept", async () => {
    const before = (await agendaOf(clerk)).openings.flatMap(({ bookings }) => bookings).filter(({ state }) => state === "booked");
    expect((await post(clerk, `/${bogota}/cancel-day/preview`, { day, reason: "strike" })).status).toBe(403);
    expect((await post(supervisor, `/${bogota}/cancel-day/preview`, { day, reason: "strike" })).body).toEqual({ cancelled: before.length, offered: before.length });
    expect((await agendaOf(clerk)).openings.flatMap(({ bookings }) => bookings).filter(({ state }) => state === "booked")).toEqual(before);
    const done = await post(supervisor, `/${bogota}/cancel-day`, { day, reason: "strike" });
    expect(done).toMatchObject({ status: 200, body: { cancelled: before.length, offered: before.length } });
    expect(before.length).toBeGreaterThan(0);
    const after = await agendaOf(clerk, `from=${today}&to=2026-12-08`);
    expect(after.openings.filter(({ day: on, free }) => on === day && free > 0)).toEqual([]);
    expect(after.openings.reduce((all, { offered }) => all + offered, 0)).toBe(before.length);
    expect((await post(supervisor, `/${bogota}/cancel-day`, { day, reason: "boredom" })).status).toBe(422);
  });

  it("leaves a line of each deed in the audit log, without names", async () => {
    const rows = await app.app.service.db.db.selectFrom("staff_audit").select(["did", "subject", "detail"]).execute();
    const did = rows.map((row) => row.did);
    for (const deed of ["agenda-read", "agenda-print", "booking-check-in", "booking-no-show", "booking-substitute", "opening-walk-in", "agenda-block", "agenda-unblock", "agenda-cancel-day"]) expect(did).toContain(deed);
    expect(JSON.stringify(rows)).not.toMatch(/Luz|Ana|CC 8/);
  });
});
