import type { Utterance } from "../../flow/types.ts";
import type { Response } from "../response.ts";
import type { Turn } from "../respond.ts";
import { says } from "../saying.ts";

const officialLine = "care-emergency-lines#migracion-line";

/** Asks for a person. While no desk stands behind the bot, it says so and gives the official line. */
export const toPerson = (
  turn: Turn,
  outcome: "handed-off-requested" | "handed-off-misses" | "handed-off-flow",
  before: Utterance[] = [],
): Response =>
  says(turn, [...before, { key: `answer.person.${outcome}` }, { content: officialLine }], outcome);
