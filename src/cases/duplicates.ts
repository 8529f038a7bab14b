import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { CaseRow } from "./deeds.ts";
import type { CaseParts } from "./parts.ts";

/** From this share on, two stories are likely one. */
const alike = 0.6;
const days = 90;
const mostCompared = 500;

export type Duplicate = { id: string; radicado: string; state: CaseRow["state"]; filedAt: Date; samePerson: boolean; likeness: number };

/** Other cases of the last months that may be the same one: of the same person, or told alike. An officer decides. */
export const duplicatesOf = async ({ likeness }: Pick<CaseParts, "likeness">, db: Kysely<Tables>, row: CaseRow): Promise<Duplicate[]> => {
  const others = await db
    .selectFrom("case_file").leftJoin("case_person", "case_person.case_id", "case_file.id")
    .select(["case_file.id", "radicado", "state", "filed_at", "story", "likeness"])
    .where("case_file.id", "<>", row.id).where("filed_at", ">", new Date(row.filed_at.getTime() - days * 86_400_000))
    .orderBy("filed_at", "desc").limit(mostCompared).execute();
  const own = (await db.selectFrom("case_person").select("likeness").where("case_id", "=", row.id).executeTakeFirst())?.likeness ?? null;
  return others
    .map(({ id, radicado, state, filed_at, story, likeness: person }): Duplicate => ({
      id, radicado, state, filedAt: filed_at, samePerson: own !== null && person === own, likeness: Math.round(likeness(row.story, story) * 100) / 100,
    }))
    .filter((one) => one.likeness >= alike || (one.samePerson && one.likeness >= alike / 2))
    .sort((a, b) => Number(b.samePerson) - Number(a.samePerson) || b.likeness - a.likeness)
    .slice(0, 10);
};
