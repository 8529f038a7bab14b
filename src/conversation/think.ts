import type { Answers } from "../answers/answer.ts";
import type { Answer } from "../answers/types.ts";
import type { Understood } from "../understanding/types.ts";
import type { Locale } from "../locale.ts";
import type { Inbound } from "./message.ts";
import type { Thought } from "./response.ts";
import type { Conversation } from "./store.ts";
import { longestText } from "./handlers/unsupported.ts";

export type ThinkParts = {
  understand: (text: string, context: { locale: Locale }) => Understood;
  answers: Answers;
  now: () => Date;
};

/** Makes of an inbound all that needs no transaction: its language, danger, command, intent, and an answer. */
export const createThink =
  ({ understand, answers, now }: ThinkParts) =>
  async (inbound: Inbound, conversation: Conversation): Promise<Thought> => {
    const text = (inbound.text ?? "").slice(0, longestText);
    const understood = understand(text, { locale: conversation.locale });
    const locale = languageOf(inbound, conversation, understood);
    const service = conversation.state.service;
    const at = now();
    const answer = answerable(inbound)
      ? answers.answer(text, { locale, now: at, ...(service ? { service } : {}) })
      : nothing;
    return Promise.resolve({ inbound, conversation, understood, locale, answer, now: at });
  };

const nothing: Answer = { kind: "none", near: [], score: 0 };

const answerable = (inbound: Inbound) => Boolean(inbound.text?.trim()) && !inbound.choice && !inbound.start;

/** The citizen's own words decide; a press or an opening follows the client's language; doubt changes nothing. */
const languageOf = (inbound: Inbound, conversation: Conversation, understood: Understood): Locale => {
  if (inbound.choice !== undefined || inbound.start !== undefined) return inbound.locale ?? conversation.locale;
  return understood.localeSure ? understood.locale : conversation.locale;
};
