import type { Day } from "../../calendar.ts";
import { pausedFrom } from "../citizen.ts";
import { atWork, change, happened, within } from "../deeds.ts";
import { storable } from "../storable.ts";
import { tellCitizen } from "../notices.ts";
import type { CaseParts } from "../parts.ts";
import type { Officer, Refused } from "../types.ts";
import { hindrance } from "./access.ts";

/** What moves a deadline. */
export const timing = (parts: CaseParts) => ({
  /**
   * CPACA, artículo 14 parágrafo: when it cannot be answered in time, the authority says so «antes del vencimiento del término»,
   * with the reasons and a new date, which «no podrá exceder del doble del inicialmente previsto».
   */
  extend: (id: string, actor: Officer, { days, reason }: { days: number; reason: string }): Promise<{ dueOn: Day } | Refused> =>
    within<{ dueOn: Day }>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, "awaiting-completion", "awaiting-clarification", "suspended");
      if (no) return no;
      const { trx, row, today, now } = scene;
      if (row.term_days === null || row.due_on === null) return { refused: "no-term" };
      if (today > row.due_on) return { refused: "expired", by: row.due_on };
      if (row.extra_days + days > row.term_days) return { refused: "over-double", by: String(row.term_days - row.extra_days) };
      const why = storable(reason);
      const after = await change(scene, { extra_days: row.extra_days + days, extension_reason: why });
      await happened(parts, scene, after, "extended", actor, { days, reason: why, from: row.due_on, due: after.due_on });
      await tellCitizen(parts, trx, after, "extended", { before: { date: row.due_on }, due: { date: after.due_on! }, reason: why }, now);
      return { dueOn: after.due_on! };
    }),

  /** The clock stands still from the day after, by a norm that allows it; the officer names it. */
  suspend: (id: string, actor: Officer, { norm, reason }: { norm: string; reason: string }): Promise<{ done: true } | Refused> =>
    within<{ done: true }>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, "awaiting-completion", "awaiting-clarification", "suspended");
      if (no) return no;
      const { trx, row, today, now } = scene;
      if (row.term_days === null || row.due_on === null) return { refused: "no-term" };
      if (today > row.due_on) return { refused: "expired", by: row.due_on };
      await change(scene, { state: "suspended", ...pausedFrom(row, today) });
      await happened(parts, scene, row, "suspended", actor, { norm, reason });
      await tellCitizen(parts, trx, row, "suspended", { norm: storable(norm), reason: storable(reason) }, now);
      return { done: true };
    }),

  /** The clock goes on from the day after. */
  resume: (id: string, actor: Officer, reason: string): Promise<{ dueOn: Day } | Refused> =>
    within<{ dueOn: Day }>(parts, id, async (scene) => {
      const no = hindrance(scene, actor);
      if (no) return no;
      const { trx, row, today, now } = scene;
      if (row.state !== "suspended") return { refused: "wrong-state", by: row.state };
      const pauses = row.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: today } : pause));
      const after = await change(scene, { state: atWork(row), pauses });
      await happened(parts, scene, after, "resumed", actor, { reason, due: after.due_on });
      await tellCitizen(parts, trx, after, "resumed", { due: { date: after.due_on! } }, now);
      return { dueOn: after.due_on! };
    }),
});
