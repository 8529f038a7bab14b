import express, { type Request, type Response, type Router } from "express";
import type { Answers } from "./answers/answer.ts";
import type { Appointments } from "./appointments/appointments.ts";
import type { CalendarLinks } from "./appointments/calendar-links.ts";
import { calendarFile } from "./appointments/ical.ts";
import type { Booking } from "./appointments/types.ts";
import { eventWords } from "./cita/event-words.ts";
import { lookUpPage } from "./cita/page.ts";
import { bookingPage } from "./cita/sheet.ts";
import type { OpenDb } from "./db/open.ts";
import { languageOf, privately, sendPrivate } from "./noscript/send.ts";
import type { Texts } from "./text.ts";

export type CitaParts = {
  db: OpenDb["db"];
  appointments: Appointments;
  answers: Answers;
  texts: Texts;
  links: CalendarLinks;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
  now: () => Date;
};

const tries = [60, 60] as const;
const mostWritten = "2kb";

/**
 * The page of a booking, mounted at `/cita`: number and code are sent by POST and stand in no address. Nothing here changes
 * a booking; changing and cancelling happen in the chat.
 */
export const citaRoutes = (parts: CitaParts): Router => {
  const router = express.Router();
  router.get("/", (req, res) => { sendPrivate(res, 200, lookUpPage(parts.texts, languageOf(req))); });
  router.post("/", express.urlencoded({ extended: false, limit: mostWritten }), (req, res) => lookUp(parts, req, res));
  router.get("/calendario/:file", (req, res) => calendar(parts, req, res));
  return router;
};

const lookUp = async (parts: CitaParts, req: Request, res: Response): Promise<void> => {
  const { number = "", code = "" } = (req.body ?? {}) as Record<string, unknown>;
  const locale = languageOf(req);
  const who = String(req.ip);
  const result = await parts.appointments.prove(parts.db, { number: text(number), code: text(code), who, now: parts.now() });
  switch (result.status) {
    case "found": return sendPrivate(res, 200, bookingPage(parts, result.booking, locale));
    case "unknown": return sendPrivate(res, 404, lookUpPage(parts.texts, locale, "unknown", text(number)));
    case "too-many-tries": return sendPrivate(res, 429, lookUpPage(parts.texts, locale, "busy", text(number)));
    default: return result satisfies never;
  }
};

const text = (given: unknown): string => (typeof given === "string" ? given.slice(0, 60) : "");

/** The file is the booking as it is now: after a change its SEQUENCE is higher, after a cancellation it takes the event away. */
const calendar = async (parts: CitaParts, req: Request<{ file: string }>, res: Response): Promise<void> => {
  const booking = await bookingOf(parts, req);
  if (!booking) {
    res.status(404).type("text/plain").send("");
    return;
  }
  const office = parts.appointments.office(booking.opening.office);
  res.set({ ...privately, "Content-Disposition": 'attachment; filename="cita.ics"' }).type("text/calendar; charset=utf-8")
    .send(calendarFile(booking, office, eventWords(parts, booking, office), parts.now()));
};

const bookingOf = async ({ allow, links, appointments, db, now }: CitaParts, req: Request<{ file: string }>): Promise<Booking | undefined> => {
  if (!(await allow(`cita:${req.ip}`, ...tries))) return undefined;
  const id = links.read(req.params.file.replace(/\.ics$/, ""));
  return id === undefined ? undefined : appointments.booking(db, id, now());
};
