import type { Fault } from "../../fault.ts";
import type { Content } from "../check.ts";
import type { Flow, Step } from "../flow.ts";
import { reserved } from "../load.ts";
import { among, faultAt } from "./fault-at.ts";

/** Unknown steps, flows, actions, queues and words. */
export const targetFaults = (flow: Flow, content: Content): Fault[] => [
  ...(flow.aside === undefined ? [] : unknownAction(flow, content, "aside", flow.aside)),
  ...flow.steps.flatMap((step, index) => [
    ...targetsOf(step).flatMap(([path, target]) => unknownTarget(flow, content, `steps.${index}.${path}`, target)),
    ...wordFaults(flow, content, step, `steps.${index}`),
  ]),
];

/** The jumps of a step by their path in the file. */
export const targetsOf = (step: Step): [path: string, target: string][] => {
  switch (step.verb) {
    case "goto":
      return [["goto", step.goto]];
    case "choose":
    case "call":
      return words(step.to);
    case "branch":
      return [...words(step.to), ...(step.else === undefined ? [] : [["else", step.else] as [string, string]])];
    default:
      return [];
  }
};

const words = (to: Record<string, string>): [string, string][] =>
  Object.entries(to).map(([word, target]) => [`to.${word}`, target]);

const unknownTarget = (flow: Flow, { flows, queues }: Content, path: string, target: string): Fault[] => {
  if (target.startsWith("flow:")) {
    const name = target.slice("flow:".length);
    return flows.has(name) ? [] : [faultAt(flow, path, `no flow called "${name}" ${among("flows", flows.keys())}`)];
  }
  if (target === "to-person" && !queues.includes("general")) {
    return [faultAt(flow, path, `"to-person" needs a queue called "general" ${among("queues", queues)}`)];
  }
  if (reserved.has(target) || flow.steps.some(({ id }) => id === target)) return [];
  return [faultAt(flow, path, `no step called "${target}" ${among("steps", flow.steps.map(({ id }) => id))}`)];
};

const wordFaults = (flow: Flow, { actions, queues }: Content, step: Step, path: string): Fault[] => {
  if (step.verb === "handoff" && !queues.includes(step.handoff)) {
    return [faultAt(flow, `${path}.handoff`, `no queue called "${step.handoff}" ${among("queues", queues)}`)];
  }
  if (step.verb === "choose" && "list" in step.from) {
    return strangers(flow, path, step.to, step.from.list, "options");
  }
  if (step.verb !== "call") return [];
  const action = actions[step.call];
  if (!action) return unknownAction(flow, { actions }, `${path}.call`, step.call);
  return strangers(flow, path, step.to, action.words ?? [], `words of ${step.call}`);
};

const unknownAction = (flow: Flow, { actions }: Pick<Content, "actions">, path: string, name: string): Fault[] =>
  name in actions ? [] : [faultAt(flow, path, `no action called "${name}" ${among("actions", Object.keys(actions))}`)];

const strangers = (flow: Flow, path: string, to: Record<string, string>, known: readonly string[], what: string): Fault[] =>
  Object.keys(to)
    .filter((word) => !known.includes(word))
    .map((word) => faultAt(flow, `${path}.to.${word}`, `"${word}" never comes ${among(what, known)}`));
