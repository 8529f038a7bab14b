import { sql, type Kysely } from "kysely";
import type { Answers } from "../answers/answer.ts";
import type { Answer, Passage } from "../answers/types.ts";
import type { Tables } from "../db/tables.ts";
import type { Flow } from "../flow/flow.ts";
import type { Json } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Understood } from "../understanding/types.ts";
import type { SourceShown } from "./message.ts";
import { shown } from "./render.ts";
import { readConversation } from "./store.ts";
import { transcript, type Line } from "./transcript.ts";

type Parts = {
  db: Kysely<Tables>;
  answers: Answers;
  flows: Map<string, Flow>;
  understand: (text: string, context: { locale: Locale }) => Understood;
  now: () => Date;
};

export type PassageShown = { pair: string; locale: Locale; heading: string; text: string; sources: SourceShown[] };

/** What the bot made of a conversation: for the person who takes it over. */
export type Reading = {
  understood: { intent?: string; locale: Locale; danger?: string };
  passages: PassageShown[];
  /** A flow that is open or was left, with what was answered. */
  draft?: { flow: string; step: string; slots: { name: string; value: Json }[] };
};

export type Readings = {
  lines: (conversationId: string, after: number) => Promise<Line[]>;
  /** Undefined when the conversation is gone. */
  read: (conversationId: string) => Promise<Reading | undefined>;
  /** The passages nearest to some words, also where none is near enough to answer. */
  nearest: (words: string, locale: Locale) => PassageShown[];
};

/** Reads conversations for the desk, by the very understanding and answers that the bot uses. */
export const createReadings = (parts: Parts): Readings => ({
  lines: (conversationId, after) => transcript(parts.db, conversationId, after),
  read: async (conversationId) => {
    const conversation = await readConversation(parts.db, conversationId);
    if (!conversation) return undefined;
    const { locale, state } = conversation;
    const words = await lastWords(parts.db, conversationId);
    const { intent, danger } = parts.understand(words, { locale });
    const draft = draftOf(parts.flows, state.cursor ?? state.paused.at(-1)?.cursor ?? null);
    return {
      understood: { locale, ...(intent ? { intent: intent.name } : {}), ...(danger ? { danger } : {}) },
      passages: words ? passagesFor(answerTo(parts, words, locale, state), parts, locale).map((passage) => passageShown(passage, locale)) : [],
      ...(draft ? { draft } : {}),
    };
  },
  nearest: (words, locale) => {
    const answer = answerTo(parts, words, locale, {});
    const near = answer.kind === "none" ? answer.near : passagesFor(answer, parts, locale);
    return near.map((passage) => passageShown(passage, locale));
  },
});

/** Asking for a person says nothing about what is wanted: the words before it do. */
const lastWords = async (db: Kysely<Tables>, conversationId: string): Promise<string> => {
  const { rows } = await sql<{ text: string }>`
    select m.payload ->> 'text' as text from message m
    left join turn t on t.channel = m.channel and t.turn_id = m.turn_id
    where m.conversation_id = ${conversationId} and m.direction = 'in' and m.payload ->> 'text' <> ''
      and coalesce(t.outcome, '') <> 'handed-off-requested'
    order by m.seq desc limit 1`.execute(db);
  return rows[0]?.text ?? "";
};

const answerTo = ({ answers, now }: Parts, words: string, locale: Locale, { service, about }: { service?: string; about?: string }): Answer =>
  answers.answer(words, { locale, now: now(), ...(service ? { service } : {}), ...(about ? { about } : {}) });

const passagesFor = (answer: Answer, { answers }: Parts, locale: Locale): Passage[] => {
  switch (answer.kind) {
    case "found":
    case "unknown":
      return answer.passages;
    case "lookalike":
      return answer.services.flatMap((id) => answers.passage(`service:${id}#${answer.aspect ?? "summary"}`, locale) ?? []);
    case "none":
      return [];
    default:
      return answer satisfies never;
  }
};

const passageShown = ({ pair, locale, heading, text, cites }: Passage, spoken: Locale): PassageShown =>
  ({ pair, locale, heading, text, sources: cites.map((cite) => shown(cite, spoken)) });

const draftOf = (flows: Map<string, Flow>, cursor: { flow: string; at: { step: string } | null; slots: Record<string, Json> } | null): Reading["draft"] => {
  const flow = cursor ? flows.get(cursor.flow) : undefined;
  if (!cursor || !flow) return undefined;
  const asked = new Set(flow.questions.map(({ slot }) => slot));
  const slots = Object.entries(cursor.slots).filter(([name, value]) => asked.has(name) && value !== null).map(([name, value]) => ({ name, value }));
  return { flow: flow.name, step: cursor.at?.step ?? "", slots };
};
