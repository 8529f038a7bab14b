import type { Fault } from "../../fault.ts";
import type { Flow } from "../flow.ts";

/** A fault of a flow, at a path of its file. */
export const faultAt = (flow: Flow, path: string, message: string): Fault => (
  { file: flow.file, path, message: `flow "${flow.name}": ${message}` }
);

/** "(steps: receipt, summary)", so that the way out stands in the message. */
export const among = (what: string, known: Iterable<string>): string => `(${what}: ${[...known].join(", ") || "none"})`;
