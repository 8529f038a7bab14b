import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import type { Fault } from "../fault.ts";
import type { Flow, Question, Rule, Step, StepOf } from "./flow.ts";
import { type FlowFile, flowFile, type StepRead } from "./schema.ts";

/** Reads every `*.yaml` of a folder. A file with a fault gives no flow; all faults are listed at once. */
export const loadFlows = (dir: string): { flows: Map<string, Flow>; faults: Fault[] } => {
  const flows = new Map<string, Flow>();
  const faults: Fault[] = [];
  for (const name of readdirSync(dir).filter((name) => name.endsWith(".yaml")).sort()) {
    const read = readFlow(readFileSync(join(dir, name), "utf8"), `flows/${name}`);
    faults.push(...read.faults);
    if (!read.flow) continue;
    const twin = flows.get(read.flow.name);
    if (twin) faults.push({ file: read.flow.file, path: "flow", message: `flow "${read.flow.name}" is also in ${twin.file}: give one another name` });
    else flows.set(read.flow.name, read.flow);
  }
  return { flows, faults };
};

/** One flow from its YAML. `file` is only for messages. */
export const readFlow = (yaml: string, file: string): { flow?: Flow; faults: Fault[] } => {
  const document = parseDocument(yaml);
  if (document.errors.length) {
    return { faults: document.errors.map(({ message }) => ({ file, path: "", message: message.split("\n")[0]! })) };
  }
  const parsed = flowFile.safeParse(document.toJS());
  if (parsed.success) return compile(parsed.data, file);
  return { faults: parsed.error.issues.map(({ path, message }) => ({ file, path: path.join(".").replace(/\.verb$/, ""), message })) };
};

const compile = (read: FlowFile, file: string): { flow: Flow; faults: Fault[] } => {
  const { steps, faults } = named(read.steps, file);
  const questions = steps.flatMap(questionsOf);
  const hash = createHash("sha256").update(JSON.stringify([read.flow, read.given, steps])).digest("hex").slice(0, 12);
  const flow: Flow = { name: read.flow, file, given: read.given, keeps: read.keeps, citizenOnly: read.citizenOnly, hash, steps, questions };
  if (read.aside) flow.aside = read.aside;
  if (read.intent) flow.intent = read.intent;
  if (read.examples) flow.examples = read.examples;
  return { flow, faults };
};

/** Gives every step an id: its own, else its slot, else its verb and what it names, numbered when taken. */
const named = (read: StepRead[], file: string): { steps: Step[]; faults: Fault[] } => {
  const faults: Fault[] = [];
  const taken = new Set<string>();
  read.forEach(({ id }, index) => {
    if (id && taken.has(id)) faults.push({ file, path: `steps.${index}.id`, message: `two steps are called "${id}": rename one` });
    if (id && reserved.has(id)) faults.push({ file, path: `steps.${index}.id`, message: `"${id}" is a reserved target: choose another id` });
    if (id) taken.add(id);
  });
  const free = (wanted: string): string => {
    let id = wanted;
    for (let n = 2; taken.has(id) || reserved.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    return id;
  };
  return { steps: read.map((step) => ({ ...step, id: step.id ?? free(derived(step)) })), faults };
};

/** Targets that are not steps. */
export const reserved: ReadonlySet<string> = new Set(["end", "to-person", "change"]);

const derived = (step: StepRead): string => {
  switch (step.verb) {
    case "ask": return step.ask;
    case "choose": return step.choose;
    case "form": return "form";
    case "say": return `say-${step.say}`;
    case "call": return `call-${step.call.replace(".", "-")}`;
    case "branch": return `branch-${step.branch}`;
    case "goto": return `goto-${step.goto.replace(":", "-")}`;
    case "handoff": return `handoff-${step.handoff}`;
  }
};

const questionsOf = (step: Step, index: number): Question[] => {
  switch (step.verb) {
    case "ask":
      return [{ slot: step.ask, position: { step: step.id }, index, rule: ruleOf(step) }];
    case "choose":
      return [{ slot: step.choose, position: { step: step.id }, index, rule: { as: "choice", optional: step.optional, find: false } }];
    case "form":
      return Object.entries(step.form).map(([slot, field]) => (
        { slot, position: { step: step.id, field: slot }, index, rule: ruleOf(field) }
      ));
    default:
      return [];
  }
};

const ruleOf = ({ as, min, max, optional, find, offer }: Pick<StepOf<"ask">, keyof Rule>): Rule => ({
  as, optional, find, ...(offer !== undefined && { offer }), ...(min !== undefined && { min }), ...(max !== undefined && { max }),
});
