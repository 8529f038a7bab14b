import type { Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import type { Flow } from "../flow/flow.ts";
import type { Slots } from "../flow/types.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import type { DeskPort } from "./desk.ts";
import { behalfId, type Behalf, type Channel, type Inbound, type ReplyChoice } from "./message.ts";
import { readConversation } from "./store.ts";
import type { TurnResult } from "./turn.ts";

type Parts = {
  db: Kysely<Tables>;
  flows: Map<string, Flow>;
  texts: Texts;
  converse: (inbound: Inbound) => Promise<TurnResult>;
};

/** The citizen for whom, and the advisor by whom. `run` names one flow that runs. */
type For = { conversationId: string; channel: string; locale: Locale; name: string; ticket: string; run: string };

/** What the bot says to the advisor; `open` while the flow has a question. */
export type BehalfSaid = { replies: { text: string; choices: ReplyChoice[] }[]; open: boolean };

export type OnBehalf = ReturnType<typeof createOnBehalf>;

/**
 * An advisor runs a flow for a citizen: a conversation of its own, beside the citizen's, by the same engine. What its actions do
 * is the citizen's; what is known of the citizen already is not asked again.
 */
export const createOnBehalf = (parts: Parts) => ({
  /** The flows that may be run for somebody, by name, with their titles. */
  flows: (locale: Locale): { flow: string; title: string }[] =>
    [...parts.flows.values()].filter(isForOthers).map(({ name }) => ({ flow: name, title: parts.texts.text(`${name}.title`, locale) })),

  /** Begins a flow; the same `run` again gives the same. Undefined when no such flow may be run for somebody. */
  begin: async (who: For, name: string): Promise<BehalfSaid | undefined> => {
    const flow = parts.flows.get(name);
    if (!flow || !isForOthers(flow)) return undefined;
    return turn(parts, who, who.run, { start: name }, await known(parts, flow, who.conversationId));
  },

  /** Answers the open question; the same key again gives the same. Undefined when nothing runs under that name. */
  say: async (who: For, key: string, said: { text: string } | { choice: string }): Promise<BehalfSaid | undefined> =>
    (await readConversation(parts.db, idOf(who))) ? turn(parts, who, key, said, {}) : undefined,
});

/** The desk as a flow sees it that runs on somebody's behalf: the person who could be asked for sits there already. */
export const deskBeside = (desk: DeskPort, { name }: Behalf): DeskPort => ({
  ...desk,
  ask: () => Promise.resolve({ state: "claimed", name }),
  at: () => Promise.resolve(undefined),
  place: () => Promise.resolve(undefined),
  leave: () => Promise.resolve(false),
  flag: () => Promise.resolve(false),
  move: () => Promise.resolve(false),
});

const isForOthers = ({ intent, citizenOnly }: Flow): boolean => intent !== undefined && !citizenOnly;

const idOf = ({ ticket, run }: For): string => `${behalfId}${ticket}-${run}`;

const turn = async (parts: Parts, who: For, key: string, said: Pick<Inbound, "start" | "text" | "choice">, slots: Slots): Promise<BehalfSaid> => {
  const { conversationId, channel, locale, name } = who;
  const behalf: Behalf = { conversationId, channel: channel as Channel, name, slots };
  const { replies } = await parts.converse({ channel: "console", conversationId: idOf(who), turnId: `${idOf(who)}:${key}`, locale, behalf, ...said });
  const after = await readConversation(parts.db, idOf(who));
  return { replies: replies.map(({ text, choices }) => ({ text, choices })), open: after?.state.cursor != null };
};

/** What the citizen has written in flows before, where this one asks for the same; choices, a consent above all, are made anew. */
const known = async ({ db }: Parts, { questions }: Flow, conversationId: string): Promise<Slots> => {
  const state = (await readConversation(db, conversationId))?.state;
  const before = [...(state?.paused ?? []).map(({ cursor }) => cursor), ...(state?.cursor ? [state.cursor] : [])];
  const written = new Set(questions.filter(({ rule }) => rule.as !== "choice").map(({ slot }) => slot));
  return Object.fromEntries(before.flatMap(({ slots }) => Object.entries(slots)).filter(([slot, value]) => written.has(slot) && value !== null));
};
