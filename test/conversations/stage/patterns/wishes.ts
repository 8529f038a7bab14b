import { expect } from "vitest";
import type { Bilingual } from "../../../../src/locale.ts";
import { expectAsked, expectSame, type Scene } from "../scene.ts";
import { both, drafts, isText, type Pattern } from "./pattern.ts";

/** What is asked for in the middle: a flow that is not the open one. */
const wished = ({ flow }: Scene): [flow: string, words: Bilingual] =>
  flow.name === "goodbye" ? ["contact", both("dirección de las oficinas", "office addresses")]
    : ["goodbye", both("quiero calificar la atención", "I want to rate the service")];

const question = both("¿Cuántos días tienen para responder mi petición?", "How many days do they have to answer my petition?");
/** `near`: words that ask for two things so near that one must ask which. `lookalikes`: a question about several. */
export type Found = { near: Bilingual; lookalikes: Bilingual };

/** Something else in the middle. */
export const wishes = ({ near, lookalikes }: Found): Pattern[] => [
  { name: "a question in between", play: async (scene) => {
    let got = await scene.say(question);
    const knowsItself = scene.flow.aside !== undefined && got.outcome === "repaired-digression";
    if (scene.fresh && !isText(scene) && !knowsItself) {
      expect(got.outcome).toBe("answered");
      return expect(got.state.cursor).toBeNull();
    }
    if (isText(scene) && !knowsItself) {
      expect(got.outcome).toBe("repaired-clarification");
      expectSame(scene, got.state);
      got = await scene.say({ choice: "heard:question" });
    }
    expect(got.outcome).toBe("repaired-digression");
    expect(got.refs).toContain("repair.digression");
    expectAsked(scene, got);
  } },
  { name: "a question in between that needs telling apart", applies: (scene) => !isText(scene) && !scene.fresh, play: async (scene) => {
    const which = await scene.say(lookalikes);
    // What a flow is about, or answers of itself, needs no telling apart: that one is meant.
    const knowsWhich = typeof scene.cursor.slots["service"] === "string" || scene.flow.aside !== undefined;
    if (which.outcome === "repaired-digression" && knowsWhich) return expectAsked(scene, which);
    expect(which.outcome).toBe("repaired-clarification");
    expectSame(scene, which.state);
    const got = await scene.say({ choice: which.choices[0]! });
    expect(got.outcome).toBe("repaired-digression");
    expectAsked(scene, got);
  } },
  { name: "a question that is an answer", applies: isText, play: async (scene) => {
    // Where the flow answers it at once, whoever writes it again means it.
    if ((await scene.say(question)).outcome === "repaired-digression") await scene.say(question);
    const got = await scene.say(both("es mi respuesta", "it is my answer"));
    expect(["flow-continued", "flow-completed"]).toContain(got.outcome);
    const isLeftBehind = got.state.cursor?.trail.every(({ step }) => step !== scene.question.position.step);
    if (got.state.cursor && !isLeftBehind) expect(got.state.cursor.slots[scene.question.slot]).toBe(question[scene.locale]);
  } },
  { name: "another wish, finish first", play: async (scene) => {
    const [wanted, words] = wished(scene);
    const got = await scene.say(words);
    if (scene.fresh && !isText(scene)) return expect(got.state.cursor?.flow).toBe(wanted);
    expect(got.outcome).toBe("repaired-clarification");
    expectSame(scene, got.state);
    if (isText(scene)) {
      const taken = await scene.say({ choice: "heard:answer" });
      return expect(["flow-continued", "flow-completed"]).toContain(taken.outcome);
    }
    const first = await scene.say({ choice: `finish:${wanted}` });
    expect(first.state.wish).toBe(wanted);
    expectAsked(scene, first);
  } },
  { name: "another wish, left for later and resumed", applies: ({ fresh }) => !fresh, play: async (scene) => {
    const [wanted, words] = wished(scene);
    expect((await scene.say(words)).outcome).toBe("repaired-clarification");
    const left = await scene.say({ choice: `flow:${wanted}` });
    expect(left.state.cursor?.flow).toBe(wanted);
    expect(drafts(left.state)).toEqual(scene.kept ? [scene.flow.name] : []);
    const done = await scene.say({ choice: wanted === "goodbye" ? "5" : "done" });
    expect(done.outcome).toBe("flow-completed");
    expect(done.choices.includes(`resume:${scene.flow.name}`)).toBe(scene.kept);
    if (!scene.kept) return;
    const back = await scene.say(both("sí, seguir", "yes, go on"));
    expect(back.outcome).toBe("repaired-resume");
    expectAsked(scene, back);
  } },
  { name: "clarification between two wishes", applies: (scene) => !isText(scene) && scene.question.rule.as !== "number", play: async (scene) => {
    const got = await scene.say(near);
    expect(got.outcome).toBe("repaired-clarification");
    expect(got.choices.length).toBeGreaterThan(1);
    expectSame(scene, got.state);
  } },
];
