import { instantOf, addDays, dayOf } from "../../calendar.ts";
import type { Institution } from "../institutions.ts";
import type { Need } from "../needs.ts";
import type { Word } from "../profile.ts";
import { writeToInstitution } from "./letters.ts";
import { numberOf, type ReferralParts, type ReferralRow, type Trx } from "./parts.ts";
import type { NewReferral, Purpose, Referred } from "./types.ts";

/** Ley 1581 de 2012, arts. 9 y 12; Decreto 1377 de 2013, arts. 7 y 8: the proof of a consent names the text that was agreed to. */
const consentText = "2026-11-23";

/**
 * Who can be referred to for a need by somebody: those of the city alone first; without a city, those that are in more than
 * one. Of those that are everywhere, who does fewer things goes before who does many.
 */
export const institutionsFor = (institutions: Institution[], need: Need, city?: string, who: Word<"who"> = "unsaid"): Institution[] => {
  const fitting = institutions.filter((each) => each.referral && each.needs.includes(need) && (each.who?.includes(who) ?? true));
  const there = fitting.filter(({ cities }) => cities !== "all" && (city === undefined ? cities.length > 1 : cities.includes(city)))
    .toSorted((a, b) => a.cities.length - b.cities.length);
  const everywhere = fitting.filter(({ cities }) => cities === "all").toSorted((a, b) => a.needs.length - b.needs.length);
  return city === undefined ? [...everywhere, ...there] : [...there, ...everywhere];
};

/**
 * Refers a person who agreed to it: the referral, what they agreed to, and the letter to the institution are written
 * together. The same key again gives the first one and sends nothing. Throws when there is no such institution for referrals.
 */
export const refer = async (parts: ReferralParts, trx: Trx, given: NewReferral): Promise<Referred> => {
  const institution = parts.institutions.find(({ id }) => id === given.institution);
  if (!institution?.referral) throw new Error(`referral: "${given.institution}" takes no referrals: name one of institutions.yaml that has \`referral\``);
  const before = await trx.selectFrom("referral").selectAll().where("key", "=", given.key).executeTakeFirst();
  const row = before ?? (await written(parts, trx, given));
  return { id: row.id, number: numberOf(row.id), by: row.by_hand ? "hand" : "mail", demonstration: institution.referral.demonstration ?? false, institution: institution.name };
};

const written = async (parts: ReferralParts, trx: Trx, given: NewReferral): Promise<ReferralRow> => {
  const now = parts.now();
  const { name = null, email = null, phone = null, note = null } = given.shared;
  const row = await trx.insertInto("referral").values({
    key: given.key, institution: given.institution, need: given.need, city: given.city ?? null, by_hand: parts.mail === undefined,
    by_kind: given.by.kind, by_id: given.by.kind === "staff" ? given.by.id : null,
    channel: given.channel, locale: given.locale, conversation_id: given.conversationId ?? null,
    name, email, phone, note, follow_up: given.followUp, sent_at: now, changed_at: now,
  }).returningAll().executeTakeFirstOrThrow();
  await happened(trx, row.id, "sent", given.by.kind, now, given.by.kind === "staff" ? given.by.id : undefined);
  await consented(trx, row, now);
  await writeToInstitution(parts, trx, row, "new");
  if (given.followUp) await askLater(parts, trx, row);
  return row;
};

export const happened = async (trx: Trx, id: string, did: string, by: "citizen" | "institution" | "staff" | "clock", at: Date, who?: string): Promise<void> => {
  await trx.insertInto("referral_event").values({ referral_id: id, at, did, by_kind: by, by_id: who ?? null }).execute();
};

/** Each purpose by itself, also those that were refused. */
const consented = async (trx: Trx, { id, conversation_id, name, email, phone, note, follow_up }: ReferralRow, at: Date): Promise<void> => {
  const said: [Purpose, boolean][] = [["refer", true], ["name", name !== null], ["contact", email !== null || phone !== null], ["note", note !== null], ["follow-up", follow_up]];
  await trx.insertInto("referral_consent").values(said.map(([purpose, granted]) => ({ referral_id: id, conversation_id, purpose, granted, version: consentText, at }))).execute();
};

/** Who does not want to be referred: that they were asked, and said no. */
export const refused = async (trx: Trx, conversationId: string, at: Date): Promise<void> => {
  await trx.insertInto("referral_consent").values({ conversation_id: conversationId, purpose: "refer", granted: false, version: consentText, at }).execute();
};

/** At ten in the morning in Bogotá: nobody is asked at night. */
const askLater = async ({ rules }: ReferralParts, trx: Trx, { id, sent_at }: ReferralRow): Promise<void> => {
  await notify(trx, id, "outcome", instantOf(addDays(dayOf(sent_at), rules.outcomeDays), "10:00"));
};

/** Writes down what the person is to be told; it is told once, after the commit. */
export const notify = async (trx: Trx, id: string, kind: string, dueAt: Date, key = kind): Promise<void> => {
  await trx.insertInto("referral_notice").values({ key: `${id}:${key}`, referral_id: id, kind, due_at: dueAt })
    .onConflict((conflict) => conflict.column("key").doNothing()).execute();
};
