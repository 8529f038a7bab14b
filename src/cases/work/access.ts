import { isOpen, type CaseRow, type Scene } from "../deeds.ts";
import type { Officer, Refused } from "../types.ts";

/** An officer works on what they have; whoever supervises, on anything. */
export const mayAct = ({ officer_id: officer }: CaseRow, actor: Officer): boolean => actor.supervises || officer === actor.id;

/** An officer reads what they have, what nobody has yet, and what waits for a second pair of eyes. */
export const mayRead = (row: CaseRow, actor: Officer): boolean => mayAct(row, actor) || row.officer_id === null || row.state === "in-review";

/** Why nothing may be done here: the case is somebody else's, closed, or in a state that the deed does not fit. */
export const hindrance = ({ row }: Scene, actor: Officer, ...unfit: CaseRow["state"][]): Refused | undefined => {
  if (!mayAct(row, actor)) return { refused: "not-allowed" };
  return !isOpen(row.state) || unfit.includes(row.state) ? { refused: "wrong-state", by: row.state } : undefined;
};
