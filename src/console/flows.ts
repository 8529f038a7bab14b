import { join } from "node:path";
import { readConfig } from "../config.ts";
import { openDb, type Db } from "../db/open.ts";
import { edgesOf } from "../flow/check/graph.ts";
import { targetsOf } from "../flow/check/targets.ts";
import type { Flow, Step } from "../flow/flow.ts";
import { loadFlows } from "../flow/load.ts";
import { createLog } from "../log.ts";

/** How often a flow was left at a step, by silence or by a cancel. */
export type Left = Map<string, number>;

/** A flow as a Mermaid diagram; a step where people left says how many. */
export const diagramOf = (flow: Flow, left: Left): string => {
  const nodes = flow.steps.map((step) => `  ${nodeOf(step, left.get(`${flow.name} ${step.id}`))}`);
  const edges = edgesOf(flow).flatMap((nexts, index) => nexts.flatMap((next) => edgesTo(flow, index, next)));
  return ["```mermaid", "flowchart TD", `  %% ${flow.name}`, ...nodes, ...edges.map((edge) => `  ${edge}`), "```"].join("\n");
};

const edgesTo = (flow: Flow, index: number, next: number): string[] => {
  const step = flow.steps[index]!;
  const to = flow.steps[next]?.id;
  const words = targetsOf(step).filter(([, target]) => (to === undefined ? !flow.steps.some(({ id }) => id === target) : target === to));
  const outs = words.length > 0 ? words : [["", "end"] as const];
  return outs.map(([path, target]) => `${idOf(step.id)} -->${labelOf(path)} ${to === undefined ? wayOut(target) : idOf(to)}`);
};

const nodeOf = ({ id, verb }: Step, left: number | undefined): string => {
  const words = left ? `${id}<br>left here: ${left}` : id;
  if (verb === "ask" || verb === "form") return `${idOf(id)}[/"${words}"/]`;
  if (verb === "choose" || verb === "branch") return `${idOf(id)}{"${words}"}`;
  return verb === "call" ? `${idOf(id)}[["${words}"]]` : `${idOf(id)}["${words}"]`;
};

/** A step may be called like a word of Mermaid's own, such as "class"; with this before it, it is none. */
const idOf = (step: string): string => `s_${step.replaceAll("-", "_")}`;

const wayOut = (target: string): string => `out_${target.replace(/[:-]/g, "_")}(["${target}"])`;

const labelOf = (path: string): string => (path.startsWith("to.") ? `|"${path.slice(3)}"|` : "");

export const leftAt = async (db: Db): Promise<Left> => {
  const rows = await db.selectFrom("turn").select(["flow", "step"]).select(({ fn }) => fn.countAll<string>().as("count"))
    .where("outcome", "in", ["flow-abandoned", "repaired-cancel"]).where("flow", "is not", null).groupBy(["flow", "step"]).execute();
  return new Map(rows.map(({ flow, step, count }) => [`${flow} ${step}`, Number(count)]));
};

if (import.meta.main) {
  const { databaseUrl, dataDir, logLevel } = readConfig();
  const log = createLog(logLevel === "info" ? "error" : logLevel);
  const left = await openDb({ databaseUrl, dataDir, log }).then(
    async (open) => leftAt(open.db).finally(open.close),
    (fault: unknown) => {
      console.error(`no drop-off counts: ${fault instanceof Error ? fault.message : String(fault)}`);
      return new Map<string, number>();
    });
  const { flows } = loadFlows(join(import.meta.dirname, "../../flows"));
  for (const flow of flows.values()) console.log(`## ${flow.name}\n\n${diagramOf(flow, left)}\n`);
}
