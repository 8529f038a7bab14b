import { createHmac } from "node:crypto";
import { sql, type Kysely, type Selectable } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Log } from "../log.ts";
import type { CaseRow, Trx } from "./deeds.ts";
import { recordOf } from "./record.ts";
import type { CaseDeed } from "./types.ts";

/** Puts what happened into the queue for records systems. It says what the case is and how it stands, not whose it is. */
export const queueWebhook = async (trx: Trx, { id, did, row, at }: { id: string; did: CaseDeed; row: CaseRow; at: Date }): Promise<void> => {
  const body = JSON.stringify({ id, event: did, at: at.toISOString(), case: recordOf(row) });
  await trx.insertInto("webhook_event").values({ body, at, next_attempt_at: at }).execute();
};

export type WebhookParts = { db: Kysely<Tables>; url: string; secret: string; now: () => Date; log: Log };

type Row = Selectable<Tables["webhook_event"]>;

const leaseSeconds = 30;
/** With waits that double up to an hour: about a day and a half. */
const mostAttempts = 40;
const patienceMs = 10_000;

/** Sends what waits to the configured address and to no other: a redirect is not followed. Gives how many were taken. */
export const createWebhook = (parts: WebhookParts) => async (): Promise<number> => {
  for (let sent = 0; ; ) {
    const event = await claim(parts);
    if (!event) return sent;
    const taken = await post(parts, event);
    await write(parts, event, taken);
    if (taken) sent++;
  }
};

/** The oldest that is due: a records system hears of a case in order, so the next one waits until this is taken or given up. */
const claim = ({ db, now }: WebhookParts): Promise<Row | undefined> =>
  db.transaction().execute(async (trx) => {
    const first = await trx.selectFrom("webhook_event").selectAll().where("state", "=", "pending").orderBy("id").limit(1).forUpdate().skipLocked().executeTakeFirst();
    if (!first || first.next_attempt_at > now()) return undefined;
    return trx.updateTable("webhook_event")
      .set({ attempts: sql<number>`attempts + 1`, next_attempt_at: new Date(now().getTime() + leaseSeconds * 1000) })
      .where("id", "=", first.id).returningAll().executeTakeFirstOrThrow();
  });

/** `t` is the second of sending, so that an old message cannot be played again; `v1` signs `t.body`. */
const signature = (secret: string, t: number, body: string): string =>
  `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}`;

const post = async ({ url, secret, now, log }: WebhookParts, { id, body, attempts }: Row): Promise<boolean> => {
  try {
    const signed = signature(secret, Math.floor(now().getTime() / 1000), body);
    const response = await fetch(url, {
      method: "POST", redirect: "error", signal: AbortSignal.timeout(patienceMs), body,
      headers: { "content-type": "application/json", "x-ventanilla-signature": signed },
    });
    await response.body?.cancel();
    if (response.ok) return true;
    log.warn({ webhook: id, attempts, status: response.status }, "webhook not taken");
  } catch (fault) {
    log.warn({ webhook: id, attempts, fault: fault instanceof Error ? fault.name : typeof fault }, "webhook not sent");
  }
  return false;
};

const write = async ({ db, now }: WebhookParts, { id, attempts }: Row, taken: boolean): Promise<void> => {
  const row = db.updateTable("webhook_event").where("id", "=", id);
  if (taken || attempts >= mostAttempts) await row.set({ state: taken ? "sent" : "refused" }).execute();
  else await row.set({ next_attempt_at: new Date(now().getTime() + Math.min(3600, 2 ** attempts) * 1000) }).execute();
};
