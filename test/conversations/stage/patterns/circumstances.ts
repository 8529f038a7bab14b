import { expect } from "vitest";
import type { AttachmentKind } from "../../../../src/flow/types.ts";
import { samples } from "../samples.ts";
import { expectAsked, expectSame, titlesOf } from "../scene.ts";
import { photo } from "../stage.ts";
import { both, cancelWords, day, isChoice, other, takesFiles, type Pattern } from "./pattern.ts";

const unsupported = (kind: AttachmentKind): Pattern => ({
  name: `message type: ${kind}`, applies: (scene) => !takesFiles(scene),
  play: async (scene) => {
    const got = await scene.say({ attachment: { kind } });
    expect(got.outcome).toBe("repaired-unsupported");
    expect(got.refs[0]).toBe(`repair.unsupported.${kind}`);
    expectAsked(scene, got);
  },
});

const files: Pattern[] = [
  { name: "files, one after the other", applies: takesFiles, play: async (scene) => {
    const first = await scene.say(photo);
    expect(first.outcome).toBe("flow-continued");
    expect(first.refs).toEqual(["repair.file.kept", scene.asked]);
    expect(first.choices).toContain("done");
    await scene.say(photo);
    const done = await scene.say(both("eso es todo", "that is all"));
    expect(["flow-continued", "flow-completed"]).toContain(done.outcome);
    if (done.state.cursor?.slots[scene.question.slot] !== undefined) expect(done.state.cursor.slots[scene.question.slot]).toHaveLength(2);
  } },
  { name: "a file that cannot be taken", applies: takesFiles, play: async (scene) => {
    for (const kind of ["video", "sticker"] as const) {
      const got = await scene.say({ attachment: { kind } });
      expect(got.outcome).toBe("repaired-invalid");
      expect(got.refs[0]).toBe("repair.invalid.files");
      expectAsked(scene, got);
    }
  } },
];

/** Other kinds of message, another language, another day, another channel. */
export const circumstances: Pattern[] = [
  ...(["photo", "voice", "video", "document", "sticker", "location", "contact", "other"] as const).map(unsupported),
  ...files,
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
  { name: "language in other words", play: async (scene) => {
    const got = await scene.say(both("can we go on in English please, mi español es malo", "podemos seguir en español, mi inglés no es bueno"));
    expect(got.outcome).toBe("repaired-language");
    expect(got.locale).toBe(other(scene.locale));
    expectAsked(scene, got);
  } },
  { name: "a document keeps the language", play: async (scene) => {
    const got = await scene.say(both("Passport AB123456", "Pasaporte AB 123456"));
    expect(got.locale).toBe(scene.locale);
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
    expect(["flow-continued", "flow-completed"]).toContain(got.outcome);
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
    scene.stage.pass(-3 * day);
    expect(got.outcome).toBe("repaired-resume");
    expectAsked(scene, got);
  } },
  { name: "resumed too late", applies: ({ kept }) => kept, play: async (scene) => {
    await scene.say(cancelWords);
    scene.stage.pass(8 * day);
    const got = await scene.say(both("continuar donde iba", "continue where I left off"));
    scene.stage.pass(-8 * day);
    expect(got.refs).toEqual(["repair.resume.expired"]);
    expect(got.state).toMatchObject({ cursor: null, paused: [] });
  } },
  { name: "content changed meanwhile", play: async (scene) => {
    const state = { ...scene.before, cursor: { ...scene.cursor, hash: "before" } };
    await scene.stage.service.db.db.updateTable("conversation").set({ state: JSON.stringify(state) }).where("id", "=", scene.id).execute();
    const got = await scene.say(both("repita por favor", "can you repeat"));
    // What only a button below a summary leads to is asked again from there.
    if (got.last !== scene.asked) return expect(got.state.cursor).toMatchObject({ at: { step: "confirm" }, slots: scene.cursor.slots, hash: scene.flow.hash });
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
