import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import { notificationsOf, seen } from "./alerts.ts";
import { createCitizen } from "./citizen.ts";
import { civic } from "./civic.ts";
import type { Trx } from "./deeds.ts";
import { detailOf } from "./detail.ts";
import { csv, exported } from "./export.ts";
import { fileCase, keepConsents, previewCase, receiptPath } from "./file.ts";
import { checkFile, openCaseFile } from "./files.ts";
import { caseOfReceipt, findCase, lookAt } from "./find.ts";
import { countsFor, inbox, officers, type InboxFilter } from "./inbox.ts";
import type { CaseParts } from "./parts.ts";
import { receiptOf } from "./receipt/items.ts";
import { receiptPdf } from "./receipt/pdf.ts";
import { createSaid } from "./receipt/said.ts";
import type { Consent, Officer } from "./types.ts";
import { answering } from "./work/answering.ts";
import { asking } from "./work/asking.ts";
import { holding } from "./work/holding.ts";
import { timing } from "./work/time.ts";
import { together } from "./work/together.ts";
import { mayRead } from "./work/access.ts";

/** Everything that can be done with cases (PQRSDF). */
export type Cases = ReturnType<typeof createCases>;

export const createCases = (parts: CaseParts) => {
  const { db } = parts;
  return {
    setup: parts.setup,
    now: parts.now,
    /** Whether a receipt by e-mail can be promised. */
    mails: parts.mail !== undefined,
    /** Whether files that are handed in are scanned. */
    scans: parts.scan !== undefined,
    file: fileCase(parts),
    preview: previewCase(parts),
    consent: (trx: Trx, given: { conversationId: string; channel: string; consents: readonly Consent[] }) => keepConsents(trx, given),
    checkFile: (bytes: Uint8Array, name: string) => checkFile(parts, bytes, name),
    find: findCase(parts),
    /** A case that was found before, as its person sees it; undefined when it is not there. */
    look: lookAt(parts),
    citizen: createCitizen(parts),
    said: createSaid(parts),
    /** A file of the answer, for whoever has found the case. */
    answerFile: (from: Kysely<Tables>, caseId: string, fileId: string) => openCaseFile(from, caseId, fileId, "answer"),
    receiptPath: (radicado: string) => receiptPath(parts, radicado),
    /** The receipt that an address opens, in the language of the case unless another is asked for. */
    receiptAt: async (radicado: string, token: string, locale?: Locale) => {
      const id = await caseOfReceipt(parts, radicado, token);
      return id === undefined ? undefined : receiptFile(parts, id, locale);
    },
    /** The document that a letter names. */
    document: (name: string) => receiptFile(parts, name.replace(/^receipt:/, "")),
    work: { ...holding(parts), ...timing(parts), ...answering(parts), ask: asking(parts), together: together(parts) },
    civic: civic(parts),
    inbox: (filter: InboxFilter) => inbox(parts, filter),
    /** Open cases that are a member's, nobody's, and somebody else's to be looked at. */
    counts: (staffId: string) => countsFor(db, staffId),
    officers: () => officers(db),
    detail: (id: string, reader: Officer) => detailOf(parts, id, reader),
    /** A file of a case for whoever may read the case. */
    openFile: async (id: string, fileId: string, reader: Officer) => {
      const row = await db.selectFrom("case_file").selectAll().where("id", "=", id).executeTakeFirst();
      return row && mayRead(row, reader) ? openCaseFile(db, id, fileId) : undefined;
    },
    exported: (span: { from: Date; to: Date }) => exported(db, span),
    csv: async (span: { from: Date; to: Date }) => csv(await exported(db, span)),
    notifications: { of: (staffId: string) => notificationsOf(parts, staffId), seen: (staffId: string, upTo: string) => seen(parts, staffId, upTo) },
  };
};

const receiptFile = async (parts: CaseParts, id: string, locale?: Locale) => {
  const receipt = await receiptOf(parts, parts.db, id);
  if (!receipt) return undefined;
  return { name: `${receipt.radicado}.pdf`, type: "application/pdf", bytes: await receiptPdf(parts, receipt, locale) };
};
