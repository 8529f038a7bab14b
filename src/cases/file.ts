import { randomUUID } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { writeRadicado } from "../radicado.ts";
import { countsFrom, deadline, radicadoDay } from "./clock.ts";
import { hashCode, newCode, personLikeness, receiptToken } from "./code.ts";
import { civicDays, happened, holdCivicDays, type CaseRow, type Trx } from "./deeds.ts";
import { keepFiles } from "./files.ts";
import { plain } from "./notices.ts";
import type { CaseParts } from "./parts.ts";
import { storable } from "./storable.ts";
import type { CaseKind, Consent, Filed, Filing, Person } from "./types.ts";
import { routedAs } from "./abuse.ts";

/**
 * CPACA, artículo 15 parágrafo 2: no authority may refuse to receive and file a respectful petition. It is filed, numbered
 * and on the clock in the caller's own transaction, or not at all; the same key again gives the first one, without its code.
 * Throws when a named case comes without the person's consent: whoever collects it must not let that happen.
 */
export const fileCase = (parts: CaseParts) => async (trx: Trx, filing: Filing, now: Date): Promise<Filed> => {
  const before = await trx.selectFrom("case_file").selectAll().where("key", "=", filing.key).executeTakeFirst();
  if (before) return filedAs(parts, before);
  const may = (purpose: string) => filing.consents.some((consent) => consent.purpose === purpose && consent.granted);
  if (filing.identity.is !== "anonymous" && !may("process")) throw new Error('cases.file: a named case needs the consent "process"; without it file it as anonymous');
  const code = newCode();
  const row = await insert(parts, trx, may("sensitive") ? filing : withoutDifferential(filing), hashCode(parts.secret, code), now);
  await keepConsents(trx, filing, row.id);
  if (filing.identity.is !== "anonymous") await keepPerson(parts, trx, row.id, may("contact") ? filing.identity.person : withoutContact(filing.identity.person));
  await keepFiles(trx, row.id, "citizen", filing.files, now);
  await happened(parts, { trx, now }, row, "filed", "citizen", { kind: row.kind, channel: row.channel, files: filing.files.length });
  if (filing.about) await complain(parts, trx, filing.about, row, now);
  if (filing.identity.is !== "anonymous" && may("contact") && filing.identity.person.email) await mailReceipt(parts, trx, row, filing.identity.person.email, now);
  return { ...filedAs(parts, row), code };
};

/** What a case would be if it were filed now. */
export const previewCase = ({ setup }: CaseParts) => async (db: Kysely<Tables>, kind: CaseKind, now: Date): Promise<Pick<Filed, "radicadoOn" | "dueOn" | "termDays">> => {
  const civic = await civicDays(db);
  const radicadoOn = radicadoDay(now, setup.closes, civic);
  const { days } = setup.terms[kind];
  const from = countsFrom(now, radicadoOn, setup.reading);
  return { radicadoOn, termDays: days, dueOn: days === null ? null : deadline({ from, days, extra: 0, pauses: [] }, civic) };
};

/** Keeps what was said to the use of data, also when it was no. */
export const keepConsents = async (
  trx: Trx,
  { channel, conversationId, consents }: { channel: string; conversationId?: string; consents: readonly Consent[] },
  caseId: string | null = null,
): Promise<void> => {
  if (consents.length === 0) return;
  await trx.insertInto("case_consent")
    .values(consents.map(({ purpose, version, granted, at }) => ({ case_id: caseId, conversation_id: conversationId ?? null, channel, purpose, version, granted, at })))
    .execute();
};

/** Where the receipt is, below the service's own address. */
export const receiptPath = ({ secret }: Pick<CaseParts, "secret">, radicado: string): string => `/casos/recibo/${radicado}/${receiptToken(secret, radicado)}`;

const filedAs = (parts: CaseParts, row: CaseRow): Filed => ({
  id: row.id, radicado: row.radicado, filedAt: row.filed_at, radicadoOn: row.radicado_on, dueOn: row.due_on, termDays: row.term_days,
  receipt: receiptPath(parts, row.radicado),
});

const insert = async (parts: CaseParts, trx: Trx, filing: Filing, codeHash: string, now: Date): Promise<CaseRow> => {
  const { setup } = parts;
  await holdCivicDays(trx, "read");
  const civic = await civicDays(trx);
  const filedAt = filing.receivedAt ?? now;
  const radicadoOn = radicadoDay(filedAt, setup.closes, civic);
  const from = countsFrom(filedAt, radicadoOn, setup.reading);
  const { days } = setup.terms[filing.kind];
  const year = Number(radicadoOn.slice(0, 4));
  const sequence = await nextNumber(trx, setup.prefix, year);
  return trx.insertInto("case_file").values({
    id: randomUUID(), key: filing.key, radicado: writeRadicado(setup.prefix, year, sequence), prefix: setup.prefix, year, sequence, code_hash: codeHash,
    kind: filing.kind, identity: filing.identity.is, channel: filing.channel, conversation_id: filing.conversationId ?? null, locale: filing.locale,
    unit: setup.unitFor(routedAs(filing.kind, filing.story)).id, officer_id: null, priority: filing.priority ?? null,
    filed_at: filedAt, reading: setup.reading, radicado_on: radicadoOn, counts_from: from, term_days: days, pauses: "[]",
    due_on: days === null ? null : deadline({ from, days, extra: 0, pauses: [] }, civic),
    ask_what: null, asked_on: null, ask_until: null,
    ...words(filing), about_id: filing.about ?? null,
    transferred_to: null, transferred_on: null, transfer_late: null, received_on: null, other_due_on: null, extension_reason: null,
    answer: null, answered_at: null, useful: null, closed_at: null,
  }).returningAll().executeTakeFirstOrThrow();
};

const words = ({ story, asks, reasons, happened: when, place, missing, insisted, differential }: Filing) => ({
  story: storable(story), asks: storable(asks), reasons: storable(reasons), happened: storable(when), place: storable(place),
  missing: JSON.stringify(missing ?? []), insisted: storable(insisted), differential: storable(differential),
});

/** The next number of an office and a year. Its row is locked until the case is committed: no gap, and none twice. */
const nextNumber = async (trx: Trx, prefix: string, year: number): Promise<number> => {
  const { last } = await trx
    .insertInto("case_counter").values({ prefix, year, last: 1 })
    .onConflict((conflict) => conflict.columns(["prefix", "year"]).doUpdateSet({ last: sql<number>`case_counter.last + 1` }))
    .returning("last").executeTakeFirstOrThrow();
  return last;
};

const keepPerson = async ({ secret }: CaseParts, trx: Trx, caseId: string, { name, document, email, phone, address }: Person): Promise<void> => {
  await trx.insertInto("case_person").values({
    case_id: caseId, name: storable(name), document_type: document?.type ?? null, document_number: document ? storable(document.number) : null,
    email: email ?? null, phone: phone ?? null, address: storable(address), likeness: document ? personLikeness(secret, document.number) : null,
  }).execute();
};

const withoutContact = ({ name, document }: Person): Person => ({ name, ...(document ? { document } : {}) });

const withoutDifferential = ({ differential: _given, ...filing }: Filing): Filing => filing;

const complain = async (parts: CaseParts, trx: Trx, about: string, row: CaseRow, now: Date): Promise<void> => {
  const answered = await trx.selectFrom("case_file").selectAll().where("id", "=", about).executeTakeFirst();
  if (answered) await happened(parts, { trx, now }, answered, "complained", "citizen", { radicado: row.radicado });
};

const mailReceipt = async ({ mail, texts, setup }: CaseParts, trx: Trx, row: CaseRow, to: string, now: Date): Promise<void> => {
  await mail?.(trx, {
    key: `receipt:${row.id}`, to, attach: `receipt:${row.id}`,
    subject: texts.text("mail.subject.receipt", row.locale, { radicado: row.radicado }),
    text: plain(`${texts.text("mail.receipt", row.locale, { radicado: row.radicado })}\n\n${texts.text("mail.foot", row.locale, { office: { both: setup.name } })}`),
  }, now);
};
