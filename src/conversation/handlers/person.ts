import type { Choice, Utterance } from "../../flow/types.ts";
import type { Response } from "../response.ts";
import type { Turn } from "../respond.ts";
import { says } from "../saying.ts";

const officialLine = "care-emergency-lines#migracion-line";

/** Asks for a person. While no desk stands behind the bot, it says so and gives the official line. */
export const toPerson = (
  turn: Turn,
  outcome: "handed-off-requested" | "handed-off-misses" | "handed-off-flow",
  before: Utterance[] = [],
): Response => {
  const goOn: Choice[] = turn.state.cursor ? [{ value: "repeat", title: { key: "channel.choice.continue" } }] : [];
  const line = { content: officialLine, ...(goOn.length > 0 ? { choices: goOn } : {}) };
  return says(turn, [...before, { key: `answer.person.${outcome}` }, line], outcome, {
    state: { ...turn.state, stumbles: 0 },
    detail: turn.state.cursor ? { flow: turn.state.cursor.flow } : {},
  });
};
