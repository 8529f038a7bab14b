import { expect } from "vitest";
import type { AttachmentKind } from "../../../src/flow/types.ts";
import type { Bilingual } from "../../../src/locale.ts";
import { expectAsked, expectSame, titlesOf, type Scene } from "./scene.ts";
import { samples, unfit } from "./samples.ts";
import { faultWord } from "./stage.ts";

/** A way in which a conversation leaves the straight road; `applies` says at which questions it can. */
export type Pattern = { name: string; applies?: (scene: Scene) => boolean; play: (scene: Scene) => Promise<void> };

const day = 86_400_000;
const both = (es: string, en: string): Bilingual => ({ es, en });
const isText = ({ question }: Scene) => question.rule.as === "text";
const isChoice = ({ question }: Scene) => question.rule.as === "choice";
const last = ({ flow, cursor }: Scene) => flow.questions.find(({ position }) => {
  const at = cursor.trail.at(-1);
  return at && position.step === at.step && position.field === at.field;
});
const drafts = (state: Scene["before"]) => state.paused.map(({ cursor }) => cursor.flow);
const other = (locale: "es" | "en") => (locale === "es" ? "en" : "es");

/** What is asked for in the middle: a flow that is not the open one. */
const wished = ({ flow }: Scene): [flow: string, words: Bilingual] =>
  flow.name === "goodbye" ? ["contact", both("dirección de las oficinas", "office addresses")]
    : ["goodbye", both("quiero calificar la atención", "I want to rate the service")];

const question = both("¿Cuántos días tienen para responder mi petición?", "How many days do they have to answer my petition?");
const lookalikes = both("¿Cuánto cuesta la cédula de extranjería?", "How much does the cédula de extranjería cost?");
const cancelWords = both("ya no quiero seguir", "I changed my mind");

const chitchat = (name: string, words: Bilingual): Pattern => ({
  name,
  play: async (scene) => {
    const got = await scene.say(words);
    expect(got.outcome).toBe("repaired-chitchat");
    expectAsked(scene, got);
  },
});

const unsupported = (kind: AttachmentKind): Pattern => ({
  name: `message type: ${kind}`,
  play: async (scene) => {
    const got = await scene.say({ attachment: { kind } });
    expect(got.outcome).toBe("repaired-unsupported");
    expect(got.refs[0]).toBe(`repair.unsupported.${kind}`);
    expectAsked(scene, got);
  },
});

/** Words that ask for two things at once so that one must ask which; found by `near.ts`. */
export const patterns = (near: Bilingual): Pattern[] => [
  { name: "cancel", play: async (scene) => {
    const got = await scene.say(cancelWords);
    expect(got.outcome).toBe("repaired-cancel");
    expect(got.state.cursor).toBeNull();
    expect(got.refs).toEqual([scene.kept ? "repair.cancel.kept" : "repair.cancel.done"]);
    expect(got.state.paused.map(({ cursor }) => cursor.slots)).toEqual(scene.kept ? [scene.cursor.slots] : []);
  } },
  { name: "cancel, then deleted", applies: ({ kept }) => kept, play: async (scene) => {
    await scene.say(cancelWords);
    const got = await scene.say({ choice: `discard:${scene.flow.name}` });
    expect(got.state.paused).toEqual([]);
    expect(JSON.stringify(got.state)).not.toContain("Ana Ruiz");
  } },
  { name: "back", play: async (scene) => {
    const got = await scene.say(both("atrás", "go back"));
    expect(got.outcome).toBe("repaired-back");
    const before = last(scene);
    if (!before || scene.sealed) {
      expect(got.refs[0]).toBe("repair.nothing-back");
      return expectAsked(scene, got);
    }
    expect(got.state.cursor?.at).toEqual(before.position);
    expect(got.state.cursor?.slots).not.toHaveProperty([before.slot]);
    expect(got.last).toBe(`${scene.flow.name}.${before.slot}.ask`);
  } },
  { name: "start over", play: async (scene) => {
    const got = await scene.say(both("empezar de nuevo", "start over"));
    expect(got.outcome).toBe("repaired-restart");
    expect(got.refs[0]).toBe("repair.restart.done");
    expect(got.state.cursor).toMatchObject({ flow: scene.flow.name, at: scene.flow.questions[0]!.position, trail: [] });
  } },
  { name: "repeat", play: async (scene) => {
    const got = await scene.say(both("repita por favor", "can you repeat"));
    expect(got.outcome).toBe("repaired-repeat");
    expectAsked(scene, got);
  } },
  { name: "help", play: async (scene) => {
    const got = await scene.say(both("¿qué puedes hacer?", "what can you do?"));
    expect(got.outcome).toBe("repaired-help");
    expectAsked(scene, got);
  } },
  { name: "skip", play: async (scene) => {
    const got = await scene.say(both("omitir", "skip"));
    if (!scene.question.rule.optional) {
      expect(got.outcome).toBe("repaired-skip");
      expect(got.refs[0]).toBe("repair.cannot-skip");
      return expectAsked(scene, got);
    }
    expect(["repaired-skip", "flow-completed"]).toContain(got.outcome);
    expect(got.refs[0]).toBe("repair.skip.done");
    expect(got.state.cursor?.at).not.toEqual(scene.cursor.at);
    if (got.state.cursor) expect(got.state.cursor.slots[scene.question.slot]).toBeNull();
  } },
  { name: "menu", play: async (scene) => {
    const got = await scene.say(both("menú principal", "main menu"));
    expect(got.last).toBe("welcome.menu.ask");
    expect(drafts(got.state)).toEqual(scene.kept ? [scene.flow.name] : []);
  } },
  { name: "session start", play: async (scene) => {
    const got = await scene.say({ start: "welcome" });
    expect(got.last).toBe("welcome.menu.ask");
    expect(drafts(got.state)).toEqual(scene.kept ? [scene.flow.name] : []);
  } },
  ...[both("quiero cambiar", "I want to change"), both("", "")].map((lead): Pattern => ({
    name: lead.es ? "correct by name" : "correct: it is wrong", applies: (scene) => Boolean(last(scene)),
    play: (scene) => correctByName(scene, lead[scene.locale]),
  })),
  { name: "correct without a name", applies: (scene) => Boolean(last(scene)), play: async (scene) => {
    const got = await scene.say(both("me equivoqué", "I made a mistake"));
    if (isText(scene) && got.outcome === "flow-continued") throw new Error("taken for an answer");
    expect(got.outcome).toBe("repaired-correction");
    expect(got.choices).toContain(`correct:${last(scene)!.slot}`);
    const again = await scene.say({ choice: "repeat" });
    expectAsked(scene, again);
  } },
  { name: "correct with the new value", applies: ({ cursor }) => typeof cursor.slots["email"] === "string", play: async (scene) => {
    const got = await scene.say(both("mi correo está mal, es eva@otra.org", "my e-mail is wrong, it is eva@otra.org"));
    if (scene.sealed) return expect(got.refs[0]).toBe("repair.too-late");
    const direct = got.state.cursor?.slots["email"] === "eva@otra.org" ? got : await scene.say({ text: "eva@otra.org" });
    expect(direct.state.cursor).toMatchObject({ at: scene.cursor.at, slots: { ...scene.cursor.slots, email: "eva@otra.org" } });
  } },
  { name: "not March, May", applies: ({ cursor }) => typeof cursor.slots["day"] === "string", play: async (scene) => {
    const got = await scene.say(both("no, marzo no, mayo", "not March, May"));
    if (scene.sealed) return expect(got.refs[0]).toBe("repair.too-late");
    expect(got.outcome).toBe("repaired-correction");
    expect(got.state.cursor).toMatchObject({ at: scene.cursor.at, slots: { ...scene.cursor.slots, day: "2027-05-05" } });
    expect(got.last).toBe(scene.asked);
  } },
  { name: "several slots at once", applies: ({ question: { position } }) => position.field === "name", play: async (scene) => {
    const got = await scene.say(both(
      "Me llamo Ana Ruiz, mi correo es ana@correo.co, cédula 1020345678, cel 3001234567 y vivo en Cali",
      "I am Ana Ruiz, my e-mail is ana@correo.co, cc 1020345678, phone 3001234567, I live in Cali"));
    expect(got.outcome).toBe("flow-continued");
    expect(got.state.cursor?.at?.field).toBeUndefined();
    expect(got.state.cursor?.slots).toMatchObject({ name: "Ana Ruiz", email: "ana@correo.co", city: expect.anything() as unknown });
  } },
  { name: "several slots, the asked one missing", applies: ({ question: { position } }) => position.field === "name", play: async (scene) => {
    const got = await scene.say(both("mi correo es ana@correo.co y vivo en Cali", "my e-mail is ana@correo.co and I live in Cali"));
    expect(got.state.cursor?.slots).toMatchObject({ email: "ana@correo.co" });
    expect(got.refs).toEqual(["repair.noted", scene.asked]);
  } },
  { name: "a question in between", play: async (scene) => {
    let got = await scene.say(question);
    if (scene.fresh && !isText(scene)) {
      expect(got.outcome).toBe("answered");
      return expect(got.state.cursor).toBeNull();
    }
    if (isText(scene)) {
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
    expect(which.outcome).toBe("repaired-clarification");
    expectSame(scene, which.state);
    const got = await scene.say({ choice: which.choices[0]! });
    expect(got.outcome).toBe("repaired-digression");
    expectAsked(scene, got);
  } },
  { name: "a question that is an answer", applies: isText, play: async (scene) => {
    await scene.say(question);
    const got = await scene.say(both("es mi respuesta", "it is my answer"));
    expect(["flow-continued", "flow-completed"]).toContain(got.outcome);
    if (got.state.cursor) expect(got.state.cursor.slots[scene.question.slot]).toBe(question[scene.locale]);
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
  ...(["photo", "voice", "video", "document", "sticker", "location", "contact", "other"] as const).map(unsupported),
  { name: "message type: empty", play: async (scene) => {
    const got = await scene.say({ text: " " });
    expect(got.refs[0]).toBe("repair.unsupported.empty");
    expectAsked(scene, got);
  } },
  { name: "message type: too long", play: async (scene) => {
    const got = await scene.say({ text: "la la ".repeat(800) });
    expect(got.refs[0]).toBe("repair.too-long");
    expectAsked(scene, got);
  } },
  { name: "language by command", play: async (scene) => {
    const got = await scene.say(both("in English please", "en español por favor"));
    expect(got.outcome).toBe("repaired-language");
    expect(got.locale).toBe(other(scene.locale));
    expectAsked(scene, got);
  } },
  { name: "language by button, and back", play: async (scene) => {
    for (const locale of [other(scene.locale), scene.locale] as const) {
      const got = await scene.say({ choice: `command:language:${locale}` });
      expect(got.locale).toBe(locale);
      expectAsked(scene, got);
    }
  } },
  { name: "language by writing", play: async (scene) => {
    const got = await scene.say(both("I do not understand the question", "no entiendo la pregunta"));
    expect(got.locale).toBe(other(scene.locale));
    expect(got.last).toBe(scene.asked);
    expectSame(scene, got.state);
  } },
  { name: "an answer of no language keeps the language", applies: ({ question: { rule } }) => ["name", "city", "email", "phone", "document", "radicado"].includes(rule.as), play: async (scene) => {
    const got = await scene.say(scene.question.rule.as === "name" ? both("Mary Johnson", "Rosa Blanca Flores") : samples[scene.question.rule.as as "city"][0]);
    expect(got.outcome).toBe("flow-continued");
    expect(got.locale).toBe(scene.locale);
  } },
  { name: "a choice in the other language", applies: isChoice, play: async (scene) => {
    const titles = titlesOf(scene, other(scene.locale));
    const got = await scene.say({ text: titles[0]! });
    expect(["flow-continued", "flow-completed", "flow-started"]).toContain(got.outcome);
  } },
  { name: "resumed after days", applies: ({ kept }) => kept, play: async (scene) => {
    await scene.say(cancelWords);
    scene.stage.pass(3 * day);
    const got = await scene.say(both("continuar donde iba", "continue where I left off"));
    expect(got.outcome).toBe("repaired-resume");
    expectAsked(scene, got);
  } },
  { name: "resumed too late", applies: ({ kept }) => kept, play: async (scene) => {
    await scene.say(cancelWords);
    scene.stage.pass(8 * day);
    const got = await scene.say(both("continuar donde iba", "continue where I left off"));
    expect(got.refs).toEqual(["repair.resume.expired"]);
    expect(got.state).toMatchObject({ cursor: null, paused: [] });
  } },
  { name: "content changed meanwhile", play: async (scene) => {
    const state = { ...scene.before, cursor: { ...scene.cursor, hash: "before" } };
    await scene.stage.service.db.db.updateTable("conversation").set({ state: JSON.stringify(state) }).where("id", "=", scene.id).execute();
    const got = await scene.say(both("repita por favor", "can you repeat"));
    expect(got.last).toBe(scene.asked);
    expect(got.state.cursor).toMatchObject({ at: scene.cursor.at, slots: scene.cursor.slots, hash: scene.flow.hash });
  } },
  { name: "other channel", play: async (scene) => {
    const told = await scene.say(both("quiero seguir en Telegram", "continue on Telegram"));
    expect(told.outcome).toBe("repaired-channel");
    expectSame(scene, told.state);
    const code = /\*\*([A-Z0-9]{3}-[A-Z0-9]{3})\*\*/.exec(told.text)![1]!;
    const there = `tg-${scene.id}`;
    const { replies, outcome } = await scene.stage.tell(there, { channel: "telegram", text: code.toLowerCase(), locale: other(scene.locale) });
    expect(outcome).toBe("repaired-channel");
    expect(replies.map(({ ref }) => ref)).toEqual(["repair.channel.here", scene.asked]);
    expect(replies[0]!.locale).toBe(scene.locale);
    expectSame(scene, (await scene.stage.read(there)).state);
    expect(await scene.now()).toMatchObject({ cursor: null, paused: [], said: [{ key: "repair.channel.there" }] });
  } },
  { name: "a button of an earlier message", play: async (scene) => {
    for (const choice of ["stale", "none-of-these"]) {
      const got = await scene.say({ choice });
      expect(got.outcome).toBe("repaired-invalid");
      expect(got.refs).toContain("repair.stale");
      expectAsked(scene, got);
    }
  } },
];

const choosesPerson = ({ flow, question: { index } }: Scene): boolean => {
  const step = flow.steps[index]!;
  return step.verb === "choose" && "list" in step.from && step.from.list.includes("person");
};

/** Names the last answer, is asked for it again, gives another, and is back where they were. */
const correctByName = async (scene: Scene, lead: string): Promise<void> => {
  const before = last(scene)!;
  const name = scene.stage.service.content.texts.text(`${scene.flow.name}.${before.slot}.name`, scene.locale);
  const words = lead ? `${lead} ${scene.locale === "es" ? "el" : "my"} ${name}` : scene.locale === "es" ? `mi ${name} está mal` : `my ${name} is wrong`;
  const got = await scene.say({ text: words });
  expect(got.outcome).toBe("repaired-correction");
  if (scene.sealed) {
    expect(got.refs[0]).toBe("repair.too-late");
    return expectAsked(scene, got);
  }
  expect(got.state.cursor).toMatchObject({ at: before.position, returnTo: scene.cursor.at, slots: scene.cursor.slots });
  if (before.rule.as === "choice") return;
  const value = samples[before.rule.as][1][scene.locale];
  const corrected = await scene.say({ text: value });
  expect(corrected.refs[0]).toBe("repair.corrected");
  expect(corrected.last).toBe(scene.asked);
  expect(corrected.state.cursor?.slots[before.slot]).not.toEqual(scene.cursor.slots[before.slot]);
  expect(corrected.state.cursor?.at).toEqual(scene.cursor.at);
};
