import type { Fault } from "../fault.ts";
import { assemble, type Knowledge } from "./content/assemble.ts";
import { readFolder } from "./content/folder.ts";

export type { Knowledge } from "./content/assemble.ts";
export { checkKnowledge } from "./check.ts";

/** Reads a knowledge folder. What is faulty is left out and named in `faults`; the rest can be used. */
export const loadKnowledge = (dir: string): { knowledge: Knowledge; faults: Fault[] } => {
  const faults: Fault[] = [];
  const content = readFolder(dir, faults);
  return { knowledge: assemble(content), faults };
};
