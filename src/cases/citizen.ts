import { addDays, type Day } from "../calendar.ts";
import { monthAfter } from "./clock.ts";
import { atWork, change, happened, isOpen, onCase, type CaseRow, type Changes, type Scene, type Trx } from "./deeds.ts";
import { keepFiles } from "./files.ts";
import { storable } from "./storable.ts";
import { tellCitizen } from "./notices.ts";
import type { CaseParts } from "./parts.ts";
import type { CaseFile, Refused } from "./types.ts";

export type Done = { done: true };
const done: Done = { done: true };

/** What a person does with their own case, once `find` has shown that it is theirs. */
export const createCitizen = (parts: CaseParts) => ({
  /** Adds words and files: where something was asked for, this is what was asked for, and the clock goes on. */
  add: (trx: Trx, id: string, given: { text: string; files: readonly CaseFile[] }, now: Date): Promise<Done | Refused> =>
    onCase(trx, id, now, async (scene) => {
      const { row } = scene;
      if (!isOpen(row.state)) return { refused: "wrong-state", by: row.state };
      const text = storable(given.text);
      if (text.trim() !== "") await trx.insertInto("case_addition").values({ case_id: id, at: now, text }).execute();
      const files = await keepFiles(trx, id, "citizen", given.files, now);
      await goOn(parts, scene, files);
      return done;
    }),

  /** CPACA, artículo 17: before the month ends the person may ask for up to as much again. */
  askMoreTime: (trx: Trx, id: string, now: Date): Promise<{ until: Day } | Refused> =>
    onCase<{ until: Day }>(trx, id, now, async (scene) => {
      const { row, civic, today } = scene;
      if (row.state !== "awaiting-completion" || row.ask_until === null || row.asked_on === null) return { refused: "wrong-state", by: row.state };
      if (row.ask_extended) return { refused: "over-double" };
      if (today > row.ask_until) return { refused: "expired" };
      const until = monthAfter(row.asked_on, 2 * parts.setup.steps.complete.months, civic);
      await change(scene, { ask_until: until, ask_extended: true });
      await happened(parts, scene, row, "completion-extended", "citizen", { until });
      await tellCitizen(parts, trx, row, "completion-extended", { until: { date: until } }, now);
      return { until };
    }),

  /** Whoever asked may take it back while it is open. */
  withdraw: (trx: Trx, id: string, reason: string | undefined, now: Date): Promise<Done | Refused> =>
    onCase(trx, id, now, async (scene) => {
      const { row } = scene;
      if (!isOpen(row.state)) return { refused: "wrong-state", by: row.state };
      await change(scene, { state: "withdrawn", closed_at: now });
      if (reason?.trim()) await trx.insertInto("case_addition").values({ case_id: id, at: now, text: storable(reason) }).execute();
      await happened(parts, scene, row, "withdrawn", "citizen");
      await tellCitizen(parts, trx, row, "withdrawn", {}, now);
      return done;
    }),

  /** Whether the answer was of use; it can be said once. */
  rate: (trx: Trx, id: string, useful: boolean, now: Date): Promise<Done | Refused> =>
    onCase(trx, id, now, async (scene) => {
      if (scene.row.state !== "answered" || scene.row.useful !== null) return { refused: "wrong-state", by: scene.row.state };
      await change(scene, { useful });
      await happened(parts, scene, scene.row, "rated", "citizen", { useful });
      return done;
    }),
});

/** CPACA, artículo 17: on the day after the person has given what was missing the term is on again; artículo 19: the same once it is clear. */
const goOn = async (parts: CaseParts, scene: Scene, files: number): Promise<void> => {
  const { trx, row, today, now } = scene;
  switch (row.state) {
    case "awaiting-completion": {
      const after = await change(scene, { state: atWork(row), ask_until: null, ...restarted(parts, row, today) });
      await happened(parts, scene, after, "completed", "citizen", { files, due: after.due_on });
      await tellCitizen(parts, trx, after, "completed", { due: { date: after.due_on ?? today } }, now);
      return;
    }
    case "awaiting-clarification": {
      const after = await change(scene, { state: atWork(row), ask_until: null, ...restarted(parts, row, today) });
      await happened(parts, scene, after, "clarified", "citizen", { files, due: after.due_on });
      await tellCitizen(parts, trx, after, "clarified", { due: { date: after.due_on ?? today } }, now);
      return;
    }
    default:
      await happened(parts, scene, row, "added", "citizen", { files });
  }
};

const restarted = ({ setup }: CaseParts, row: CaseRow, today: Day): Changes => {
  if (row.term_days === null) return {};
  if (setup.afterCompletion === "anew") return { counts_from: today, extra_days: 0, pauses: [] };
  return { pauses: row.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: today } : pause)) };
};

/** The clock stands still from the day after something is asked for. */
export const pausedFrom = (row: CaseRow, day: Day): Pick<CaseRow, "pauses"> => ({ pauses: [...row.pauses, { from: addDays(day, 1) }] });
