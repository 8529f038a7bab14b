import { deadline } from "../clock.ts";
import { change, happened, within, type Scene } from "../deeds.ts";
import { tellCitizen } from "../notices.ts";
import type { CaseParts } from "../parts.ts";
import { storable } from "../storable.ts";
import { caseRoles, type CaseKind, type Officer, type Priority, type Refused } from "../types.ts";
import { hindrance, mayAct } from "./access.ts";

const done = { done: true } as const;
type Done = typeof done;

/** Who has a case, what it is, and how urgent. */
export const holding = (parts: CaseParts) => ({
  /** Gives a case to somebody, or back to a unit. Who takes what nobody has, gives it to themselves. */
  assign: (id: string, actor: Officer, to: { officer: string } | { unit: string }): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const { row } = scene;
      const takes = "officer" in to && to.officer === actor.id && row.officer_id === null;
      if (!takes && !mayAct(row, actor)) return { refused: "not-allowed" };
      const closed = hindrance(scene, { ...actor, supervises: true });
      if (closed) return closed;
      return "officer" in to ? toOfficer(parts, scene, actor, to.officer) : toUnit(parts, scene, actor, to.unit);
    }),

  /**
   * CPACA, artículo 20: petitions for a fundamental right that must not be harmed past repair go first, with urgent measures
   * where life or safety is at risk; journalists' too.
   */
  prioritise: (id: string, actor: Officer, priority: Priority | null, reason: string): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const no = hindrance(scene, actor);
      if (no) return no;
      await change(scene, { priority });
      await happened(parts, scene, scene.row, "prioritised", actor, { priority, reason });
      if (priority) await tellCitizen(parts, scene.trx, scene.row, "priority", {}, scene.now);
      return done;
    }),

  /** The kind as it should have been; the term of that kind counts from the same day. */
  reclassify: (id: string, actor: Officer, kind: CaseKind, reason: string): Promise<Done | Refused> =>
    within<Done>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, "awaiting-completion", "awaiting-clarification", "suspended");
      if (no) return no;
      const after = await change(scene, { kind, term_days: parts.setup.terms[kind].days, extra_days: 0 });
      await happened(parts, scene, after, "kind-changed", actor, { from: scene.row.kind, to: kind, reason, due: after.due_on });
      return done;
    }),

  /** A note that only the office sees. */
  note: (id: string, actor: Officer, text: string): Promise<Done | Refused> =>
    within<Done>(parts, id, async ({ trx, row, now }) => {
      if (!mayAct(row, actor)) return { refused: "not-allowed" };
      await trx.insertInto("case_note").values({ case_id: id, by_id: actor.id, by_name: actor.name, at: now, text: storable(text) }).execute();
      await happened(parts, { trx, now }, row, "noted", actor);
      return done;
    }),

  /**
   * CPACA, artículo 21: the term of the competent authority runs from the day after it received the petition. Gives by when
   * it must answer, as far as its own civic days are not known here.
   */
  received: (id: string, actor: Officer, day: string): Promise<{ dueOn: string | null } | Refused> =>
    within(parts, id, async (scene) => {
      const { row, civic, trx, now } = scene;
      if (!mayAct(row, actor)) return { refused: "not-allowed" };
      if (row.state !== "transferred" || day < row.transferred_on! || day > scene.today) return { refused: "wrong-state", by: row.state };
      const dueOn = row.term_days === null ? null : deadline({ from: day, days: row.term_days, extra: 0, pauses: [] }, civic);
      await change(scene, { received_on: day, other_due_on: dueOn });
      await happened(parts, scene, row, "transfer-received", actor, { day, due: dueOn });
      if (dueOn !== null) await tellCitizen(parts, trx, row, "transfer-received", { to: row.transferred_to!, day: { date: day }, due: { date: dueOn } }, now);
      return { dueOn };
    }),
});

const toOfficer = async (parts: CaseParts, scene: Scene, actor: Officer, officer: string): Promise<Done | Refused> => {
  const member = await scene.trx
    .selectFrom("staff_user").select(["id", "name"])
    .where("id", "=", officer).where("disabled", "=", false).where("role", "in", [...caseRoles])
    .executeTakeFirst();
  if (!member) return { refused: "no-such-member" };
  await change(scene, { officer_id: member.id, ...(scene.row.state === "filed" ? { state: "assigned" as const } : {}) });
  await happened(parts, scene, scene.row, "assigned", actor, { to: member.name });
  return done;
};

const toUnit = async (parts: CaseParts, scene: Scene, actor: Officer, unit: string): Promise<Done | Refused> => {
  if (!parts.setup.units.some(({ id }) => id === unit)) return { refused: "no-such-unit" };
  await change(scene, { unit, officer_id: null, ...(scene.row.state === "assigned" ? { state: "filed" as const } : {}) });
  await happened(parts, scene, scene.row, "assigned", actor, { unit });
  return done;
};
