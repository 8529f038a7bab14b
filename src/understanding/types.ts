import type { Locale } from "../locale.ts";
import type { Refusal } from "./refusal.ts";

export const dangers = ["trafficking", "violence", "child", "self-harm", "medical", "threat"] as const;
export type Danger = (typeof dangers)[number];

/** What a citizen may say at any moment, in any flow. */
export type Command =
  | { name: "cancel" | "back" | "restart" | "repeat" | "help" | "skip" | "person" | "video" | "menu" | "resume" | "thanks"
      | "greeting" | "goodbye" | "okay" | "insult" | "confused" | "chitchat"
      /** To go on with this conversation on another channel. */
      | "channel" }
  | { name: "language"; locale: Locale }
  | { name: "correct"; words: string };

export type Understood = {
  locale: Locale;
  /** False where the words could be either language: the conversation keeps its own. */
  localeSure: boolean;
  danger?: Danger;
  /** Less grave dangers that the same message tells of. */
  alsoDanger?: Danger[];
  /** A danger that it may tell of, but not surely. */
  perhaps?: Danger;
  /** Who writes says that they are out of danger now; that they are a minor. */
  safe?: true;
  minor?: true;
  /** Who got the line of a danger says that it is not so. */
  denied?: "self-harm" | "other";
  command?: Command;
  /** It may be one that is not answered, and why; how sure that must be, the conversation decides. */
  refusal?: Refusal;
  /** The likeliest intent and its calibrated score in 0..1, when it is over the threshold of "none of these". */
  intent?: { name: string; score: number };
  /** Other intents so near that one should ask. */
  near: { name: string; score: number }[];
  /** Of petitions and complaints: that one is to be handed in, that something is told which may make one, or that they are spoken of. */
  filing?: "wanted" | "told" | "spoken-of";
  /** The words tell of somebody who looks for a route of care: all of it, a good part, or a hint; `asked`: they also ask what a route answers. */
  route?: "asked" | "full" | "told" | "hinted";
  /** Looks like a question rather than an answer to one. */
  question: boolean;
};
