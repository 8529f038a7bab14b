import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inMemory } from "../../src/console/in-memory.ts";
import type { Service } from "../../src/service.ts";

let service: Service;
beforeAll(async () => {
  service = await inMemory({ NOW: "2026-11-23T15:00:00Z" });
  await service.appointmentJobs.prepare();
});
afterAll(() => service.close());

const lines = {
  es: ["quiero una cita para el duplicado de mi PPT en Pasto, lo antes posible", "1", "sí", "Ana Ruiz, cc 1020345601", "omitir", "omitir"],
  en: ["I want an appointment for the duplicate of my PPT in Pasto, as soon as possible", "1", "yes", "Eva Hill, passport AB123457", "skip", "skip"],
};

/** Somebody who has come to the summary; `say` gives the keys of what is answered. */
const atSummary = async (locale: "es" | "en") => {
  const conversationId = randomUUID();
  const say = async (text: string) => {
    const { replies } = await service.reception.converse({ channel: "console", conversationId, turnId: randomUUID(), locale, text });
    return replies.map(({ ref }) => ref);
  };
  let told: string[] = [];
  for (const line of lines[locale]) told = await say(line);
  expect(told).toContain("book-appointment.summary");
  return { conversationId, say };
};

describe.each(["es", "en"] as const)("a hold that ran out before the confirmation, in %s", (locale) => {
  it("is taken anew where nobody was quicker, and only booked once the person knows; else others are offered", async () => {
    const { conversationId, say } = await atSummary(locale);
    await sql`update seat set hold_until = '2026-11-23T14:59:00Z' where hold_conversation = ${conversationId}`.execute(service.db.db);
    expect(await say("1")).toEqual(["booking.held-again", "book-appointment.summary", "book-appointment.confirm.ask"]);
    await sql`update seat set hold_conversation = ${`other-${locale}`} where hold_conversation = ${conversationId}`.execute(service.db.db);
    const gone = await say("1");
    expect(gone[0]).toBe("book-appointment.gone");
    expect(gone.at(-1)).toBe("book-appointment.opening.ask");
    expect(await say("1")).toEqual(["book-appointment.held", "book-appointment.summary", "book-appointment.confirm.ask"]);
    expect(await say("1")).toContain("booking.receipt");
  });
});
