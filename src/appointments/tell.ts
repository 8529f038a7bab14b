import type { Kysely, Selectable, Transaction } from "kysely";
import type { ByPerson } from "../conversation/by-person.ts";
import type { Tables } from "../db/tables.ts";
import type { Param, Utterance } from "../flow/types.ts";
import type { Bilingual, Locale } from "../locale.ts";
import type { QueueMail } from "../mail/queue.ts";
import { isQuiet } from "./quiet.ts";
import type { Office } from "./types.ts";
import { dayIn, timeIn } from "./zone.ts";

export type TellParts = {
  db: Kysely<Tables>;
  offices: Office[];
  byPerson: ByPerson;
  text: (key: string, locale: Locale, params?: Record<string, Param>) => string;
  serviceName: (id: string) => Bilingual | undefined;
  /** None where no mail is sent. */
  mail?: QueueMail;
};

type Row = Selectable<Tables["appointment_notice"]>;

const mostAtOnce = 500;

/**
 * Tells what is due: in the conversation and by e-mail, each notice once; both are written in the transaction that marks it
 * as told. Only what is urgent is told at night. Gives how many.
 */
export const tell = async (parts: TellParts, now: Date): Promise<number> => {
  let query = parts.db.selectFrom("appointment_notice").select(["id", "conversation_id"])
    .where("state", "=", "pending").where("due_at", "<=", now).orderBy("due_at").orderBy("id").limit(mostAtOnce);
  if (isQuiet(now)) query = query.where("urgent", "=", true);
  let told = 0;
  for (const { id, conversation_id } of await query.execute()) if (await tellOne(parts, id, conversation_id, now)) told++;
  return told;
};

const tellOne = async (parts: TellParts, id: string, conversationId: string | null, now: Date): Promise<boolean> => {
  const isThere = conversationId !== null
    && (await parts.db.selectFrom("conversation").select("id").where("id", "=", conversationId).executeTakeFirst()) !== undefined;
  if (!isThere) return parts.db.transaction().execute((trx) => within(parts, trx, id, now));
  return parts.byPerson.within(conversationId, (trx, say) =>
    within(parts, trx, id, now, async (row) => { await say(`appointment:${row.key}`, utterance(parts, row)); }));
};

const within = async (parts: TellParts, trx: Transaction<Tables>, id: string, now: Date, say?: (row: Row) => Promise<void>): Promise<boolean> => {
  const row = await trx.selectFrom("appointment_notice").selectAll().where("id", "=", id).where("state", "=", "pending").forUpdate().executeTakeFirst();
  if (!row) return false;
  await say?.(row);
  if (row.email !== null && parts.mail) await parts.mail(trx, letter(parts, row, row.email), now);
  await trx.updateTable("appointment_notice").set({ state: "sent", email: null }).where("id", "=", id).execute();
  return true;
};

const utterance = (parts: TellParts, row: Row): Utterance & { key: string; params: Record<string, Param> } => ({
  key: `appointments.notice.${row.kind}`,
  params: params(parts, row.about),
  choices: [{ value: "flow:manage-appointment", title: { key: `appointments.button.${row.kind}` } }],
});

const letter = (parts: TellParts, row: Row, to: string) => ({
  key: `appointment:${row.key}`,
  to,
  subject: parts.text(`appointments.subject.${row.kind}`, row.locale, params(parts, row.about)),
  text: parts.text(`appointments.letter.${row.kind}`, row.locale, params(parts, row.about)),
});

const params = ({ offices, serviceName }: TellParts, about: Row["about"]): Record<string, Param> => {
  const office = offices.find(({ id }) => id === about["office"]);
  const plain = { es: about["office"]!, en: about["office"]! };
  const zone = office?.zone ?? "America/Bogota";
  const until = about["until"] === undefined ? undefined : new Date(about["until"]);
  return {
    office: { both: office?.name ?? plain },
    place: { both: office?.place ?? plain },
    service: { both: serviceName(about["service"]!) ?? { es: about["service"]!, en: about["service"]! } },
    day: { date: about["day"]! },
    time: about["time"]!,
    ...(until ? { untilDay: { date: dayIn(zone, until) }, untilTime: timeIn(zone, until) } : {}),
    ...(about["reason"] === undefined ? {} : { reason: { key: `appointments.reason.${about["reason"]}` } }),
  };
};
