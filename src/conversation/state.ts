import type { Choice, Cursor, Slots, Utterance } from "../flow/types.ts";
import type { Danger } from "../understanding/types.ts";

/** A flow left for later, with the instant (ISO) at which it was left. */
export type Draft = { cursor: Cursor; leftAt: string };

/** What the service remembers of a conversation between two turns. Plain JSON. */
export type ConversationState = {
  /** Where the citizen stands in a flow, if in one. */
  cursor: Cursor | null;
  /** Flows left for later, the last one on top; of each flow at most one. */
  paused: Draft[];
  /** Choices of the last message that belong to no flow: look-alikes, follow-ups, offers. */
  offered: Choice[];
  /** What was said last, for `repeat`. */
  said: Utterance[];
  /** Turns in a row that found no answer. */
  misses: number;
  /** Turns in a row that did not bring the open question on: not understood, not fitting, an insult. */
  stumbles: number;
  /** The service last talked about: "and how much is it?" means this one. */
  service?: string;
  /** The passage last shown, by its pair: "and for how many days?" is asked of it. */
  about?: string;
  /** A flow asked for in the middle of another, to be offered when that one ends. */
  wish?: string;
  /** Words that are an answer or a question: the citizen was asked which. */
  heard?: string;
  /** Where a flow stood that ended because its citizen did not agree to something: who agrees after all goes on there. */
  declined?: Cursor;
  /** After silence: the citizen was asked once; the flow was left; its draft has run out. */
  silence?: "nudged" | "closed" | "expired";
  /** Of flows that may be begun again (`keeps`): what a person told of themselves, by flow. */
  kept?: Record<string, Slots>;
  /** The danger that was told last, until another need is named; and the dangers whose line was given lately, with how many replies ago. */
  danger?: Danger;
  warned?: { danger: Danger; ago: number }[];
  /** Codes of another channel tried without success, and since when (ISO). */
  tries?: { count: number; since: string };
};

export const emptyState = (): ConversationState =>
  ({ cursor: null, paused: [], offered: [], said: [], misses: 0, stumbles: 0 });
