import { sql } from "kysely";
import type { Db } from "../db/open.ts";

/** Claims a code of the second factor; false when this member's code was tried before. RFC 6238, 5.2: each is accepted once. */
export const claimCode = async (db: Db, userId: string, code: string): Promise<boolean> => {
  await db.deleteFrom("staff_used_code").where("used_at", "<", sql<Date>`now() - interval '5 minutes'`).execute();
  const { numInsertedOrUpdatedRows: claimed } = await db.insertInto("staff_used_code").values({ user_id: userId, code: code.slice(0, 20) })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return claimed === 1n;
};
