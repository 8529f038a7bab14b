import { randomUUID } from "node:crypto";
import { dayOf } from "../../calendar.ts";
import { civicDays, isOpen, type CaseRow, type Trx } from "../deeds.ts";
import { storable } from "../storable.ts";
import type { CaseParts } from "../parts.ts";
import type { Officer, Refused } from "../types.ts";
import { answerWith } from "./answering.ts";

/**
 * CPACA, artículo 22: when more than ten people ask alike, the authority may give one answer for all, which it publishes. Here
 * each also gets it on their own channel. Whoever wrote it cannot approve it.
 */
export const together = (parts: CaseParts) => ({
  propose: (actor: Officer, { cases, es, en }: { cases: readonly string[]; es: string; en: string }): Promise<{ id: string } | Refused> =>
    parts.db.transaction().execute(async (trx): Promise<{ id: string } | Refused> => {
      const ids = [...new Set(cases)];
      if (ids.length <= parts.setup.steps.together["more-than"]) return { refused: "too-few", by: String(parts.setup.steps.together["more-than"]) };
      const rows = await trx.selectFrom("case_file").selectAll().where("id", "in", ids).execute();
      if (rows.length < ids.length) return { refused: "not-found" };
      if (new Set(rows.map(({ kind }) => kind)).size > 1) return { refused: "not-alike" };
      const closed = rows.find(({ state }) => !isOpen(state));
      if (closed) return { refused: "wrong-state", by: closed.radicado };
      const id = randomUUID();
      await trx.insertInto("case_bulk")
        .values({ id, by_id: actor.id, by_name: actor.name, at: parts.now(), text_es: storable(es), text_en: storable(en), approved_by: null, approved_at: null })
        .execute();
      await trx.insertInto("case_bulk_member").values(ids.map((one) => ({ bulk_id: id, case_id: one }))).execute();
      return { id };
    }),

  /** Answers all that are still open, in one transaction; gives how many. */
  approve: (id: string, actor: Officer): Promise<{ answered: number } | Refused> => parts.db.transaction().execute((trx) => approve(parts, trx, id, actor)),

  /** What waits for a second pair of eyes. */
  proposed: async () => {
    const rows = await parts.db.selectFrom("case_bulk").selectAll().where("approved_at", "is", null).orderBy("at").execute();
    const members = rows.length === 0 ? [] : await parts.db
      .selectFrom("case_bulk_member").innerJoin("case_file", "case_file.id", "case_bulk_member.case_id").select(["bulk_id", "radicado"])
      .where("bulk_id", "in", rows.map(({ id }) => id)).orderBy("radicado").execute();
    return rows.map(({ id, by_id, by_name, at, text_es, text_en }) => ({
      id, by: { id: by_id, name: by_name }, at, es: text_es, en: text_en, cases: members.filter(({ bulk_id }) => bulk_id === id).map(({ radicado }) => radicado),
    }));
  },
});

const approve = async (parts: CaseParts, trx: Trx, id: string, actor: Officer): Promise<{ answered: number } | Refused> => {
  const bulk = await trx.selectFrom("case_bulk").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!bulk) return { refused: "not-found" };
  if (bulk.approved_at !== null) return { refused: "wrong-state" };
  if (bulk.by_id === actor.id) return { refused: "own-draft" };
  const now = parts.now();
  await trx.updateTable("case_bulk").set({ approved_by: actor.id, approved_at: now }).where("id", "=", id).execute();
  const open = (await lockedMembers(trx, id)).filter(({ state }) => isOpen(state));
  const civic = await civicDays(trx);
  for (const row of open) {
    await answerWith(parts, { trx, row, civic, today: dayOf(now), now }, actor, row.locale === "es" ? bulk.text_es : bulk.text_en, "answered-together");
  }
  return { answered: open.length };
};

const lockedMembers = (trx: Trx, bulk: string): Promise<CaseRow[]> =>
  trx.selectFrom("case_file").selectAll()
    .where("id", "in", (query) => query.selectFrom("case_bulk_member").select("case_id").where("bulk_id", "=", bulk))
    .orderBy("id").forUpdate().execute();
