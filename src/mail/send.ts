import { createHash } from "node:crypto";
import { sql, type Kysely, type Selectable } from "kysely";
import { createTransport, type Transporter } from "nodemailer";
import type { Tables } from "../db/tables.ts";
import type { Log } from "../log.ts";

export type MailParts = {
  db: Kysely<Tables>;
  smtpUrl: string;
  from: string;
  /** Makes the document that a letter names; undefined when there is none. */
  document: (name: string) => Promise<{ name: string; type: string; bytes: Uint8Array } | undefined>;
  now: () => Date;
  log: Log;
};

type Row = Selectable<Tables["mail"]>;

/** While a process sends, others leave the letter alone; when it dies, they take it up after this. */
const leaseSeconds = 60;
const mostAttempts = 12;

export type Mailer = { send: () => Promise<number>; close: () => void };

/**
 * `send` sends what waits, until nothing is due, and gives how many letters were taken. What went keeps no address and no
 * words. A letter that is sent again, because a process died before it could say so, has the same Message-ID.
 */
export const createMailer = (parts: MailParts): Mailer => {
  const transport = createTransport({ url: parts.smtpUrl, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  const send = async (): Promise<number> => {
    for (let sent = 0; ; ) {
      const letter = await claim(parts);
      if (!letter) return sent;
      const result = await post(parts, transport, letter);
      await write(parts, letter, result);
      if (result === "sent") sent++;
    }
  };
  return { send, close: () => { transport.close(); } };
};

const claim = ({ db, now }: MailParts): Promise<Row | undefined> =>
  db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom("mail").selectAll()
      .where("state", "=", "pending").where("next_attempt_at", "<=", now())
      .orderBy("next_attempt_at").limit(1).forUpdate().skipLocked()
      .executeTakeFirst();
    if (!found) return undefined;
    return trx.updateTable("mail")
      .set({ attempts: sql<number>`attempts + 1`, next_attempt_at: inSeconds(now(), leaseSeconds) })
      .where("id", "=", found.id).returningAll().executeTakeFirstOrThrow();
  });

type Result = "sent" | "later" | "refused";

const post = async ({ from, document, log }: MailParts, transport: Pick<Transporter, "sendMail">, letter: Row): Promise<Result> => {
  try {
    const file = letter.attach === null ? undefined : await document(letter.attach);
    await transport.sendMail({
      from, to: { name: "", address: letter.recipient! }, subject: letter.subject!, text: letter.text!,
      messageId: `<${createHash("sha256").update(letter.key).digest("hex").slice(0, 32)}@${domainOf(from)}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true, disableUrlAccess: true,
      ...(file ? { attachments: [{ filename: file.name, contentType: file.type, content: Buffer.from(file.bytes) }] } : {}),
    });
    return "sent";
  } catch (fault) {
    const code = (fault as { responseCode?: number }).responseCode;
    const result = (code !== undefined && code >= 500) || letter.attempts >= mostAttempts ? "refused" : "later";
    log.warn({ mail: letter.id, attempts: letter.attempts, code, result }, "mail not sent");
    return result;
  }
};

const write = async ({ db, now }: MailParts, { id, attempts }: Row, result: Result): Promise<void> => {
  const row = db.updateTable("mail").where("id", "=", id);
  if (result === "later") await row.set({ next_attempt_at: inSeconds(now(), Math.min(3600, 15 * 2 ** attempts)) }).execute();
  else await row.set({ state: result, recipient: null, subject: null, text: null }).execute();
};

const domainOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";

const inSeconds = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);
