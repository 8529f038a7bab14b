import { addBusinessDays, businessDaysBetween, type Day } from "../../calendar.ts";
import { pausedFrom } from "../citizen.ts";
import { monthAfter } from "../clock.ts";
import { change, happened, within, type Scene } from "../deeds.ts";
import { storable } from "../storable.ts";
import { tellCitizen } from "../notices.ts";
import type { CaseParts } from "../parts.ts";
import type { Officer, Refused } from "../types.ts";
import { hindrance } from "./access.ts";

const busy = ["awaiting-completion", "awaiting-clarification", "suspended", "in-review"] as const;

/** What the office needs before it can answer, or that another authority must answer. */
export const asking = (parts: CaseParts) => ({
  /**
   * CPACA, artículo 17: who finds a petition incomplete asks within ten days of filing for what is missing, «para que la
   * complete en el término máximo de un (1) mes». After those days it can no longer be asked for this way.
   */
  completion: (id: string, actor: Officer, what: string): Promise<{ until: Day } | Refused> =>
    within<{ until: Day }>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, ...busy);
      if (no) return no;
      const { steps } = parts.setup;
      if (businessDaysBetween(scene.row.radicado_on, scene.today, scene.civic) > steps["ask-completion"].days) return { refused: "too-late" };
      return ask(parts, scene, actor, "completion", what, monthAfter(scene.today, steps.complete.months, scene.civic));
    }),

  /** CPACA, artículo 19: a petition whose object is not understood goes back to be made clear within ten days. */
  clarification: (id: string, actor: Officer, what: string): Promise<{ until: Day } | Refused> =>
    within<{ until: Day }>(parts, id, async (scene) => {
      const no = hindrance(scene, actor, ...busy);
      return no ?? ask(parts, scene, actor, "clarification", what, addBusinessDays(scene.today, parts.setup.steps.clarify.days, scene.civic));
    }),

  /**
   * CPACA, artículo 21: who is not competent tells the person and, within five days of receiving it, sends the petition on, with a
   * copy of the letter to the person. From the sixth day it is late: it is sent on all the same, and says so.
   */
  transfer: (id: string, actor: Officer, { to, letter }: { to: string; letter: string }): Promise<{ late: boolean; days: number } | Refused> =>
    within<{ late: boolean; days: number }>(parts, id, async (scene) => {
      const no = hindrance(scene, actor);
      if (no) return no;
      const { trx, row, today, civic, now } = scene;
      const days = businessDaysBetween(row.radicado_on, today, civic);
      const late = days > parts.setup.steps.transfer.days;
      await change(scene, { state: "transferred", closed_at: now, transferred_to: storable(to), transferred_on: today, transfer_late: late });
      await happened(parts, scene, row, "transferred", actor, { to, days, late });
      await tellCitizen(parts, trx, row, "transferred", { to: storable(to), letter: storable(letter) }, now);
      return { late, days };
    }),
});

const ask = async (parts: CaseParts, scene: Scene, actor: Officer, kind: "completion" | "clarification", what: string, until: Day): Promise<{ until: Day }> => {
  const { trx, row, today, now } = scene;
  const asked = storable(what);
  await change(scene, {
    state: `awaiting-${kind}`, ask_what: asked, asked_on: today, ask_until: until, ask_extended: false,
    ...(row.term_days === null ? {} : pausedFrom(row, today)),
  });
  await happened(parts, scene, row, `${kind}-asked`, actor, { what: asked, until });
  await tellCitizen(parts, trx, row, `${kind}-asked`, { what: asked, until: { date: until } }, now);
  return { until };
};
