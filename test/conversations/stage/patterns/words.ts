import { expect } from "vitest";
import type { Bilingual } from "../../../../src/locale.ts";
import { openOptions } from "../../../../src/flow/open.ts";
import { unfit } from "../samples.ts";
import { expectAsked, expectSame, type Scene } from "../scene.ts";
import { faultWord } from "../stage.ts";
import { both, isChoice, type Pattern } from "./pattern.ts";

const chitchat = (name: string, words: Bilingual): Pattern => ({
  name,
  play: async (scene) => {
    const got = await scene.say(words);
    expect(got.outcome).toBe("repaired-chitchat");
    expectAsked(scene, got);
  },
});

/** What is said to the bot rather than answered, and what it cannot take. */
export const words: Pattern[] = [
  chitchat("greeting", both("hola", "hello")),
  chitchat("thanks", both("muchas gracias", "thank you")),
  chitchat("goodbye", both("adiós", "goodbye")),
  chitchat("chit-chat", both("¿cómo estás?", "how are you?")),
  { name: "insult, twice", play: async (scene) => {
    const first = await scene.say(both("eres un inútil", "you are useless"));
    expect(first.outcome).toBe("repaired-chitchat");
    expectAsked(scene, first);
    const second = await scene.say(both("bot idiota", "stupid bot"));
    expect(second.refs[0]).toBe("repair.offer-person");
    expect(second.choices).toContain("person");
    expectAsked(scene, second);
  } },
  { name: "not understood, twice", play: async (scene) => {
    const first = await scene.say(both("no entiendo", "I don't understand"));
    expect(first.outcome).toBe("repaired-clarification");
    expect(first.refs[1]).toBe(isChoice(scene) ? "repair.options" : `repair.example.${scene.question.rule.as}`);
    expectAsked(scene, first);
    const second = await scene.say(both("sigo sin entender", "I don't get it"));
    expect(second.choices).toContain("person");
    expectAsked(scene, second);
  } },
  { name: "an answer that does not fit, three times", applies: ({ question: { rule } }) => rule.as !== "text" || (rule.min ?? 1) > 1, play: async (scene) => {
    for (const attempt of [1, 2, 3]) {
      const got = await scene.say({ text: unfit[scene.question.rule.as] });
      expect(got.outcome).toBe("repaired-invalid");
      expect(got.choices.includes("person") || (scene.flow.name === "welcome" && attempt < 3)).toBe(attempt === 3 || scene.flow.name === "welcome" || choosesPerson(scene));
      expectAsked(scene, got);
    }
  } },
  { name: "a person", play: async (scene) => {
    const got = await scene.say(both("quiero hablar con una persona de verdad", "I want to talk to a real person"));
    expect(got.outcome).toBe("handed-off-requested");
    expectSame(scene, got.state);
    expectAsked(scene, await scene.say({ choice: "repeat" }));
  } },
  { name: "danger", play: async (scene) => {
    const got = await scene.say(both("me quiero suicidar", "I want to kill myself"));
    expect(got.outcome).toBe("danger-self-harm");
    expectSame(scene, got.state);
  } },
  { name: "internal fault", play: async (scene) => {
    const got = await scene.say({ text: faultWord });
    expect(got.outcome).toBe("failed");
    expect(got.refs).toEqual(["repair.fault"]);
    expectSame(scene, got.state);
    expectAsked(scene, await scene.say({ choice: "repeat" }));
  } },
];

const choosesPerson = ({ flow, cursor, question }: Scene): boolean =>
  question.rule.as === "choice" && openOptions(flow, cursor).some(({ value }) => value === "person");
