import type { Kysely, Transaction } from "kysely";
import type { Answers } from "../answers/answer.ts";
import type { Composed } from "../answers/model/compose.ts";
import type { Passage } from "../answers/types.ts";
import type { Tables } from "../db/tables.ts";
import type { Locale } from "../locale.ts";
import type { Log } from "../log.ts";
import { composedAs, isAnswer, mayBeAnswered } from "./composed.ts";
import type { Live } from "./live.ts";
import type { Inbound } from "./message.ts";
import type { Response, Thought } from "./response.ts";
import type { Conversation } from "./store.ts";

type Nearby = ReadonlyMap<string, number>;
type ToCompose = { question: string; passages: Passage[]; locale: Locale; onSentence: (soFar: string) => void };
type Written = { status: "used"; composed: Composed } | { status: "fallback"; reason: string };

/** What a language model does: it puts passages into words, and tells which passages are near to a question by sense. */
export type LanguageModel = {
  compose?: (toCompose: ToCompose) => Promise<Written>;
  nearest?: (question: string) => Promise<Nearby | undefined>;
};

type Think = (inbound: Inbound, conversation: Conversation, nearby?: Nearby) => Promise<Thought>;
type Respond = (thought: Thought, trx: Transaction<Tables>) => Promise<Response>;
type Turns = { think: Think; respond: Respond };
type Parts = { db: Kysely<Tables>; live: Live; log: Log; answers: Pick<Answers, "passage"> };

/**
 * How turns are thought of and responded to with a language model; without one, as before. The whole line of handlers
 * is asked first, in a transaction that is rolled back: only what would be answered goes out, so whatever takes a turn
 * before (danger, a refusal, a command, a flow's question) keeps the citizen's words in the house.
 */
export const withModel = (turns: Turns, { model, ...parts }: Parts & { model: LanguageModel | undefined }): Turns => {
  if (!model) return turns;
  const { think, respond } = turns;
  return {
    think: async (inbound, conversation) => {
      const first = await think(inbound, conversation);
      const rehearsed = await rehearse(parts.db, respond, first);
      if (!mayBeAnswered(rehearsed, first)) return first;
      const nearby = await model.nearest?.(inbound.text ?? "");
      const thought = nearby ? await think(inbound, conversation, nearby) : first;
      const response = thought === first ? rehearsed : await rehearse(parts.db, respond, thought);
      return model.compose && isAnswer(response, thought) ? composed(thought, model.compose, parts) : thought;
    },
    respond: async (thought, trx) => {
      const response = await respond(thought, trx);
      return thought.model !== undefined && isAnswer(response, thought) ? composedAs(response, thought, parts.answers) : response;
    },
  };
};

/** What the turn would say, with nothing done. What fails here fails again in the turn itself, where it is told. */
const rehearse = async (db: Kysely<Tables>, respond: Respond, thought: Thought): Promise<Response | undefined> => {
  const trx = await db.startTransaction().execute();
  try {
    return await respond(thought, trx);
  } catch {
    return undefined;
  } finally {
    await trx.rollback().execute();
  }
};

const composed = async (thought: Thought, compose: NonNullable<LanguageModel["compose"]>, { live, log }: Parts): Promise<Thought> => {
  const { inbound, locale, answer } = thought;
  const passages = "passages" in answer ? answer.passages : [];
  const started = performance.now();
  const stream = live.begin(inbound, locale);
  const written = await compose({ question: inbound.text ?? "", passages, locale, onSentence: stream.say });
  const model = written.status === "used" ? "used" : `fallback:${written.reason}`;
  log.info({ model, ms: Math.round(performance.now() - started), passages: passages.map(({ pair }) => pair) }, "model asked");
  return {
    ...thought, model,
    ...(written.status === "used" ? { composed: written.composed } : {}),
    ...(stream.began() ? { streamed: stream.id } : {}),
  };
};
