import type { Fault } from "../../fault.ts";
import { locales } from "../../locale.ts";
import { fold } from "../../words.ts";
import type { Content } from "../check.ts";
import type { Flow } from "../flow.ts";
import { faultAt } from "./fault-at.ts";

const fewestExamples = 12;

/** Intents, examples, slots and options that are given twice or may not be called so. */
export const nameFaults = ({ flows }: Content): Fault[] => {
  const all = [...flows.values()];
  return all.flatMap((flow) => [
    ...intentFaults(flow, all),
    ...exampleFaults(flow, all),
    ...slotNameFaults(flow),
    ...optionFaults(flow),
  ]);
};

const intentFaults = (flow: Flow, all: Flow[]): Fault[] => {
  const twin = all.find((other) => other !== flow && flow.intent !== undefined && other.intent === flow.intent);
  return twin ? [faultAt(flow, "intent", `intent "${flow.intent}" is also that of flow "${twin.name}": give each its own`)] : [];
};

const exampleFaults = (flow: Flow, all: Flow[]): Fault[] => {
  if (flow.intent === undefined) return [];
  return locales.flatMap((locale) => {
    const examples = flow.examples?.[locale] ?? [];
    const few = examples.length < fewestExamples
      ? [faultAt(flow, `examples.${locale}`, `${examples.length} examples, at least ${fewestExamples} train an intent: add some`)] : [];
    const taken = new Map(all.filter((other) => other !== flow && other.intent).flatMap((other) => (
      (other.examples?.[locale] ?? []).map((example): [string, string] => [fold(example), other.name])
    )));
    const shared = examples.filter((example) => taken.has(fold(example)));
    return [...few, ...shared.map((example) => faultAt(flow, `examples.${locale}`, `"${example}" is also an example of flow "${taken.get(fold(example))}": keep one`))];
  });
};

const slotNameFaults = (flow: Flow): Fault[] =>
  flow.questions
    .filter(({ slot }, index) => flow.questions.findIndex((other) => other.slot === slot) < index)
    .map(({ slot, index }) => faultAt(flow, `steps.${index}`, `slot "${slot}" is asked by two steps: give one another name, or goto the first`));

/** Their texts would stand where the question's own texts stand. */
const takenKeys = new Set(["ask", "invalid", "name"]);

const optionFaults = (flow: Flow): Fault[] =>
  flow.steps.flatMap((step, index) => {
    if (step.verb !== "choose" || !("list" in step.from)) return [];
    const { list } = step.from;
    return [
      ...list.filter((word) => takenKeys.has(word)).map((word) => faultAt(flow, `steps.${index}.from`, `no option may be called "${word}": its text would stand for the question's`)),
      ...list.filter((word, at) => list.indexOf(word) < at).map((word) => faultAt(flow, `steps.${index}.from`, `option "${word}" is listed twice: remove one`)),
    ];
  });
