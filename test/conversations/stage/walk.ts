import type { Transaction } from "kysely";
import { createActions, actionFaces } from "../../../src/actions.ts";
import type { Answers } from "../../../src/answers/answer.ts";
import type { Answer } from "../../../src/answers/types.ts";
import type { Content } from "../../../src/content.ts";
import type { DeskPort, Waiting } from "../../../src/conversation/desk.ts";
import { createRender } from "../../../src/conversation/render.ts";
import { createRespond } from "../../../src/conversation/respond.ts";
import { emptyState } from "../../../src/conversation/state.ts";
import type { Conversation } from "../../../src/conversation/store.ts";
import { createThink } from "../../../src/conversation/think.ts";
import type { Reply } from "../../../src/conversation/message.ts";
import type { Response } from "../../../src/conversation/response.ts";
import type { Tables } from "../../../src/db/tables.ts";
import { casesOfWalks } from "./cases.ts";
import { links, officeOfWalks } from "./office.ts";
import { referralsOfWalks } from "./referrals.ts";
import { fixtureActions, type Said } from "./stage.ts";

export type WalkTurn = { said: Said; outcome: string; replies: Reply[]; response: Response };

const now = new Date("2026-11-23T15:00:00Z");

/** Conversations without a database, for many thousand of them: what is stored between turns is handed on as JSON. */
export const createWalker = (content: Content) => {
  const { understand, answers } = remembering(content);
  const think = createThink({ ...content, understand, answers, now: () => now });
  const queue = new Set<string>();
  const place: Waiting = { state: "waiting", place: 1, present: false, open: true, line: "care-emergency-lines#migracion-line" };
  const desk: DeskPort = {
    shows: { line: place.line, videoNeeds: "contact-channels#video-call" },
    ask: (_trx, { conversationId }) => Promise.resolve((queue.add(conversationId), place)),
    at: (_trx, id) => Promise.resolve(queue.has(id) ? { state: "waiting" } : undefined),
    place: (_trx, id) => Promise.resolve(queue.has(id) ? place : undefined),
    leave: (_trx, id) => Promise.resolve(queue.delete(id)),
    flag: (_trx, id) => Promise.resolve(queue.has(id)),
    move: () => Promise.resolve(false),
    callback: () => Promise.resolve(),
  };
  const respond = createRespond({
    desk,
    ...content, answers,
    actions: { ...createActions({ ...content, links, appointments: officeOfWalks(now), cases: casesOfWalks(now), referrals: referralsOfWalks(), publicUrl: () => "https://ventanilla.example" }), ...Object.fromEntries(Object.entries(fixtureActions).map(([name, { run }]) => [name, run])) },
    needs: (name) => (fixtureActions[name] ?? actionFaces[name])?.needs,
    limits: { nudgeMinutes: 10, closeHours: 24, draftDays: 7, codeMinutes: 15, codeTries: 5 },
  });
  const render = createRender(content.texts, content.answers);
  return () => {
    queue.clear();
    let conversation: Conversation = { id: "walk", channel: "console", locale: "es", state: emptyState(), version: 0 };
    return {
      conversation: () => conversation,
      say: async (said: Said): Promise<WalkTurn> => {
        const inbound = { channel: "console" as const, conversationId: "walk", turnId: String(conversation.version), ...said };
        const response = await respond(await think(inbound, conversation), nowhere);
        const state = JSON.parse(JSON.stringify(response.state)) as Conversation["state"];
        conversation = { ...conversation, state, locale: response.locale, version: conversation.version + 1 };
        return { said, outcome: response.outcome, replies: render(response), response };
      },
    };
  };
};

/** Both are pure: the same words mean the same each time. */
const remembering = (content: Content) => {
  const understood = new Map<string, ReturnType<Content["understand"]>>();
  const known = new Map<string, Answer>();
  const understand: Content["understand"] = (text, context = {}) => get(understood, `${context.locale} ${text}`, () => content.understand(text, context));
  const answers: Answers = {
    ...content.answers,
    answer: (question, context) => get(known, `${JSON.stringify(context)} ${question}`, () => content.answers.answer(question, context)),
  };
  return { understand, answers };
};

const get = <T>(map: Map<string, T>, key: string, make: () => T): T => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

/** Takes what is written and finds nothing. */
const nowhere = new Proxy({}, {
  get: (_, name) => (name === "execute" ? () => Promise.resolve([]) : String(name).startsWith("executeTakeFirst") ? () => Promise.resolve(undefined) : () => nowhere),
}) as Transaction<Tables>;
