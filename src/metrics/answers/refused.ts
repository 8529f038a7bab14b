import { ofWhole } from "../figure.ts";
import type { Query } from "../types.ts";
import { questions, total } from "./questions.ts";

/** Which share of the questions was refused, because the service must not answer them? */
export const refused: Query = async ({ db }, period, slice) => {
  const rows = await questions(db, period, slice);
  return ofWhole(rows.filter(({ by }) => by.startsWith("refused-")), total(rows));
};
