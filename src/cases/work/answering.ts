import { businessDaysBetween } from "../../calendar.ts";
import { change, happened, within, type CaseRow, type Scene } from "../deeds.ts";
import { keepFiles } from "../files.ts";
import { storable } from "../storable.ts";
import { tellCitizen } from "../notices.ts";
import type { CaseParts } from "../parts.ts";
import type { CaseFile, Officer, Refused } from "../types.ts";
import { hindrance, mayRead } from "./access.ts";

const done = { done: true } as const;
type Done = typeof done;

const standingStill = ["awaiting-completion", "awaiting-clarification", "suspended"] as const;

/** Draft, review by somebody else, answer. */
export const answering = (parts: CaseParts) => ({
  /** A new draft takes the place of the one before; what was approved must be looked at again. */
  draft: (id: string, actor: Officer, text: string): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, ...standingStill);
      if (no) return no;
      const { trx, row, now } = scene;
      await trx.updateTable("case_draft").set({ state: "replaced" }).where("case_id", "=", id).where("state", "in", ["draft", "in-review", "approved"]).execute();
      await trx.insertInto("case_draft")
        .values({ case_id: id, by_id: actor.id, by_name: actor.name, at: now, text: storable(text), reviewed_by: null, reviewed_name: null, reviewed_at: null, review_reason: null })
        .execute();
      await change(scene, { state: "assigned", ...(row.officer_id === null ? { officer_id: actor.id } : {}) });
      await happened(parts, scene, row, "drafted", actor);
      return done;
    }),

  askReview: (id: string, actor: Officer): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, ...standingStill, "in-review", "approved");
      if (no) return no;
      if (!(await draftIn(scene, "draft"))) return { refused: "no-draft" };
      await setDraft(scene, "draft", { state: "in-review" });
      await change(scene, { state: "in-review" });
      await happened(parts, scene, scene.row, "review-asked", actor);
      return done;
    }),

  /** Four eyes: whoever wrote the draft cannot approve it. */
  review: (id: string, actor: Officer, { approve, reason }: { approve: boolean; reason?: string }): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const { row, now } = scene;
      if (!mayRead(row, actor)) return { refused: "not-allowed" };
      if (row.state !== "in-review") return { refused: "wrong-state", by: row.state };
      const draft = await draftIn(scene, "in-review");
      if (!draft) return { refused: "no-draft" };
      if (draft.by_id === actor.id) return { refused: "own-draft" };
      const reviewed = { reviewed_by: actor.id, reviewed_name: actor.name, reviewed_at: now, review_reason: reason ?? null };
      await setDraft(scene, "in-review", { state: approve ? "approved" : "returned", ...reviewed });
      await change(scene, { state: approve ? "approved" : "assigned" });
      await happened(parts, scene, row, approve ? "approved" : "review-returned", actor, reason ? { reason } : {});
      return done;
    }),

  /** Sends what was approved. */
  answer: (id: string, actor: Officer): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const no = hindrance(scene, actor);
      if (no) return no;
      if (scene.row.state !== "approved") return { refused: "wrong-state", by: scene.row.state };
      const draft = await draftIn(scene, "approved");
      if (!draft) return { refused: "no-draft" };
      await answerWith(parts, scene, actor, draft.text, "answered");
      return done;
    }),

  /** Adds a file to the answer that is being prepared. */
  attach: (id: string, actor: Officer, file: CaseFile): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, "in-review", "approved");
      if (no) return no;
      await keepFiles(scene.trx, id, "answer", [file], scene.now);
      await happened(parts, scene, scene.row, "attached", actor, { type: file.type, sha256: file.sha256 });
      return done;
    }),
});

/** CPACA, artículo 13: a prompt, complete answer on the substance. Late or in time, it is recorded which. */
export const answerWith = async (parts: CaseParts, scene: Scene, actor: Officer, text: string, did: "answered" | "answered-together"): Promise<void> => {
  const { trx, row, today, now } = scene;
  const late = row.due_on !== null && today > row.due_on;
  const after = await change(scene, {
    state: "answered", answer: text, answered_at: now, closed_at: now, answer_days: businessDaysBetween(row.counts_from, today, scene.civic),
  });
  await happened(parts, scene, after, did, actor, { late });
  await tellCitizen(parts, trx, after, did, { answer: text }, now);
};

type Draft = "draft" | "in-review" | "approved";

const draftIn = ({ trx, row }: Scene, state: Draft) =>
  trx.selectFrom("case_draft").selectAll().where("case_id", "=", row.id).where("state", "=", state).orderBy("id", "desc").limit(1).executeTakeFirst();

type DraftChange = { state: "in-review" | "returned" | "approved"; reviewed_by?: string; reviewed_name?: string; reviewed_at?: Date; review_reason?: string | null };

const setDraft = async ({ trx, row }: Pick<Scene, "trx"> & { row: Pick<CaseRow, "id"> }, from: Draft, values: DraftChange): Promise<void> => {
  await trx.updateTable("case_draft").set(values).where("case_id", "=", row.id).where("state", "=", from).execute();
};
