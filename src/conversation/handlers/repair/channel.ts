import { isLocale } from "../../../locale.ts";
import { codeIn, lockedState, makeCode, shownCode, useCode } from "../../continuity.ts";
import type { Channel } from "../../message.ts";
import type { Elsewhere, Response } from "../../response.ts";
import type { Handler, Turn } from "../../respond.ts";
import { says } from "../../saying.ts";
import { type ConversationState, emptyState } from "../../state.ts";
import { askAgain } from "../moving.ts";
import { isWorthKeeping, keepDraft, offerDrafts } from "./drafts.ts";

/** "Go on on Telegram": a code that carries this conversation to wherever it is typed. */
export const giveCode = async (turn: Turn): Promise<Response> => {
  const { codeMinutes: minutes } = turn.parts.limits;
  const code = await makeCode(turn.trx, turn.inbound.conversationId, { now: turn.now, minutes });
  return says(turn, [{ key: "repair.channel.code", params: { code: shownCode(code), minutes } }], "repaired-channel", detailOf(turn.state));
};

/** A code of another channel: what is open there goes on here. In a flow, a wrong one may be an answer instead. */
export const codeTyped: Handler = async (turn) => {
  const code = turn.inbound.choice === undefined ? codeIn(turn.inbound.text ?? "") : undefined;
  if (code === undefined) return undefined;
  if (triesLeft(turn) <= 0) return turn.state.cursor ? undefined : says(turn, [{ key: "repair.channel.too-many", params: minutes(turn) }], "repaired-channel");
  const from = await useCode(turn.trx, code, turn.now, turn.inbound.conversationId);
  const there = from === undefined ? undefined : await lockedState(turn.trx, from);
  if (from !== undefined && (await turn.parts.desk.move(turn.trx, from, turn.inbound.conversationId, turn.now))) turn.tellDesk();
  if (from !== undefined && there) return moveHere(turn, from, { ...there, state: there.state as ConversationState });
  countTry(turn);
  return turn.state.cursor ? undefined : says(turn, [{ key: "repair.channel.unknown", params: minutes(turn) }], "repaired-channel");
};

type There = { channel: string; locale: string; version: string; state: ConversationState };

const moveHere = async (turn: Turn, from: string, there: There): Promise<Response> => {
  const locale = isLocale(there.locale) ? there.locale : turn.locale;
  const { cursor, paused, service } = there.state;
  const here: Turn = { ...turn, locale, spoken: () => locale, flowContext: { ...turn.flowContext, locale } };
  const mine = turn.state.cursor;
  here.state = { ...emptyState(), cursor, paused: [], ...(service ? { service } : {}) };
  for (const draft of [...turn.state.paused, ...paused]) {
    here.state.paused = [...here.state.paused.filter((other) => other.cursor.flow !== draft.cursor.flow), draft];
  }
  if (mine && mine.flow !== cursor?.flow && isWorthKeeping(turn, mine)) keepDraft(here, mine);
  const said = [{ key: "repair.channel.here", params: { channel: named(there.channel) } }];
  const asked = await askAgain(here, "repaired-channel", said);
  const offer = asked ? undefined : offerDrafts(here);
  const response = asked ?? says(here, offer ? [...said, offer] : said, "repaired-channel");
  return { ...response, elsewhere: goodbyeThere(turn, from, there, locale) };
};

/** There, nothing stays behind, and it is said where the conversation went on. */
const goodbyeThere = ({ inbound }: Turn, from: string, { version }: There, locale: Response["locale"]): Elsewhere => {
  const told = [{ key: "repair.channel.there", params: { channel: named(inbound.channel) } }];
  const response: Response = { says: told, state: { ...emptyState(), said: told }, locale, outcome: "repaired-channel", detail: {} };
  return { conversationId: from, turnId: `moved:${from}:${version}`, response };
};

const named = (channel: Channel | string) => ({ key: `repair.channel.name.${channel}` });

const minutes = ({ parts }: Turn) => ({ minutes: parts.limits.codeMinutes });

const detailOf = ({ cursor }: ConversationState) => (cursor ? { detail: { flow: cursor.flow } } : {});

const triesLeft = ({ inbound, state, now, parts: { limits } }: Turn): number => {
  if (inbound.codesSpent) return 0;
  const isOver = !state.tries || Date.parse(state.tries.since) + limits.codeMinutes * 60_000 < now.getTime();
  if (isOver) delete state.tries;
  return limits.codeTries - (state.tries?.count ?? 0);
};

const countTry = ({ state, now }: Turn): void => {
  state.tries = { count: (state.tries?.count ?? 0) + 1, since: state.tries?.since ?? now.toISOString() };
};
