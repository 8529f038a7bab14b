import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Inbound } from "../../src/conversation/message.ts";
import { messagesAfter } from "../../src/conversation/store.ts";
import type { Actor } from "../../src/desk/work.ts";
import { createService } from "../../src/service.ts";
import { createDatabase } from "../setup/services.ts";
import { publishedContent } from "../support/content.ts";

export const ana: Actor = { id: "ana", name: "Ana", locales: ["es", "en"], skills: [], supervises: false };
export const luis: Actor = { ...ana, id: "luis", name: "Luis" };

/** The whole service on either database, with a clock that the test sets. Monday, ten in Bogotá. */
export const databases = [
  { kind: "pglite", environment: () => Promise.resolve<Record<string, string>>({ DATA_DIR: "memory://" }) },
  { kind: "postgres", environment: async () => ({ DATABASE_URL: await createDatabase(inject("postgresUrl")) }) },
];

export const openDesk = async (environment: Record<string, string>) => {
  let now = new Date("2026-11-23T15:00:00Z");
  const service = await createService(readConfig({ LOG_LEVEL: "error", ...environment }), { content: publishedContent(), now: () => now });
  const { db: { db }, desk, reception } = service;

  const open = (locale: "es" | "en" = "es", conversationId: string = randomUUID()) => {
    const tell = (said: Partial<Inbound>) => reception.converse({ channel: "web", conversationId, turnId: randomUUID(), locale, ...said });
    const ticket = async () => (await desk.board()).tickets.find((each) => each.conversationId === conversationId);
    const heard = async () => (await messagesAfter(db, conversationId, 0)).flatMap((each) => (each.direction === "out" ? [each.reply] : []));
    /** Asks for a person; gives the ticket. */
    const ask = async () => {
      await tell({ text: locale === "es" ? "quiero hablar con una persona" : "I want to talk to a person" });
      return (await ticket())!;
    };
    return { conversationId, tell, ticket, heard, ask };
  };
  return {
    service, desk, open,
    at: (instant: string) => { now = new Date(`${instant}:00-05:00`); },
    pass: (minutes: number) => { now = new Date(now.getTime() + minutes * 60_000); },
    now: () => now,
  };
};
