import type { Fault } from "../../fault.ts";
import type { Flow } from "../flow.ts";
import { validators } from "../slots/validators.ts";
import { faultAt } from "./fault-at.ts";

/** Offered answers that their own question would not take. */
export const offerFaults = (flow: Flow): Fault[] =>
  flow.questions.flatMap(({ slot, index, rule }) => {
    const { as, offer = [] } = rule;
    if (as === "choice") return [];
    const isTaken = (value: string) => "ok" in validators[as].parse(value, rule, { locale: "es", now: new Date(0) });
    return offer.filter((value) => !isTaken(value)).map((value) =>
      faultAt(flow, `steps.${index}.offer`, `"${value}" is offered for slot "${slot}", but it is no ${as}: write a value that the question takes`));
  });
