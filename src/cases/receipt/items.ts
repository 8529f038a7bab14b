import type { Kysely } from "kysely";
import type { Tables } from "../../db/tables.ts";
import type { Param } from "../../flow/types.ts";
import { filesOf } from "../files.ts";
import type { CaseParts } from "../parts.ts";
import { both } from "./both.ts";

/** One of the eight items: `title` and `value` are texts or what the person said. */
export type Item = { name: ItemName; value: Param };
type ItemName = "radicado" | "when" | "who" | "object" | "reasons" | "documents" | "receiver" | "form";

export type Receipt = { radicado: string; locale: "es" | "en"; filedAt: Date; items: Item[]; due: Param; office: Param };

/**
 * Decreto 1069 de 2015, artículo 2.2.3.12.3 (Decreto 1166 de 2016): the record of a petition that was not handed in as a paper holds at least
 * its number, date and time, who asks and how to reach them, the object, the reasons (without which it is filed as well), the
 * documents (and which were said to be missing), who received it, and expressly that it was made in speech, where it was. The person gets a copy. A reserved identity is not on it.
 */
export const receiptOf = async ({ setup, texts }: Pick<CaseParts, "setup" | "texts">, db: Kysely<Tables>, id: string): Promise<Receipt | undefined> => {
  const row = await db.selectFrom("case_file").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const person = await db.selectFrom("case_person").selectAll().where("case_id", "=", id).executeTakeFirst();
  const given = await filesOf(db, id, "citizen");
  const files = given.map(({ name }) => name);
  const isSpoken = given.some(({ type }) => type.startsWith("audio/"));
  const unit = setup.units.find(({ id: one }) => one === row.unit) ?? setup.units[0]!;
  const items: Item[] = [
    { name: "radicado", value: row.radicado },
    { name: "when", value: said("when", { day: { date: row.filed_at.toISOString() }, time: clockTime(row.filed_at), on: { date: row.radicado_on } }) },
    { name: "who", value: !person ? said("who.anonymous") : row.identity === "reserved" ? said("who.reserved") : said("who.named", { name: person.name, document: joined(person.document_type?.toUpperCase(), person.document_number), reach: joined(person.email, person.phone, person.address) }) },
    { name: "object", value: said("object", { kind: { key: `case.kind.${row.kind}` }, asks: ended(row.asks, "in-story"), when: ended(row.happened, "not-said"), where: ended(row.place, "not-said"), story: row.story }) },
    { name: "reasons", value: row.reasons ?? said("no-reasons") },
    { name: "documents", value: said("documents", { files: files.length > 0 ? files.join(", ") : said("none"), missing: row.missing.length > 0 ? both((locale) => row.missing.map((one) => texts.text(`case.lack.${one}`, locale)).join(", ")) : said("none") }) },
    { name: "receiver", value: said("receiver", { office: { both: setup.name }, unit: { both: unit.name } }) },
    { name: "form", value: said(isSpoken ? "form.voice" : "form.written", { channel: { key: `case.channel.${row.channel}` } }) },
  ];
  const due = row.due_on === null ? said("no-term") : said("due", { due: { date: row.due_on }, days: row.term_days! + row.extra_days });
  return { radicado: row.radicado, locale: row.locale, filedAt: row.filed_at, items, due, office: { both: setup.name } };
};

const said = (name: string, params: Record<string, Param> = {}): Param => ({ key: `case.receipt.${name}`, params });

/** What was said with its own full stop, question mark or the like; of what was not, that. */
const ended = (value: string | null, otherwise: "in-story" | "not-said"): Param =>
  value === null ? said(otherwise) : /[.?!…]$/u.test(value.trim()) ? value.trim() : `${value.trim()}.`;

const joined = (...parts: (string | null | undefined)[]): Param => {
  const known = parts.filter((part) => part);
  return known.length > 0 ? known.join(" ") : said("none");
};

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "America/Bogota" });

/** The time of day in Colombia: "14:05". */
const clockTime = (instant: Date): string => clock.format(instant);
