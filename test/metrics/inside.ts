import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../../src/db/tables.ts";

const undone = Symbol("undone");

/** Does something in a transaction that is undone in the end. */
export const inside = async (db: Kysely<Tables>, work: (trx: Transaction<Tables>) => Promise<void>): Promise<void> => {
  await db.transaction().execute(async (trx) => {
    await work(trx);
    throw undone;
  }).catch((fault: unknown) => { if (fault !== undone) throw fault; });
};
