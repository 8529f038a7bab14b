import type { Fault } from "../../fault.ts";
import { locales } from "../../locale.ts";
import type { Content } from "../check.ts";
import type { Flow, Step } from "../flow.ts";
import { among, faultAt } from "./fault-at.ts";
import { edgesOf } from "./graph.ts";

/** Slots that are used at a step before any way there can have set them. */
export const slotFaults = (flow: Flow, content: Content): Fault[] => {
  const known = knownAt(flow, content);
  return flow.steps.flatMap((step, index) => (
    used(flow, step, content)
      .filter(({ slot }) => !known[index]!.has(slot))
      .map(({ slot, by }) => faultAt(flow, `steps.${index}`, `step "${step.id}": ${by} uses slot "${slot}", which nothing before it can set ${among("slots set by then", known[index]!)}`))
  ));
};

const used = (flow: Flow, step: Step, { actions, texts }: Content): { slot: string; by: string }[] => {
  const inText = (key: string) =>
    [...new Set(locales.flatMap((locale) => texts.paramsOf(`${flow.name}.${key}`, locale)))]
      .filter((param) => !flow.questions.some(({ slot }) => slot === param))
      .map((slot) => ({ slot, by: `text "${flow.name}.${key}"` }));
  switch (step.verb) {
    case "say": return inText(step.say);
    case "ask": return inText(`${step.ask}.ask`);
    case "form": return Object.keys(step.form).flatMap((slot) => inText(`${slot}.ask`));
    case "choose": return [...inText(`${step.choose}.ask`), ...("slot" in step.from ? [{ slot: step.from.slot, by: "`from`" }] : [])];
    case "branch": return [{ slot: step.branch, by: "the branch" }];
    case "call": return (actions[step.call]?.needs ?? []).map((slot) => ({ slot, by: `action ${step.call}` }));
    default: return [];
  }
};

/** For each step the slots that some way to it may have set. */
const knownAt = (flow: Flow, content: Content): Set<string>[] => {
  const edges = edgesOf(flow);
  const known = flow.steps.map((_, index) => new Set(index === 0 ? flow.given : []));
  for (let changed = true; changed;) {
    changed = false;
    flow.steps.forEach((step, index) => {
      const after = [...known[index]!, ...setBy(step, content)];
      for (const next of edges[index]!) {
        const before = known[next]?.size;
        for (const slot of after) known[next]?.add(slot);
        changed ||= known[next]?.size !== before;
      }
    });
  }
  return known;
};

const setBy = (step: Step, { actions }: Content): string[] => {
  switch (step.verb) {
    case "ask": return [step.ask];
    case "choose": return [step.choose];
    case "form": return Object.keys(step.form);
    case "call": return actions[step.call]?.sets ?? [];
    default: return [];
  }
};
