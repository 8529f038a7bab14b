import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { findRadicado } from "../radicado.ts";
import { isCode, isReceiptToken } from "./code.ts";
import { followed } from "./follow.ts";
import type { CaseParts } from "./parts.ts";
import type { FollowedCase, Found } from "./types.ts";

/** Tries within so many seconds: from one place, and for one radicado wherever they come from. */
const tries = { place: [20, 3600], radicado: [10, 900] } as const;

/**
 * The case of a radicado, for whoever has its code. No such case and a wrong code are one answer, reached by the same steps:
 * the same look-up and the same comparison.
 */
export const findCase = (parts: CaseParts) =>
  async (db: Kysely<Tables>, given: { radicado: string; code: string; from: string }, now: Date): Promise<Found> => {
    const radicado = findRadicado(given.radicado.slice(0, 100).toLowerCase())?.value ?? "";
    const allowed = await Promise.all([
      parts.allow(`case-find:${given.from}`, ...tries.place),
      parts.allow(`case-find:${radicado || given.from}`, ...tries.radicado),
    ]);
    if (allowed.includes(false)) return { status: "too-many" };
    const row = await db.selectFrom("case_file").selectAll().where("radicado", "=", radicado).executeTakeFirst();
    const is = isCode(parts.secret, given.code.slice(0, 100), row?.code_hash);
    return row && is ? { status: "found", case: await followed(parts, db, row, now) } : { status: "unknown" };
  };

/** A case by its id; only for whom `find` has let in. */
export const lookAt = (parts: CaseParts) => async (db: Kysely<Tables>, id: string, now: Date): Promise<FollowedCase | undefined> => {
  const row = await db.selectFrom("case_file").selectAll().where("id", "=", id).executeTakeFirst();
  return row && followed(parts, db, row, now);
};

/** The case whose receipt an address opens; undefined when it opens none. */
export const caseOfReceipt = async (parts: Pick<CaseParts, "secret" | "db">, radicado: string, token: string): Promise<string | undefined> => {
  if (!isReceiptToken(parts.secret, radicado, token)) return undefined;
  return (await parts.db.selectFrom("case_file").select("id").where("radicado", "=", radicado).executeTakeFirst())?.id;
};
