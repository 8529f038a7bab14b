import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { actionFaces } from "../../../../src/actions.ts";
import { samples } from "../samples.ts";
import { expectAsked, type Scene } from "../scene.ts";
import { photo } from "../stage.ts";
import { both, cancelWords, drafts, isText, last, type Pattern } from "./pattern.ts";

/** The first field of a form that asks for a name, an e-mail and a city. */
const isWholeForm = ({ flow, question: { index, position } }: Scene): boolean =>
  position.field === "name" && ["email", "city"].every((slot) => flow.questions.some((other) => other.slot === slot && other.index === index));

/** Taking back, leaving out and changing what was said. */
export const answers: Pattern[] = [
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
    const anew = randomUUID();
    await scene.stage.tell(anew, { start: scene.flow.name, locale: scene.locale });
    expect(got.state.cursor).toMatchObject({ flow: scene.flow.name, at: (await scene.stage.read(anew)).state.cursor!.at, trail: [] });
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
    if (got.state.cursor) expect(got.state.cursor.slots[scene.question.slot] ?? null).toBeNull();
  } },
  { name: "skip in other words", applies: ({ question: { rule } }) => rule.as !== "choice" && rule.as !== "yesno", play: async (scene) => {
    const got = await scene.say(both("no, gracias", "no, thanks"));
    expect(["repaired-skip", "flow-completed"]).toContain(got.outcome);
    expect(got.refs[0]).toBe(scene.question.rule.optional ? "repair.skip.done" : "repair.cannot-skip");
    if (scene.question.rule.optional) return expect(got.state.cursor?.slots[scene.question.slot] ?? null).toBeNull();
    expect(got.refs[1]).toBe(`repair.needed.${scene.question.rule.as}`);
    expectAsked(scene, got);
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
    expect(direct.state.cursor).toMatchObject({ at: scene.cursor.at, slots: { ...answersIn(scene), email: "eva@otra.org" } });
  } },
  { name: "not March, May", applies: ({ cursor }) => typeof cursor.slots["day"] === "string", play: async (scene) => {
    const got = await scene.say(both("no, marzo no, mayo", "not March, May"));
    if (scene.sealed) return expect(got.refs[0]).toBe("repair.too-late");
    expect(got.outcome).toBe("repaired-correction");
    expect(got.state.cursor).toMatchObject({ at: scene.cursor.at, slots: { ...scene.cursor.slots, day: "2027-05-05" } });
    expect(got.last).toBe(scene.asked);
  } },
  { name: "several slots at once", applies: isWholeForm, play: async (scene) => {
    const got = await scene.say(both(
      "Me llamo Ana Ruiz, mi correo es ana@correo.co, cédula 1020345678, cel 3001234567 y vivo en Cali",
      "I am Ana Ruiz, my e-mail is ana@correo.co, cc 1020345678, phone 3001234567, I live in Cali"));
    expect(got.outcome).toBe("flow-continued");
    expect(got.state.cursor?.at?.field).toBeUndefined();
    expect(got.state.cursor?.slots).toMatchObject({ name: "Ana Ruiz", email: "ana@correo.co", city: expect.anything() as unknown });
  } },
  { name: "several slots, the asked one missing", applies: isWholeForm, play: async (scene) => {
    const got = await scene.say(both("mi correo es ana@correo.co y vivo en Cali", "my e-mail is ana@correo.co and I live in Cali"));
    expect(got.state.cursor?.slots).toMatchObject({ email: "ana@correo.co" });
    expect(got.refs).toEqual(["repair.noted", scene.asked]);
  } },
];

/** Names the last answer, is asked for it again, gives another, and is back where they were. */
/** What was answered; what actions made of it may change with it. */
const answersIn = ({ flow, cursor }: Scene) => Object.fromEntries(flow.questions.flatMap(({ slot }) => (cursor.slots[slot] === undefined ? [] : [[slot, cursor.slots[slot]]])));

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
  if (before.rule.as === "files") return correctFiles(scene);
  const value = samples[before.rule.as][1][scene.locale];
  const corrected = await scene.say({ text: value });
  expect(corrected.refs[0]).toBe("repair.corrected");
  if (isReadByAction(scene, before.slot)) return;
  expect(corrected.last).toBe(scene.asked);
  expect(corrected.state.cursor?.slots[before.slot]).not.toEqual(scene.cursor.slots[before.slot]);
  expect(corrected.state.cursor?.at).toEqual(scene.cursor.at);
};

/** Sends another file, and says that these are all. */
const correctFiles = async (scene: Scene): Promise<void> => {
  const more = await scene.say(photo);
  expect(more.refs[0]).toBe("repair.file.kept");
  const corrected = await scene.say({ choice: "done" });
  expect(corrected.refs[0]).toBe("repair.corrected");
  expect(corrected.last).toBe(scene.asked);
  expect(corrected.state.cursor?.at).toEqual(scene.cursor.at);
};

/** What an action made of an answer is made anew when it changes, and may lead elsewhere. */
const isReadByAction = ({ cursor, flow }: Scene, slot: string): boolean =>
  flow.steps.some((step) => step.verb === "branch" && step.branch === slot)
  || cursor.calls.some((made) => flow.steps.some((step) => step.id === made.step && step.verb === "call" && actionFaces[step.call]?.needs?.includes(slot)));
