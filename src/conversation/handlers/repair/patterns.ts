import type { Command } from "../../../understanding/types.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { startFlow } from "../moving.ts";
import { toPerson, toVideo } from "../person.ts";
import { giveCode } from "./channel.ts";
import { correct } from "./correction.ts";
import { cancel, home, move, repeat, restart, resume } from "./going.ts";
import { acknowledge, help, remark, speak } from "./remark.ts";
import { lost } from "./stumble.ts";

type Named<N> = Extract<Command, { name: N }> extends never ? Command : Extract<Command, { name: N }>;
type Pattern<N extends Command["name"]> =
  (turn: Turn, said: Named<N>) => Promise<Response | undefined> | Response | undefined;

/**
 * Repair: what a citizen may say at any moment, at every step of every flow, by its name. What happens of itself is
 * beside it: `aside.ts` (a question in between), `interruption.ts` (another wish), `stumble.ts` (what does not fit),
 * `silence.ts`, `../unsupported.ts`, and `../../apology.ts` for a fault of ours.
 */
const patterns: { [N in Command["name"]]: Pattern<N> } = {
  cancel,
  back: (turn) => move(turn, "back"),
  skip: (turn) => move(turn, "skip"),
  restart,
  repeat,
  help,
  resume: (turn) => resume(turn),
  correct: (turn, said) => correct(turn, said.words),
  language: (turn, said) => speak(turn, said.locale),
  channel: giveCode,
  menu: (turn) => startFlow(turn, "welcome"),
  person: (turn) => toPerson(turn, "handed-off-requested"),
  video: toVideo,
  greeting: (turn) => (turn.state.cursor ? remark(turn, "repair.chitchat.greeting", "repaired-chitchat") : home(turn)),
  goodbye: (turn) => (turn.state.cursor ? remark(turn, "repair.chitchat.goodbye", "repaired-chitchat") : startFlow(turn, "goodbye")),
  thanks: (turn) => remark(turn, "repair.chitchat.thanks", "repaired-chitchat"),
  okay: (turn) => (turn.state.cursor ? undefined : acknowledge(turn)),
  chitchat: (turn) => remark(turn, "repair.chitchat.chitchat", "repaired-chitchat"),
  insult: (turn) => lost(turn, "repair.chitchat.insult", "repaired-chitchat"),
  confused: (turn) => lost(turn, "repair.confused", "repaired-clarification"),
};

/** Does what a command asks, typed or pressed. */
export const obey = (turn: Turn, said: Command): Promise<Response | undefined> | Response | undefined =>
  (patterns[said.name] as Pattern<Command["name"]>)(turn, said as never);
