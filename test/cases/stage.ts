import { randomUUID } from "node:crypto";
import type { Officer, Filing } from "../../src/cases/types.ts";
import { readConfig } from "../../src/config.ts";
import { messagesAfter } from "../../src/conversation/store.ts";
import { createService } from "../../src/service.ts";
import type { Role } from "../../src/staff/role.ts";
import { publishedContent } from "../support/content.ts";

export const consents = ["process", "contact"].map((purpose) => ({ purpose, version: "1", granted: true, at: new Date("2026-11-23T15:00:00Z") }));

/** The whole service on a database, with a clock that the test sets. Monday 23 November 2026, ten in Bogotá. */
export const openCases = async (environment: Record<string, string>) => {
  let now = new Date("2026-11-23T15:00:00Z");
  const service = await createService(readConfig({ LOG_LEVEL: "fatal", ...environment }), { content: publishedContent(), now: () => now });
  const { cases, caseJobs, reception, db: { db } } = service;

  /** A member who exists for the database; nobody signs in. */
  const member = async (role: Role, name = `${role} ${randomUUID().slice(0, 4)}`): Promise<Officer & { email: string }> => {
    const id = randomUUID();
    const email = `${id}@example.org`;
    await db.insertInto("staff_user").values({ id, name, email, email_verified: true, role, locales: '["es"]', skills: "[]", start_password_until: null }).execute();
    return { id, name, email, supervises: role !== "case-officer" };
  };
  /** A conversation that is there, and what it heard. */
  const conversation = async (locale: "es" | "en" = "es") => {
    const conversationId = randomUUID();
    await reception.converse({ channel: "web", conversationId, turnId: randomUUID(), text: locale === "es" ? "hola" : "hello", locale });
    return {
      conversationId,
      heard: async () => (await messagesAfter(db, conversationId, 0)).flatMap((one) => (one.direction === "out" ? [one.reply] : [])),
    };
  };
  const file = (filing: Partial<Filing> = {}) => db.transaction().execute((trx) => cases.file(trx, {
    key: randomUUID(), channel: "web", locale: "es", kind: "petition-general", identity: { is: "anonymous" },
    story: "Pedí mi certificado hace un mes y no ha llegado.", consents: [], files: [], ...filing,
  }, now));
  return {
    service, cases, db, member, conversation, file,
    /** Files, and gives it to an officer. */
    given: async (officer: Officer, filing: Partial<Filing> = {}) => {
      const filed = await file(filing);
      await cases.work.assign(filed.id, officer, { officer: officer.id });
      return filed;
    },
    citizen: <T>(deed: (trx: Parameters<typeof cases.file>[0]) => Promise<T>) => db.transaction().execute(deed),
    row: (id: string) => db.selectFrom("case_file").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    did: async (id: string) => (await db.selectFrom("case_event").select("did").where("case_id", "=", id).orderBy("id").execute()).map(({ did }) => did),
    tell: () => caseJobs.tell(),
    sweep: () => caseJobs.sweep(),
    at: (instant: string) => { now = new Date(`${instant}:00-05:00`); },
    now: () => now,
  };
};

export type Stage = Awaited<ReturnType<typeof openCases>>;
