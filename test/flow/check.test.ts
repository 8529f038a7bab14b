import { describe, expect, test } from "vitest";
import { type ActionFace, checkFlows, type TextsFace } from "../../src/flow/check.ts";
import { engineTexts } from "../../src/flow/check/engine-texts.ts";
import { readFlow } from "../../src/flow/load.ts";
import { flowOf } from "./talk.ts";

const actions: Record<string, ActionFace> = {
  "cases.file": { needs: ["kind"], sets: ["radicado"], words: ["unavailable"] },
  "cases.list": { sets: ["options"] },
};

type Texts = Record<string, string>;
const textsOf = (es: Texts, en: Texts = es): TextsFace => {
  const general = Object.fromEntries(engineTexts.map((key) => [key, ""]));
  const all = { es: { ...general, ...es }, en: { ...general, ...en } };
  return {
    has: (key, locale) => key in all[locale],
    keys: (locale) => Object.keys(all[locale]),
    paramsOf: (key, locale) => [...(all[locale][key] ?? "").matchAll(/\{\{([\w-]+)\}\}/g)].map((match) => match[1]!),
  };
};
const wellWritten = {
  "f.title": "", "f.kind.ask": "", "f.kind.a": "", "f.kind.b": "", "f.receipt": "{{radicado}}",
};
const sound = `
flow: f
steps:
  - choose: kind
    from: [a, b]
    to: { b: end }
  - call: cases.file
    to: { unavailable: to-person }
  - say: receipt
`;
const messages = (yaml: string, texts: TextsFace = textsOf(wellWritten)) =>
  checkFlows({ flows: new Map([["f", flowOf(yaml)]]), texts, actions, queues: ["general"] }).map(({ message }) => message);

test("sound content has no fault", () => {
  expect(messages(sound)).toEqual([]);
});

describe("a file that cannot be read tells where and why", () => {
  test.each([
    ["flow: f\nsteps: [{ shout: hello }]", "steps.0", /one verb: say, ask/],
    ["flow: f\nsteps: [{ ask: a, as: emial }]", "steps.0.as", /no validator called "emial" \(validators: text,/],
    ["flow: f\nsteps: [{ say: a, ask: b }]", "steps.0", /"ask"/],
    ["flow: f\nsteps: [{ choose: a, from: 7.5 }]", "steps.0.from.slot", /lower case/],
    ["flow: f\nsteps: [{ id: end, say: a }]", "steps.0.id", /reserved/],
    ["flow: f\nsteps: [{ id: x, say: a }, { id: x, say: b }]", "steps.1.id", /two steps/],
    ["flow: f\nsteps: []", "steps", /./],
    ["flow: [", "", /./],
  ])("%s", (yaml, path, message) => {
    const { faults } = readFlow(yaml, "f.yaml");
    expect(faults[0]).toMatchObject({ file: "f.yaml", path });
    expect(faults[0]!.message).toMatch(message);
  });
});

describe("each fault is named", () => {
  const fault = (from: string, to: string) => messages(sound.replace(from, to)).join("\n");
  test.each([
    ["unknown step", "b: end", "b: recipt", /no step called "recipt" \(steps: kind, call-cases-file, say-receipt\)/],
    ["unknown flow", "b: end", "b: flow:g", /no flow called "g" \(flows: f\)/],
    ["unknown option", "b: end", "c: end", /"c" never comes \(options: a, b\)/],
    ["unknown action", "call: cases.file", "call: cases.burn", /no action called "cases.burn" \(actions: cases.file, cases.list\)/],
    ["unknown word", "unavailable:", "full:", /"full" never comes \(words of cases.file: unavailable\)/],
    ["unknown queue", "- say: receipt", "- handoff: legal", /no queue called "legal" \(queues: general\)/],
    ["slot of no step", "from: [a, b]\n    to: { b: end }", "from: options", /uses slot "options"/],
    ["needed slot", "choose: kind", "choose: sort", /action cases.file uses slot "kind"/],
    ["branch on nothing", "- say: receipt", "- { branch: mood, to: { good: end } }", /the branch uses slot "mood"/],
    ["offer that does not fit", "- say: receipt", "- { ask: city, as: city, offer: [bogota, nowhere] }", /"nowhere" is offered for slot "city", but it is no city/],
    ["unreachable step", "- say: receipt", "- goto: end\n  - say: receipt", /step "say-receipt" cannot be reached/],
    ["no way out", "- say: receipt", "- { id: r, ask: city, as: city }\n  - goto: r", /from step "r" no end can be reached/],
    ["silent round", "- say: receipt", "- id: r\n    say: receipt\n  - { branch: kind, to: { a: r } }", /comes back to itself without a question/],
    ["missing text", "say: receipt", "say: recept", /text "f.recept" is missing in es: did you mean "f.receipt"\?/],
    ["unused text", "- say: receipt", "- goto: end", /text "f.receipt" is used by no step/],
    ["slot asked twice", "- say: receipt", "- { ask: kind, as: text }", /slot "kind" is asked by two steps/],
    ["option called ask", "[a, b]", "[a, b, ask]", /no option may be called "ask"/],
    ["intent without examples", "flow: f", "flow: f\nintent: x", /0 examples/],
  ])("%s", (_name, from, to, expected) => expect(fault(from, to)).toMatch(expected));

  test("a text or a param that one language lacks", () => {
    const without = Object.fromEntries(Object.entries(wellWritten).filter(([key]) => key !== "f.receipt"));
    expect(messages(sound, textsOf(wellWritten, without)).join("\n")).toMatch(/text "f.receipt" is missing in en/);
    expect(messages(sound, textsOf(wellWritten, { ...wellWritten, "f.receipt": "" })).join("\n")).toMatch(/has \{\{radicado\}\} in es but not in en/);
  });

  test("a text with a param that nothing sets", () => {
    expect(messages(sound, textsOf({ ...wellWritten, "f.receipt": "{{due}}" })).join("\n")).toMatch(/text "f.receipt" uses slot "due"/);
  });

  test("an intent that two flows claim", () => {
    const twin = (name: string) => flowOf(`flow: ${name}\nintent: same\nsteps: [{ handoff: general }]`);
    const faults = checkFlows({ flows: new Map([["f", twin("f")], ["g", twin("g")]]), texts: textsOf({ "f.title": "", "g.title": "" }), actions, queues: ["general"] });
    expect(faults.map(({ message }) => message).join("\n")).toMatch(/intent "same" is also that of flow "g"/);
  });
});
