import { createHmac } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../db/open.ts";

/**
 * Wrong passwords and codes within a quarter of an hour. An office shares one address: a lower limit there would let
 * one forgetful adviser lock out the whole room.
 */
export const limits = { account: 5, address: 20, minutes: 15 } as const;

export type Attempt = {
  allowed: boolean;
  /** What it locks when this guess is wrong: it was the last one that is allowed. */
  locks: "account" | "address" | undefined;
  /** Right, but another factor is still due: not a failure, and no pardon for earlier ones. */
  half: () => Promise<void>;
  /** Signed in: the account begins anew. */
  passed: () => Promise<void>;
};

/**
 * Writes a guess down as failed before it is checked, so that guesses sent all at once cannot outrun the count. What
 * comes while locked is not counted: the lock ends by itself. Accounts and addresses are kept as keyed hashes.
 */
export const beginAttempt = async (db: Db, secret: string, given: { account: string; address: string }): Promise<Attempt> => {
  const account = keyed(secret, given.account);
  const address = keyed(secret, given.address);
  const ofAccount = () => db.deleteFrom("staff_attempt").where("account", "=", account).execute();
  await db.deleteFrom("staff_attempt").where("at", "<", sql<Date>`now() - interval '1 day'`).execute();
  const { id } = await db.insertInto("staff_attempt").values({ account, address }).returning("id").executeTakeFirstOrThrow();
  const withdraw = async () => { await db.deleteFrom("staff_attempt").where("id", "=", id).execute(); };
  const used = {
    account: await failures(db, "account", account, id),
    address: await failures(db, "address", address, id),
  };
  const allowed = used.account <= limits.account && used.address <= limits.address;
  if (!allowed) await withdraw();
  return {
    allowed,
    locks: used.account === limits.account ? "account" : used.address === limits.address ? "address" : undefined,
    half: withdraw,
    passed: async () => { await ofAccount(); },
  };
};

/** Up to and with `last`, of the account or the address, within the window. */
const failures = async (db: Db, column: "account" | "address", value: string, last: string): Promise<number> => {
  const since = sql<Date>`now() - make_interval(mins => ${limits.minutes})`;
  const { count } = await db.selectFrom("staff_attempt").select(({ fn }) => fn.countAll<string>().as("count"))
    .where(column, "=", value).where("id", "<=", last).where("at", ">", since).executeTakeFirstOrThrow();
  return Number(count);
};

const keyed = (secret: string, value: string): string => createHmac("sha256", secret).update(value).digest("base64url");
