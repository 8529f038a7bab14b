import type { Choice, Cursor, Utterance } from "../flow/types.ts";

/** What the service remembers of a conversation between two turns. Plain JSON. */
export type ConversationState = {
  /** Where the citizen stands in a flow, if in one. */
  cursor: Cursor | null;
  /** Flows left for later, the last one on top. */
  paused: Cursor[];
  /** Choices of the last message that belong to no flow: look-alikes, follow-ups, offers. */
  offered: Choice[];
  /** What was said last, for `repeat`. */
  said: Utterance[];
  /** Turns in a row that found no answer. */
  misses: number;
  /** The service last talked about: "and how much is it?" means this one. */
  service?: string;
};

export const emptyState = (): ConversationState => ({ cursor: null, paused: [], offered: [], said: [], misses: 0 });
