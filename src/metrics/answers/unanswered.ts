import { ofWhole } from "../figure.ts";
import type { Query } from "../types.ts";
import { questions, total } from "./questions.ts";

/** Which share of the questions had no answer, because no source has it or it was not understood? */
export const unanswered: Query = async ({ db }, period, slice) => {
  const rows = await questions(db, period, slice);
  return ofWhole(rows.filter(({ by }) => by.startsWith("unanswered-")), total(rows));
};
