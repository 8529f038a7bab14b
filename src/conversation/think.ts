import { namesOption, openQuestion } from "../flow/open.ts";
import type { Flow } from "../flow/flow.ts";
import type { Choice } from "../flow/types.ts";
import { ordinal } from "../flow/slots/ordinal.ts";
import { isPointing } from "../flow/slots/pointed.ts";
import { validators } from "../flow/slots/validators.ts";
import { tokens } from "../words.ts";
import type { Answers } from "../answers/answer.ts";
import type { Answer } from "../answers/types.ts";
import { languageAskedIn } from "../understanding/commands/language.ts";
import { withoutComingBack } from "../understanding/coming-back.ts";
import { denialIn } from "../understanding/danger/denial.ts";
import type { Understood } from "../understanding/types.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import type { Inbound } from "./message.ts";
import { titleOf } from "./render.ts";
import type { Thought } from "./response.ts";
import type { Conversation } from "./store.ts";
import { longestText } from "./handlers/unsupported.ts";

export type ThinkParts = {
  understand: (text: string, context: { locale: Locale; value?: boolean; story?: boolean; asked?: boolean }) => Understood;
  answers: Answers;
  flows: Map<string, Flow>;
  texts: Texts;
  now: () => Date;
};

/**
 * Makes of an inbound all that needs no transaction: its language, danger, command, intent, and an answer. `nearby`:
 * how near (0..1) passages are by their sense, by pair, where something told.
 */
export const createThink =
  (parts: ThinkParts) =>
  async (given: Inbound, conversation: Conversation, nearby?: ReadonlyMap<string, number>): Promise<Thought> => {
    const { understand, answers } = parts;
    const inbound = backAgain(given, conversation);
    const text = (inbound.text ?? "").slice(0, longestText);
    const around = aroundValue(parts, text, conversation);
    const hearing = { locale: conversation.locale, value: (around !== undefined && tokens(around).length <= mostAround) || takesOffered(parts, text, conversation), story: tellsCase(parts, conversation), asked: isAsked(parts, conversation) };
    const heard = understand(text, hearing);
    const danger = inbound === given ? heard.danger : understand((given.text ?? "").slice(0, longestText), { locale: conversation.locale }).danger;
    const understood = afterDenial(danger === undefined ? heard : { ...heard, danger }, text, conversation, (rest) => understand(rest, hearing));
    const locale = languageOf(parts, inbound, conversation, understood, around);
    const { service, about } = talkedAbout(conversation);
    const hint = hintOf(understood);
    const at = parts.now();
    const context = { ...(service ? { service } : {}), ...(about ? { about } : {}) };
    const asked = { locale, now: at, ...(hint ? { hint } : {}), ...(nearby ? { nearby } : {}) };
    const inContext = answerable(inbound) ? answers.answer(text, { ...asked, ...context }) : nothing;
    const answer = repeats(inContext, about, understood) ? answers.answer(text, asked) : inContext;
    return Promise.resolve({ inbound, conversation, understood, locale, answer, now: at });
  };

/** Who was just given the line of a danger and says that it is not so is heard by what they say besides. */
const afterDenial = (understood: Understood, text: string, { state: { warned = [] } }: Conversation, hear: (rest: string) => Understood): Understood => {
  const denial = warned.length > 0 ? denialIn(text) : undefined;
  if (!denial) return understood;
  const rest = { ...understood };
  delete rest.danger;
  delete rest.alsoDanger;
  delete rest.perhaps;
  const { danger, alsoDanger = [], perhaps } = hear(denial.rest);
  return { ...rest, ...(danger ? { danger, alsoDanger } : { denied: denial.of }), ...(perhaps && { perhaps }) };
};

/** Where a question is open, what is said of having been away is no answer to it; alone it is a greeting. */
const backAgain = (inbound: Inbound, { state: { cursor }, locale }: Conversation): Inbound => {
  if (!cursor || inbound.choice !== undefined || inbound.attachment || !inbound.text) return inbound;
  const rest = withoutComingBack(inbound.text);
  return rest === inbound.text ? inbound : { ...inbound, text: rest || greetings[locale] };
};

const greetings = { es: "hola", en: "hello" } satisfies Record<Locale, string>;

/** What an open flow is for is what a question in between is about ("and how much is it?"). */
const talkedAbout = ({ state: { cursor, service, about } }: Conversation): { service?: string | undefined; about?: string | undefined } => {
  const open = cursor?.slots["service"];
  return typeof open === "string" ? { service: open, about: `service:${open}#summary` } : { service, about };
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

/** What is too long to be taken is still looked through for danger, and not answered. */
const answerable = ({ text, choice, start }: Inbound) => Boolean(text?.trim()) && text!.length <= longestText && !choice && !start;

/** Within a petition or a complaint, whatever is asked, people tell what happened to them. */
const tellsCase = ({ flows }: ThinkParts, { state: { cursor } }: Conversation): boolean => {
  const flow = cursor ? flows.get(cursor.flow) : undefined;
  return flow?.intent?.startsWith("case.") === true && openQuestion(flow, cursor!) !== undefined;
};

const isAsked = ({ flows }: ThinkParts, { state: { cursor } }: Conversation): boolean => {
  const flow = cursor ? flows.get(cursor.flow) : undefined;
  return flow !== undefined && openQuestion(flow, cursor!) !== undefined;
};

/** The citizen's own words decide; a press or an opening follows the client's language; doubt changes nothing. */
const languageOf = (parts: ThinkParts, inbound: Inbound, conversation: Conversation, understood: Understood, around: string | undefined): Locale => {
  if (inbound.choice !== undefined || inbound.start !== undefined) return inbound.locale ?? conversation.locale;
  const asked = languageAskedIn(inbound.text ?? "");
  if (asked) return asked;
  if (isTitle(parts, inbound.text ?? "", conversation)) return conversation.locale;
  if (!understood.localeSure || understood.locale === conversation.locale || understood.command) {
    return understood.localeSure ? understood.locale : conversation.locale;
  }
  if (around === undefined) return understood.locale;
  const said = around === "" ? undefined : parts.understand(around, { locale: conversation.locale });
  return said?.localeSure ? said.locale : conversation.locale;
};

/** The words of a button that is shown are not the citizen's own, whatever language they look like. */
const isTitle = ({ flows, texts }: ThinkParts, text: string, { state: { cursor, offered }, locale }: Conversation): boolean => {
  const flow = cursor ? flows.get(cursor.flow) : undefined;
  const said = tokens(text).join(" ");
  const inLocale = (title: Choice["title"]): string => titleOf(texts, title, locale);
  return said !== "" && ((flow !== undefined && namesOption(flow, cursor!, text, inLocale)) || offered.some(({ title }) => tokens(inLocale(title)).join(" ") === said));
};

/** "The last one", "Tuesday", "any", where something is offered: they tell of nothing else. */
const takesOffered = ({ flows, now }: ThinkParts, text: string, { state: { cursor, offered }, locale }: Conversation): boolean => {
  const flow = cursor ? flows.get(cursor.flow) : undefined;
  if ((!flow || openQuestion(flow, cursor!)?.rule.as !== "choice") && offered.length === 0) return false;
  return ordinal(text, mostOffered) !== null || isPointing(text) || "ok" in validators.when.parse(text, {}, { locale, now: now() });
};

const mostOffered = 50;

/** Names, places and numbers are of no language: the words besides the value, when the text answers such a question or holds a number. */
const aroundValue = ({ flows, now }: ThinkParts, text: string, { state, locale }: Conversation): string | undefined => {
  const flow = state.cursor && flows.get(state.cursor.flow);
  const asked = flow ? openQuestion(flow, state.cursor!)?.rule : undefined;
  if (!asked) return undefined;
  if (asked.as !== "choice" && asked.as !== "text") {
    const parsed = validators[asked.as].parse(text, asked, { locale, now: now() });
    if ("ok" in parsed) {
      if (isMarked(text)) return "";
      const value = new Set(tokens(String(parsed.ok)));
      return tokens(text).filter((word) => !value.has(word)).join(" ");
    }
  }
  return isMarked(text) ? "" : besides(text, { locale, now: now() });
};

/** "PA 12345": a mark and its number. */
const isMarked = (text: string): boolean => {
  const words = tokens(text);
  return words.length <= mostMarks && words.some((word) => /\d{3}/.test(word));
};

const mostMarks = 3;

/** What stands around a document, an e-mail or a telephone, whatever was asked for; undefined where there is none. */
const besides = (text: string, context: { locale: Locale; now: Date }): string | undefined => {
  const found = (["document", "email", "phone"] as const).map((kind) => validators[kind].find?.(text, context)).find(Boolean);
  return found ? `${text.slice(0, found.start)} ${text.slice(found.end)}`.trim() : undefined;
};
