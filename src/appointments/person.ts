import { sql, type Transaction } from "kysely";
import type { Tables } from "../db/tables.ts";
import { plain } from "./number.ts";
import { personHash } from "./secret.ts";
import type { Person, Reach, Rules } from "./types.ts";

/** How a person is kept: the document only as a keyed hash and its last three signs. */
export const rowOf = (key: string, { document, name, email, phone, guardian }: Person, reach: Reach | undefined, now: Date) => ({
  document_hash: personHash(key, "document", document),
  document_ending: plain(document).slice(-3),
  contact_hashes: [...(email ? [personHash(key, "email", email)] : []), ...(phone ? [personHash(key, "phone", phone)] : [])],
  name,
  email: email ?? null,
  phone: phone ?? null,
  guardian: guardian?.name ?? null,
  guardian_ending: guardian ? plain(guardian.document).slice(-3) : null,
  conversation_id: reach?.conversationId ?? null,
  channel: reach?.channel ?? null,
  locale: reach?.locale ?? ("es" as const),
  consent_at: now,
});

export type PersonRow = ReturnType<typeof rowOf>;

/** What keeps one person, or somebody who sells places, from taking many; undefined when nothing does. */
export const tooMany = async (
  trx: Transaction<Tables>,
  rules: Rules,
  { document_hash, contact_hashes, conversation_id }: PersonRow,
  { service, now }: { service: string; now: Date },
): Promise<"conversation" | "contact" | "cancellations" | undefined> => {
  await inLine(trx, [document_hash, ...contact_hashes, ...(conversation_id ? [conversation_id] : [])]);
  const { rows } = await sql<{ cancelled: number; conversation: number; contact: number }>`
    select
      (select count(*)::int from booking where document_hash = ${document_hash} and service = ${service}
        and cancelled_by = 'citizen' and cancelled_at > ${new Date(now.getTime() - monthMs)}) as cancelled,
      (select count(*)::int from booking where state = 'booked' and conversation_id = ${conversation_id}) as conversation,
      (select coalesce(max(n), 0)::int from (
        select count(*) as n from unnest(${contact_hashes}::text[]) hash
        join booking on state = 'booked' and contact_hashes @> array[hash] group by hash) each) as contact`.execute(trx);
  const { cancelled, conversation, contact } = rows[0]!;
  if (cancelled >= rules.cancellations) return "cancellations";
  if (conversation >= rules.perConversation) return "conversation";
  return contact >= rules.perContact ? "contact" : undefined;
};

const monthMs = 30 * 86_400_000;

/** Whoever counts these waits for whoever does so already, until the end of the transaction. */
export const inLine = async (trx: Transaction<Tables>, keys: readonly string[]): Promise<void> => {
  const inOrder = [...new Set(keys)].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${inOrder}::text[]) key`.execute(trx);
};
