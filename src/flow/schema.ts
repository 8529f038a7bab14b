import { z } from "zod";
import { validatorNames } from "./slots/names.ts";

const verbs = ["say", "ask", "choose", "form", "call", "branch", "goto", "handoff"] as const;

const word = z.coerce.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write a word in lower case, like-this");
const target = z.string().regex(/^(flow:)?[a-z0-9]+(-[a-z0-9]+)*$/, "write the id of a step, `end`, `to-person` or `flow:<name>`");
const action = z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/, "write an action as `office.action`");
const to = z.record(word, target);
const id = word.optional();

const rule = {
  as: z.enum(validatorNames, { error: ({ input }) => `no validator called "${String(input)}" (validators: ${validatorNames.join(", ")})` }),
  min: z.number().optional(),
  max: z.number().optional(),
  optional: z.boolean().default(false),
  find: z.boolean().default(true),
  offer: z.array(word).min(1).optional(),
};

const from = z.preprocess(
  (given) => (Array.isArray(given) ? { list: given } : { slot: given }),
  z.union([z.strictObject({ list: z.array(word).min(1) }), z.strictObject({ slot: word })], {
    error: "write a list of words, or the name of a slot that holds the options",
  }),
);

const step = z.preprocess(
  withVerb,
  z.discriminatedUnion(
    "verb",
    [
      z.strictObject({ verb: z.literal("say"), id, say: word }),
      z.strictObject({ verb: z.literal("ask"), id, ask: word, ...rule }),
      z.strictObject({ verb: z.literal("choose"), id, choose: word, from, to: to.default({}), optional: z.boolean().default(false) }),
      z.strictObject({ verb: z.literal("form"), id, form: z.record(word, z.strictObject(rule)) }),
      z.strictObject({ verb: z.literal("call"), id, call: action, to: to.default({}), final: z.boolean().default(false) }),
      z.strictObject({ verb: z.literal("branch"), id, branch: word, to, else: target.optional() }),
      z.strictObject({ verb: z.literal("goto"), id, goto: target, keep: z.boolean().default(false) }),
      z.strictObject({ verb: z.literal("handoff"), id, handoff: word }),
    ],
    { error: `a step has one verb: ${verbs.join(", ")}` },
  ),
);

/**
 * A flow file. Besides what DESIGN names: `given` lists the slots that a start may bring along, and `final: true`
 * on a call says that what it did cannot be taken back (nothing before it is corrected or returned to). `offer` lists
 * likely answers to a written question, as buttons; any other that fits is taken too. `keep: true` on a goto goes back with all
 * that was told: only what actions found from there on, and the answers that led here, are taken back. `citizenOnly`: nobody else runs it for them.
 * `aside` names an action that answers questions about the flow itself ("who sees this?"), given the words as slot `said`.
 * `keeps` lists the answers that are known when it is begun once more in the same conversation.
 */
export const flowFile = z.strictObject({
  flow: word,
  intent: z.string().optional(),
  examples: z.strictObject({ es: z.array(z.string()), en: z.array(z.string()) }).optional(),
  given: z.array(word).default([]),
  aside: action.optional(),
  keeps: z.array(word).default([]),
  citizenOnly: z.boolean().default(false),
  steps: z.array(step).min(1),
});

export type FlowFile = z.infer<typeof flowFile>;
export type StepRead = FlowFile["steps"][number];

/** Says which verb a step has, so that a fault is told about that verb only. */
function withVerb(given: unknown): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  return { ...given, verb: verbs.find((verb) => verb in given) };
}
