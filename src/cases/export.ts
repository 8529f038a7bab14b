import type { Kysely } from "kysely";
import { writeSheet } from "../csv.ts";
import type { Tables } from "../db/tables.ts";
import { recordOf, type CaseRecord } from "./record.ts";

/** The cases that were filed in a span, oldest first, without who they are from. */
export const exported = async (db: Kysely<Tables>, { from, to }: { from: Date; to: Date }): Promise<CaseRecord[]> => {
  const rows = await db.selectFrom("case_file").selectAll().where("filed_at", ">=", from).where("filed_at", "<", to).orderBy("filed_at").orderBy("id").execute();
  return rows.map(recordOf);
};

/** A table for a spreadsheet. */
export const csv = (records: readonly CaseRecord[]): string => writeSheet(columns, records);

const columns = [
  "radicado", "kind", "state", "identity", "channel", "locale", "unit", "priority", "filedAt", "radicadoOn", "dueOn", "termDays", "extraDays",
  "transferredTo", "transferredOn", "transferLate", "answeredAt", "closedAt", "story", "asks", "reasons", "happened", "place", "answer",
] as const satisfies readonly (keyof CaseRecord)[];
