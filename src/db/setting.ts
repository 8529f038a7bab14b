import type { Db } from "./open.ts";

/** The value kept under `key`; `make` gives it the first time. However many replicas ask at once, all get the same. */
export const settingOnce = async (db: Db, key: string, make: () => string): Promise<string> => {
  const known = await setting(db, key);
  if (known !== undefined) return known;
  await db
    .insertInto("setting")
    .values({ key, value: make() })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  return (await setting(db, key))!;
};

const setting = async (db: Db, key: string): Promise<string | undefined> => {
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value;
};
