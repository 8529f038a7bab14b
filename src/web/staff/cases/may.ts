import { closedStates, type CaseState } from "../../../cases/types.ts";
import type { Me } from "../contract.ts";
import type { CaseDetail, CaseLine } from "./contract.ts";

/** What is asked for in a window of its own. */
export const deeds = ["assign", "ask-completion", "ask-clarification", "extend", "transfer", "received", "suspend", "resume", "priority", "kind", "note"] as const;
export type Deed = (typeof deeds)[number];

export const isOpen = (state: CaseState): boolean => !(closedStates as readonly string[]).includes(state);
const standsStill = (state: CaseState): boolean => ["awaiting-completion", "awaiting-clarification", "suspended"].includes(state);

export const supervises = ({ role }: Me): boolean => role === "supervisor" || role === "administrator";

const acts = (me: Me, { officer }: CaseLine): boolean => supervises(me) || officer?.id === me.id;

/** Whether its words may be read: it is one's own, nobody's yet, or waits for a second pair of eyes. */
export const mayRead = (me: Me, line: CaseLine): boolean => acts(me, line) || line.officer === null || line.state === "in-review";

export const mayTake = ({ state, officer }: CaseLine): boolean => officer === null && isOpen(state);

/** What this member is offered with a case; the server decides. */
export const offered = (me: Me, one: CaseDetail): Deed[] => (acts(me, one) ? deeds.filter((deed) => fits(deed, one)) : []);

const fits = (deed: Deed, { state, dueOn, transferred }: CaseDetail): boolean => {
  switch (deed) {
    case "assign":
    case "priority":
    case "transfer":
      return isOpen(state);
    case "ask-completion":
    case "ask-clarification":
      return isOpen(state) && !standsStill(state) && state !== "in-review";
    case "extend":
    case "suspend":
      return isOpen(state) && !standsStill(state) && dueOn !== null;
    case "kind":
      return isOpen(state) && !standsStill(state);
    case "resume":
      return state === "suspended";
    case "received":
      return state === "transferred" && transferred?.receivedOn === null;
    case "note":
      return true;
    default:
      return deed satisfies never;
  }
};

/** Where the answer stands for this member. */
export type AnswerStage = "sent" | "closed" | "not-mine" | "still" | "write" | "my-review" | "review" | "ready";

export const answerStage = (me: Me, one: CaseDetail): AnswerStage => {
  if (one.answer) return "sent";
  if (!isOpen(one.state)) return "closed";
  if (one.state === "in-review") return writerOf(one) === me.id ? "my-review" : "review";
  if (!acts(me, one)) return "not-mine";
  if (standsStill(one.state)) return "still";
  return one.state === "approved" ? "ready" : "write";
};

const writerOf = ({ drafts }: CaseDetail): string | undefined => drafts.findLast(({ state }) => state === "in-review")?.by.id;
