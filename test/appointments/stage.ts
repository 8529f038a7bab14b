import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { readConfig } from "../../src/config.ts";
import { messagesAfter } from "../../src/conversation/store.ts";
import type { OfficeData } from "../../src/appointments/offices.ts";
import { createService } from "../../src/service.ts";
import { createDatabase } from "../setup/services.ts";
import { counter, office, rules } from "./stage-data.ts";
import { publishedContent } from "../support/content.ts";

export const databases = [
  { kind: "pglite", environment: () => Promise.resolve<Record<string, string>>({ DATA_DIR: "memory://" }) },
  { kind: "postgres", environment: async () => ({ DATABASE_URL: await createDatabase(inject("postgresUrl")) }) },
];

export { counter, office, rules };

/** The whole service with these offices and a clock that the test sets: Monday 2 February 2026, ten in Bogotá. */
export const openOffice = async (environment: Record<string, string>, data: Partial<OfficeData> = {}) => {
  let now = new Date("2026-02-02T15:00:00Z");
  const offices = { offices: [office()], rules, ...data };
  const service = await createService(readConfig({ LOG_LEVEL: "error", ...environment }), { content: publishedContent(), offices, now: () => now });
  const { db: { db }, appointments, reception } = service;
  await service.appointmentJobs.prepare();

  /** A citizen with a conversation, a document and a name of their own. */
  const citizen = async (locale: "es" | "en" = "es", given: { email?: string; document?: string } = {}) => {
    const conversationId = randomUUID();
    await reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale, text: locale === "es" ? "hola" : "hello" });
    const person = { document: `CC ${Math.floor(Math.random() * 1e10)}`, name: "Ana Ruiz", ...given };
    const reach = { conversationId, channel: "web", locale };
    const inTurn = <T>(work: (trx: Parameters<Parameters<ReturnType<typeof db.transaction>["execute"]>[0]>[0]) => Promise<T>) => db.transaction().execute(work);
    const hold = (opening: string, service = "ppt", address?: string) =>
      inTurn((trx) => appointments.hold(trx, { opening, service, conversationId, now, ...(address ? { address } : {}) }));
    const bookHeld = () => inTurn((trx) => appointments.book(trx, { person, reach, now }));
    const book = async (opening: string, what = "ppt") => {
      await hold(opening, what);
      const result = await bookHeld();
      if (result.status !== "booked") throw new Error(`not booked: ${result.status}`);
      return result;
    };
    const heard = async () => (await messagesAfter(db, conversationId, 0)).flatMap((each) => (each.direction === "out" ? [each.reply] : []));
    const refs = async () => (await heard()).map(({ ref }) => ref).filter((ref) => ref.startsWith("appointments."));
    return { conversationId, person, reach, inTurn, hold, bookHeld, book, heard, refs };
  };
  return {
    service, db, appointments, citizen,
    openings: (given: { service?: string; limit?: number } = {}) => appointments.openings(db, { service: "ppt", now, ...given }),
    at: (instant: string) => { now = new Date(`${instant}:00-05:00`); },
    pass: (minutes: number) => { now = new Date(now.getTime() + minutes * 60_000); },
    tick: async () => { await service.appointmentJobs.prepare(); await service.appointmentJobs.tick(); },
    now: () => now,
  };
};
