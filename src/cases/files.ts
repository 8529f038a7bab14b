import { createHash, randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Trx } from "./deeds.ts";
import type { CaseParts } from "./parts.ts";
import type { CaseFile, FileRefused, FileShown } from "./types.ts";

/** What may stand in a case: nothing that a reader runs. */
const taken = ["image/jpeg", "image/png", "image/webp", "application/pdf", "audio/ogg", "audio/mpeg", "audio/mp4"];

/** Files that one side may add to a case. */
export const mostFiles = 20;

/** Looks at what a person or an officer hands in: its type by its bytes, its size, and the scanner's word where there is one. */
export const checkFile = async ({ readable, scan }: Pick<CaseParts, "readable" | "scan">, bytes: Uint8Array, name: string): Promise<CaseFile | FileRefused> => {
  if (bytes.length === 0) return { refused: "empty" };
  if (bytes.length > largest) return { refused: "too-large" };
  const file = readable(bytes, name);
  if (!file || !taken.includes(file.type)) return { refused: "type" };
  const found = scan ? await scan(bytes) : "not-scanned";
  if (found === "infected") return { refused: "infected" };
  if (found === "away") return { refused: "scanner-away" };
  return { ...file, sha256: createHash("sha256").update(bytes).digest("hex"), scan: found };
};

const largest = 10 * 1024 * 1024;

/** Keeps files with a case; the same bytes again are not kept twice. Gives how many were new. */
export const keepFiles = async (trx: Trx, caseId: string, side: "citizen" | "answer", files: readonly CaseFile[], now: Date): Promise<number> => {
  const kept = await trx.selectFrom("case_attachment").select("sha256").where("case_id", "=", caseId).where("side", "=", side).execute();
  const known = new Set(kept.map(({ sha256 }) => sha256));
  const fresh = files.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256)).slice(0, Math.max(0, mostFiles - kept.length));
  for (const { name, type, size, sha256, scan, bytes } of fresh) {
    await trx
      .insertInto("case_attachment")
      .values({ id: randomUUID(), case_id: caseId, side, name, type, size, sha256, scan, at: now, bytes: Buffer.from(bytes) })
      .execute();
  }
  return fresh.length;
};

/** The files of a side, in the order in which they came. */
export const filesOf = (db: Kysely<Tables>, caseId: string, side: "citizen" | "answer"): Promise<FileShown[]> =>
  db.selectFrom("case_attachment").select(["id", "name", "type", "size"]).where("case_id", "=", caseId).where("side", "=", side).orderBy("at").orderBy("id").execute();

/** A file of a case, with its bytes. */
export const openCaseFile = (db: Kysely<Tables>, caseId: string, fileId: string, side?: "answer") => {
  const found = db.selectFrom("case_attachment").select(["name", "type", "bytes"]).where("case_id", "=", caseId).where("id", "=", fileId);
  return (side ? found.where("side", "=", side) : found).executeTakeFirst();
};
