import { expect, test } from "vitest";
import { withDanger } from "../../src/conversation/handlers/danger-after.ts";
import type { Outcome } from "../../src/conversation/message.ts";
import type { Turn } from "../../src/conversation/respond.ts";
import type { Response } from "../../src/conversation/response.ts";
import { emptyState, type ConversationState } from "../../src/conversation/state.ts";
import type { Understood } from "../../src/understanding/types.ts";

const turnOf = (state: Partial<ConversationState>, understood: Partial<Understood>) => ({
  state: { ...emptyState(), ...state }, understood, inbound: { text: "estoy en Bogotá" }, flowContext: { title: () => "" },
  parts: { flows: new Map(), care: { read: () => ({ place: "unsaid", who: "unsaid", paper: "unsaid", tells: false }) } },
}) as unknown as Turn;

const response = (outcome: Outcome, key: string): Response => ({ says: [{ key }], state: emptyState(), locale: "es", outcome, detail: {} });
const keys = ({ says }: Response) => says.map((said) => ("key" in said ? said.key : ""));
const after = (turn: Turn, outcome: Outcome = "flow-continued", key = "find-route.who.ask") => withDanger(turn, response(outcome, key));

test("the gentle line is given once, and again only when five replies have passed", async () => {
  const first = await after(turnOf({}, { perhaps: "threat" }));
  let { state } = first;
  expect(keys(first)[0]).toBe("danger.perhaps-threat");
  for (let reply = 0; reply < 5; reply++) {
    const next = await after(turnOf(state, { perhaps: "threat" }));
    expect(keys(next)).toEqual(["find-route.who.ask"]);
    ({ state } = next);
  }
  expect(keys(await after(turnOf(state, {})))).toEqual(["find-route.who.ask"]);
  ({ state } = await after(turnOf(state, {})));
  expect(keys(await after(turnOf(state, { perhaps: "threat" })))[0]).toBe("danger.perhaps-threat");
});

test("after the text of a danger its gentle line is not given, another's is", async () => {
  const { state } = await after(turnOf({}, {}), "danger-violence", "danger.violence");
  expect(state.danger).toBe("violence");
  expect(keys(await after(turnOf(state, { perhaps: "violence" })))).toEqual(["find-route.who.ask"]);
  expect(keys(await after(turnOf(state, { perhaps: "medical" })))[0]).toBe("danger.perhaps-medical");
});

test.each([["flow-completed", {}], ["answered", { denied: "other" }]] as const)("a danger is over when %s %j", async (outcome, understood) => {
  const { state } = await after(turnOf({ danger: "violence", warned: [{ danger: "violence", ago: 1 }] }, understood), outcome);
  expect(state.danger).toBeUndefined();
  expect(state.warned).toEqual([{ danger: "violence", ago: 2 }]);
});

test("a refusal and an answer keep the way to a person", async () => {
  const { says, state } = await after(turnOf({ danger: "violence", warned: [{ danger: "violence", ago: 0 }] }, {}), "refused-out-of-scope", "refusal.out-of-scope");
  expect(says.at(-1)?.choices?.map(({ value }) => value)).toContain("person");
  expect(state.offered.map(({ value }) => value)).toContain("person");
});
