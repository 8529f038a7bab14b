import { dayOf } from "../../calendar/day.ts";
import { incentives, type Answers, type Assessment, type Limit, type Requirement, returnTypes, type ReturnLaw, situations, type State } from "./types.ts";

/**
 * What the law asks, held beside what was told, for somebody who asks in `year`. It decides nothing: the Comisión Intersectorial para
 * el Retorno does (Decreto 1067 de 2015, art. 2.2.1.8.5).
 */
export const assess = (answers: Answers, year: number, law: ReturnLaw): Assessment => {
  const types = returnTypes.filter((_, at) => answers.situations.includes(situations[at]!));
  const states: Record<Requirement, State> = {
    nationality: told(answers.colombian, ["yes"]),
    age: told(answers.adult, ["yes"]),
    time: timeAbroad(answers),
    stay: told(answers.stay, ["abroad", "year"]),
    record: told(answers.record, ["none"]),
    earlier: told(answers.before, ["never", "old"]),
  };
  return {
    outcome: outcomeOf(states, types.length > 0),
    types,
    states,
    limits: Object.fromEntries(incentives.map((name) => [name, limit(law.limits[name], law.uvt.get(year))])) as Assessment["limits"],
  };
};

/** The year that it is in Colombia. */
export const yearOf = (now: Date): number => Number(dayOf(now).slice(0, 4));

const told = (answer: string | undefined, met: string[]): State =>
  answer === undefined ? "open" : met.includes(answer) ? "met" : "missing";

/**
 * Ley 1565, art. 2 (Ley 2136, art. 28): three years abroad are to be proved; in humanitarian and solidarity returns, force
 * majeure, emergency or disaster the Comisión may pass over that (par. 2). Decreto 1067, art. 2.2.1.8.2: without records other
 * proof is weighed; in a humanitarian return from Venezuela a written statement is.
 */
const timeAbroad = ({ years, proof, situations: told, emergency, venezuela }: Answers): State => {
  const hasReason = told.includes("victim") || told.includes("risk") || emergency === "yes";
  if (years === "less") return hasReason ? "waiver" : emergency === undefined || told.length === 0 ? "open" : "missing";
  if (years === undefined || proof === undefined) return "open";
  if (proof === "none") return told.includes("risk") && venezuela === "yes" ? "statement" : "unproved";
  return proof === "records" ? "met" : "evidence";
};

const outcomeOf = (states: Record<Requirement, State>, hasType: boolean): Assessment["outcome"] => {
  const { time, ...others } = states;
  if (Object.values(others).includes("missing")) return "excluded";
  if (time === "missing") return "missing";
  const isOpen = Object.values(others).includes("open") || ["open", "unproved", "waiver"].includes(time);
  return isOpen || !hasType ? "open" : "met";
};

const limit = (uvt: number, pesosEach: number | undefined): Limit => (pesosEach === undefined ? { uvt } : { uvt, pesos: uvt * pesosEach });
