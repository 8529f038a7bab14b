import { advance } from "../../src/flow/advance.ts";
import type { Flow } from "../../src/flow/flow.ts";
import { readFlow } from "../../src/flow/load.ts";
import type {
  ActionResult, Choice, Cursor, FlowContext, FlowInput, FlowResult, Slots, Utterance,
} from "../../src/flow/types.ts";
import type { Locale } from "../../src/locale.ts";

/** A Monday morning in Bogotá. */
export const now = new Date("2026-11-23T15:00:00Z");

export type ActionTable = Record<string, (slots: Slots) => ActionResult>;

/** What the flow may ask of the outside: actions given by the test; titles that are the last word of their key. */
export const contextOf = (actions: ActionTable = {}, more: Partial<FlowContext> = {}): FlowContext => ({
  locale: "es",
  now,
  title: (title: Choice["title"], locale: Locale) => ("both" in title ? title.both[locale] : title.key.split(".").at(-1)!),
  has: () => false,
  call: async (name, slots) => {
    const action = actions[name];
    if (!action) throw new Error(`the test gives no action "${name}"`);
    return Promise.resolve(action(slots));
  },
  ...more,
});

/** A flow from its YAML; throws with all faults when there are any. */
export const flowOf = (yaml: string): Flow => {
  const { flow, faults } = readFlow(yaml, "inline.yaml");
  if (!flow || faults.length) throw new Error(faults.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return flow;
};

/** A conversation with one flow. A string is typed, `{press}` is a button, anything else is the input itself. */
export const talk = (flow: Flow, context: FlowContext = contextOf()) => {
  let cursor: Cursor | null = null;
  const calls: FlowResult[] = [];
  const say = async (input: string | { press: string } | FlowInput, by: Flow = flow): Promise<FlowResult> => {
    const given: FlowInput = typeof input === "string" ? { kind: "answer", text: input }
      : "press" in input ? { kind: "answer", text: "", choice: input.press } : input;
    const result = await advance(by, cursor, given, context);
    cursor = JSON.parse(JSON.stringify(result.cursor)) as Cursor;
    calls.push(result);
    return result;
  };
  return { say, cursor: () => cursor!, last: () => calls.at(-1)! };
};

export const keys = ({ says }: { says: Utterance[] }): string[] =>
  says.map((utterance) => ("key" in utterance ? utterance.key : utterance.content));
