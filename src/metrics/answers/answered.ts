import { ofWhole } from "../figure.ts";
import type { Query } from "../types.ts";
import { questions, total } from "./questions.ts";

/** Which share of the questions was answered from a source? */
export const answered: Query = async ({ db }, period, slice) => {
  const rows = await questions(db, period, slice);
  return ofWhole(rows.filter(({ by }) => by.startsWith("answered") || by === "repaired-digression"), total(rows));
};
