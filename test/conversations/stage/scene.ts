import { expect } from "vitest";
import { optionsOf } from "../../../src/flow/question.ts";
import type { StepOf } from "../../../src/flow/flow.ts";
import type { Outcome } from "../../../src/conversation/message.ts";
import type { ConversationState } from "../../../src/conversation/state.ts";
import type { Bilingual, Locale } from "../../../src/locale.ts";
import type { Said, Stage } from "./stage.ts";
import type { Place } from "./ways.ts";

/** What a turn led to, by structure. */
export type Got = { outcome: Outcome; refs: string[]; choices: string[]; last: string | undefined; locale: Locale; state: ConversationState; text: string };

/** One conversation at one question, in which a pattern is tried. */
export type Scene = Place & {
  stage: Stage;
  /** The state before the pattern. */
  before: ConversationState;
  say: (said: Said | Bilingual) => Promise<Got>;
  /** Reads what the conversation has come to. */
  now: () => Promise<ConversationState>;
  /** The key of the open question. */
  asked: string;
  /** Nothing was answered yet. */
  fresh: boolean;
  /** An action that cannot be taken back has run since the last answer. */
  sealed: boolean;
  /** The flow's draft is kept when it is left. */
  kept: boolean;
};

export const openScene = async (stage: Stage, place: Place): Promise<Scene> => {
  const id = await stage.copy(place.id);
  const { flow, question, cursor, locale } = place;
  const { state: before } = await stage.read(id);
  const finals = cursor.calls.map((made) => flow.steps.findIndex((step) => step.id === made.step)).filter((at) => { const step = flow.steps[at]; return step?.verb === "call" && step.final; });
  const lastAnswered = cursor.trail.at(-1);
  const answeredAt = flow.steps.findIndex(({ id: step }) => step === lastAnswered?.step);
  const sealed = finals.some((at) => at > answeredAt);
  const say: Scene["say"] = async (said) => {
    const given: Said = "es" in said ? { text: said[locale] } : said;
    const { replies, outcome } = await stage.tell(id, given);
    const { state } = await stage.read(id);
    return {
      outcome, state, locale: replies.at(-1)?.locale ?? locale, refs: replies.map(({ ref }) => ref), last: replies.at(-1)?.ref,
      choices: replies.flatMap(({ choices }) => choices.map(({ value }) => value)), text: replies.map((reply) => reply.text).join("\n"),
    };
  };
  const fresh = cursor.trail.length === 0;
  return {
    ...place, id, stage, before, say, now: async () => (await stage.read(id)).state,
    asked: `${flow.name}.${question.slot}.ask`, fresh, sealed, kept: !fresh && finals.length === 0,
  };
};

/** The citizen stands where they stood, with what they had said. */
export const expectSame = (scene: Scene, state: ConversationState): void => {
  const { flow, at, slots, trail, calls } = scene.cursor;
  expect(state.cursor).toMatchObject({ flow, at, slots, trail, calls });
};

/** The open question was put again, after something that says why, and nothing has changed. */
export const expectAsked = (scene: Scene, got: Got): void => {
  expect(got.last).toBe(scene.asked);
  expect(got.refs.length).toBeGreaterThan(1);
  expectSame(scene, got.state);
};

/** The titles of an open choice in a language. */
export const titlesOf = ({ flow, cursor, question, stage }: Scene, locale: Locale): string[] => {
  const step = flow.steps[question.index]!;
  if (step.verb !== "choose") return [];
  const { text } = stage.service.content.texts;
  return optionsOf(flow, cursor, step as StepOf<"choose">).map(({ title }) => ("both" in title ? title.both[locale] : text(title.key, locale)));
};
