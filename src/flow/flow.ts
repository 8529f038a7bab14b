import type { Locale } from "../locale.ts";
import type { StepRead } from "./schema.ts";
import type { ValidatorName } from "./slots/names.ts";
import type { Position } from "./types.ts";

/** A flow as it is run: every step has its id, every question its rule. */
export type Flow = {
  name: string;
  file: string;
  intent?: string;
  examples?: Record<Locale, string[]>;
  given: string[];
  /** The slots that are known when it is begun once more. */
  keeps: string[];
  /** The action that answers questions about this flow itself. */
  aside?: string;
  /** An advisor cannot run it on somebody's behalf. */
  citizenOnly: boolean;
  /** Of the structure: changes when routing changes, not when a text does. */
  hash: string;
  steps: Step[];
  /** In the order of the file; a slot is asked by one question. */
  questions: Question[];
};

export type Step = StepRead & { id: string };
export type StepOf<V extends Step["verb"]> = Extract<Step, { verb: V }>;

export type Rule = { as: ValidatorName | "choice"; min?: number; max?: number; optional: boolean; find: boolean; offer?: string[] };

/** `index` is the place of its step in `flow.steps`. */
export type Question = { slot: string; position: Position; index: number; rule: Rule };

/** Throws when there is no such step. */
export const indexOf = (flow: Flow, id: string): number => {
  const index = flow.steps.findIndex((step) => step.id === id);
  if (index >= 0) return index;
  const known = flow.steps.map((step) => step.id).join(", ");
  throw new Error(`flow "${flow.name}": no step called "${id}" (steps: ${known})`);
};

export const questionAt = (flow: Flow, at: Position): Question | undefined =>
  flow.questions.find(({ position }) => samePosition(position, at));

export const questionOf = (flow: Flow, slot: string): Question | undefined =>
  flow.questions.find((question) => question.slot === slot);

export const samePosition = (a: Position, b: Position): boolean => a.step === b.step && a.field === b.field;
