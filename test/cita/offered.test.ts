import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/answers/knowledge.ts";
import { loadFlows } from "../../src/flow/load.ts";

const root = join(import.meta.dirname, "../..");

test("every flow that a service offers is there", () => {
  const { flows } = loadFlows(join(root, "flows"));
  const offered = loadKnowledge(join(root, "knowledge")).knowledge.services.flatMap(({ flow }) => flow ?? []);
  expect(offered).toContain("book-appointment");
  expect(offered.filter((flow) => !flows.has(flow))).toEqual([]);
});
