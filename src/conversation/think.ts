import { openQuestion } from "../flow/open.ts";
import type { Flow } from "../flow/flow.ts";
import { validators } from "../flow/slots/validators.ts";
import { tokens } from "../words.ts";
import type { Answers } from "../answers/answer.ts";
import type { Answer } from "../answers/types.ts";
import type { Understood } from "../understanding/types.ts";
import type { Locale } from "../locale.ts";
import type { Inbound } from "./message.ts";
import type { Thought } from "./response.ts";
import type { Conversation } from "./store.ts";
import { longestText } from "./handlers/unsupported.ts";

export type ThinkParts = {
  understand: (text: string, context: { locale: Locale; value?: boolean }) => Understood;
  answers: Answers;
  flows: Map<string, Flow>;
  now: () => Date;
};

/**
 * Makes of an inbound all that needs no transaction: its language, danger, command, intent, and an answer. `nearby`:
 * how near (0..1) passages are by their sense, by pair, where something told.
 */
export const createThink =
  (parts: ThinkParts) =>
  async (inbound: Inbound, conversation: Conversation, nearby?: ReadonlyMap<string, number>): Promise<Thought> => {
    const { understand, answers } = parts;
    const text = (inbound.text ?? "").slice(0, longestText);
    const around = aroundValue(parts, text, conversation);
    const understood = understand(text, { locale: conversation.locale, value: around !== undefined && tokens(around).length <= mostAround });
    const locale = languageOf(parts, inbound, conversation, understood, around);
    const { service, about } = conversation.state;
    const hint = hintOf(understood);
    const at = parts.now();
    const context = { ...(service ? { service } : {}), ...(about ? { about } : {}) };
    const asked = { locale, now: at, ...(hint ? { hint } : {}), ...(nearby ? { nearby } : {}) };
    const inContext = answerable(inbound) ? answers.answer(text, { ...asked, ...context }) : nothing;
    const answer = repeats(inContext, about, understood) ? answers.answer(text, asked) : inContext;
    return Promise.resolve({ inbound, conversation, understood, locale, answer, now: at });
  };

/** Beside a value stands no more than "my name is". */
const mostAround = 2;

/** The service that the words are taken to be about. */
const hintOf = ({ intent }: Understood) =>
  intent?.name.startsWith("service:") ? { service: intent.name.slice("service:".length), score: intent.score } : undefined;

/** A remark that asks nothing ("this is no use") must not bring the last passage again. */
const repeats = (answer: Answer, about: string | undefined, { question }: Understood): boolean =>
  !question && about !== undefined && "passages" in answer && answer.passages[0]?.pair === about;

const nothing: Answer = { kind: "none", near: [], score: 0 };

const answerable = (inbound: Inbound) => Boolean(inbound.text?.trim()) && !inbound.choice && !inbound.start;

/** The citizen's own words decide; a press or an opening follows the client's language; doubt changes nothing. */
const languageOf = (parts: ThinkParts, inbound: Inbound, conversation: Conversation, understood: Understood, around: string | undefined): Locale => {
  if (inbound.choice !== undefined || inbound.start !== undefined) return inbound.locale ?? conversation.locale;
  if (!understood.localeSure || understood.locale === conversation.locale || understood.command) {
    return understood.localeSure ? understood.locale : conversation.locale;
  }
  if (around === undefined) return understood.locale;
  const said = around === "" ? undefined : parts.understand(around, { locale: conversation.locale });
  return said?.localeSure ? said.locale : conversation.locale;
};

/** Names, places and numbers are of no language: the words besides the value, when the text answers such a question. */
const aroundValue = ({ flows, now }: ThinkParts, text: string, { state, locale }: Conversation): string | undefined => {
  const flow = state.cursor && flows.get(state.cursor.flow);
  const asked = flow ? openQuestion(flow, state.cursor!)?.rule : undefined;
  if (!asked || asked.as === "choice" || asked.as === "text") return undefined;
  const parsed = validators[asked.as].parse(text, asked, { locale, now: now() });
  if (!("ok" in parsed)) return undefined;
  const value = new Set(tokens(String(parsed.ok)));
  return tokens(text).filter((word) => !value.has(word)).join(" ");
};
