import type { Fault } from "../../fault.ts";
import type { Flow, Step } from "../flow.ts";
import { reserved } from "../load.ts";
import { faultAt } from "./fault-at.ts";
import { targetsOf } from "./targets.ts";

/** Steps that cannot be reached, that cannot come to an end, and rounds without a question. */
export const graphFaults = (flow: Flow): Fault[] => {
  const edges = edgesOf(flow);
  const reached = spread([0], (index) => edges[index]!.filter((next) => next < flow.steps.length));
  const ending = spread(
    flow.steps.flatMap((_, index) => (edges[index]!.includes(flow.steps.length) ? [index] : [])),
    (index) => flow.steps.flatMap((_, before) => (edges[before]!.includes(index) ? [before] : [])),
  );
  return flow.steps.flatMap(({ id }, index) => {
    const path = `steps.${index}`;
    if (!reached.has(index)) return [faultAt(flow, path, `step "${id}" cannot be reached: name it in a \`to\` or a goto, or remove it`)];
    if (!ending.has(index)) return [faultAt(flow, path, `from step "${id}" no end can be reached: let one way out go to \`end\``)];
    if (turnsInSilence(flow, edges, index)) return [faultAt(flow, path, `step "${id}" comes back to itself without a question: put an ask or a choose in between`)];
    return [];
  });
};

/** For each step the steps that may follow; `steps.length` stands for every way out of the flow. */
export const edgesOf = (flow: Flow): number[][] =>
  flow.steps.map((step, index) => {
    const jumps = targetsOf(step).map(([, target]) => {
      const at = flow.steps.findIndex(({ id }) => id === target);
      return at < 0 || reserved.has(target) ? flow.steps.length : at;
    });
    return [...new Set([...jumps, ...(goesOn(step) ? [index + 1] : []), ...(step.verb === "handoff" ? [flow.steps.length] : [])])];
  });

/** Whether a step may be followed by the next one of the file. */
const goesOn = (step: Step): boolean => {
  if (step.verb === "goto" || step.verb === "handoff") return false;
  if (step.verb === "branch") return step.else === undefined;
  if (step.verb === "choose" && "list" in step.from && !step.optional) return step.from.list.some((word) => !(word in step.to));
  return true;
};

const spread = (from: number[], next: (index: number) => number[]): Set<number> => {
  const seen = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    open.push(...next(index));
  }
  return seen;
};

const turnsInSilence = (flow: Flow, edges: number[][], index: number): boolean => {
  const silent = (at: number) => ["say", "call", "branch", "goto"].includes(flow.steps[at]?.verb ?? "");
  const onwards = (at: number) => edges[at]!.filter(silent);
  return silent(index) && spread(onwards(index), onwards).has(index);
};
