import type { Db } from "../db/open.ts";
import { isNumber } from "./row-number.ts";
import type { Refused, SavedView, View } from "./types.ts";
import { viewSchema } from "./view.ts";

const mostViews = 30;
const longestName = 60;

/** The views that somebody keeps, by name. One that content does not know any more is left out. */
export const savedViews = async (db: Db, staffId: string): Promise<SavedView[]> => {
  const rows = await db.selectFrom("saved_view").select(["id", "name", "view"]).where("staff_id", "=", staffId).orderBy("name").execute();
  return rows.flatMap(({ id, name, view }) => {
    const read = viewSchema.safeParse(view);
    return read.success ? [{ id, name, view: read.data }] : [];
  });
};

export const saveView = (db: Db, staffId: string, given: string, view: View, now: Date): Promise<SavedView | Refused> => {
  const name = given.trim().replace(/\s+/g, " ");
  if (name === "" || name.length > longestName || /[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return Promise.resolve({ refused: "bad-name" });
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom("staff_user").select("id").where("id", "=", staffId).forUpdate().execute();
    const kept = await trx.selectFrom("saved_view").select("name").where("staff_id", "=", staffId).execute();
    if (kept.length >= mostViews && !kept.some((one) => one.name === name)) return { refused: "too-many" };
    const row = { view: JSON.stringify(view), saved_at: now };
    const { id } = await trx.insertInto("saved_view").values({ staff_id: staffId, name, ...row })
      .onConflict((conflict) => conflict.columns(["staff_id", "name"]).doUpdateSet(row)).returning("id").executeTakeFirstOrThrow();
    return { id, name, view };
  });
};

export const removeView = async (db: Db, staffId: string, id: string): Promise<Refused | undefined> => {
  const gone = isNumber(id) && (await db.deleteFrom("saved_view").where("staff_id", "=", staffId).where("id", "=", id).returning("id").executeTakeFirst());
  return gone ? undefined : { refused: "not-found" };
};
