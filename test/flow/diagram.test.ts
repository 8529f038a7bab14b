import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagramOf } from "../../src/console/flows.ts";
import { loadFlows } from "../../src/flow/load.ts";
import { flowOf } from "./talk.ts";

const id = "[A-Za-z]\\w*";
const label = "\"[^\"`|\\[\\]{}]+\"";
const shape = `(?:\\[/${label}/\\]|\\{${label}\\}|\\[\\[${label}\\]\\]|\\[${label}\\])`;
const node = new RegExp(`^  (${id})(${shape})$`);
const edge = new RegExp(`^  (${id}) -->(?:\\|${label}\\|)? (?:(${id})|(out_\\w+)\\(\\[${label}\\]\\))$`);
/** What Mermaid reads as its own words where a node is expected. */
const reserved = /^(?:end|graph|flowchart|subgraph|style|linkStyle|class|classDef|click|default|direction|href|call)$/;

/** What keeps a diagram from being one that Mermaid reads. */
const faultsOf = (diagram: string): string[] => {
  const lines = diagram.split("\n");
  const [open, head, comment, ...rest] = lines;
  const body = rest.slice(0, -1);
  const nodes = body.flatMap((line) => node.exec(line)?.[1] ?? []);
  const edges = body.flatMap((line) => { const found = edge.exec(line); return found ? [[found[1]!, found[2] ?? found[3]!] as const] : []; });
  return [
    ...(open === "```mermaid" && head === "flowchart TD" && /^ {2}%% \S+$/.test(comment ?? "") && rest.at(-1) === "```" ? [] : ["no frame"]),
    ...body.filter((line) => !node.test(line) && !edge.test(line)).map((line) => `cannot be read: ${line}`),
    ...nodes.filter((name, i) => reserved.test(name) || nodes.indexOf(name) !== i).map((name) => `reserved or twice: ${name}`),
    ...edges.flat().filter((name) => !nodes.includes(name) && !name.startsWith("out_")).map((name) => `leads nowhere: ${name}`),
    ...nodes.filter((name) => !edges.flat().includes(name)).map((name) => `is joined to nothing: ${name}`),
  ];
};

const { flows } = loadFlows(join(import.meta.dirname, "../../flows"));

describe("the diagram of a flow", () => {
  test.each([...flows.values()].map((flow) => [flow.name, flow] as const))("%s can be read, with every step in it", (_name, flow) => {
    const diagram = diagramOf(flow, new Map([[`${flow.name} ${flow.steps[0]!.id}`, 7]]));
    expect(faultsOf(diagram)).toEqual([]);
    for (const step of flow.steps) expect(diagram).toContain(`"${step.id}`);
    expect(diagram.match(/left here: 7/g)).toHaveLength(1);
  });

  test("is legal for steps called like Mermaid's own words, and for every way out", () => {
    const flow = flowOf("flow: f\nsteps:\n  - { choose: class, from: [graph, end, a], to: { graph: style, end: end, a: to-person } }\n  - { id: style, say: click }\n  - { id: subgraph, ask: default, as: text }\n  - goto: flow:g");
    expect(faultsOf(diagramOf(flow, new Map()))).toEqual([]);
  });

  test("one that is not legal is found out", () => {
    expect(faultsOf("```mermaid\nflowchart TD\n  %% f\n  end[\"x\"]\n  a --> b\n  c{x}\n```")).toHaveLength(5);
  });
});
