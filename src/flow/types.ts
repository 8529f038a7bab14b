import type { Bilingual, Locale } from "../locale.ts";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Slots = Record<string, Json>;

/** A value inside a sentence that is only put into words when its language is known. */
export type Param = string | number | { key: string; params?: Record<string, Param> } | { date: string } | { both: Bilingual };

export type Choice = { value: string; title: { key: string } | { both: Bilingual } };

/** What to say, without language: a text of `locales/`, or a reference to published content. */
export type Utterance =
  | { key: string; params?: Record<string, Param>; choices?: Choice[]; /** Passages, by pair, whose sources stand under it. */ cites?: string[]; sources?: SourceSaid[] }
  | { content: string; composed?: Composed; choices?: Choice[] };

/** A source that stands under what is said, beside those of `cites`. */
export type SourceSaid = { key: string; title: Bilingual; article?: string; url?: string; published?: string };

/** Published content in other words, in one language; `cites` names all that it was written from. */
type Composed = { locale: Locale; text: string; cites: string[] };

export type Attachment = {
  kind: AttachmentKind;
  name?: string;
  contentType?: string;
  url?: string;
  /** A file that may be handed on to a person; `ref` is where its channel keeps it, when it is not kept here. */
  file?: { type: string; size: number; ref?: string; /** Where it is kept, for a question that takes files. */ key?: string };
  /** Why a file was not taken that came with it. */
  refused?: "infected" | "unchecked";
};
export type AttachmentKind =
  | "photo" | "voice" | "video" | "document" | "sticker" | "location" | "contact" | "other";

/** A question that a citizen is looking at: a step, or one field of a form. */
export type Position = { step: string; field?: string };

/** A `call` that ran: it is not run again when content changed meanwhile, and `sets` goes when it is forgotten. */
type CallMade = { step: string; word?: string; sets: string[] };

/** Where a citizen stands in a flow. Plain JSON; survives a restart, a deploy and a change of content. */
export type Cursor = {
  flow: string;
  hash: string;
  at: Position | null;
  slots: Slots;
  /** Questions already answered, oldest first: `back` returns to the last one. */
  trail: Position[];
  /** Actions already run, oldest first. */
  calls: CallMade[];
  /** While an earlier answer is being corrected: where the citizen goes on afterwards. */
  returnTo?: Position;
  /** Words that were nearly an answer ("1020345678", of which type?), joined with the next ones. */
  partial?: string;
  /** What was answered before a question is put anew: a new answer may say only what is different. */
  earlier?: Slots;
  /** The open question takes files: those that come are kept. */
  takesFiles?: true;
};

export type FlowInput =
  | { kind: "start"; slots?: Slots }
  | { kind: "answer"; text: string; choice?: string; attachment?: Attachment }
  | { kind: "back" | "skip" | "restart" }
  /** brief: only the question, without the sentences just before it (after a digression). */
  | { kind: "repeat"; brief?: boolean }
  /** part: only some of its words are others; also: what other answers become with it. */
  | { kind: "correct"; slot: string; text?: string; part?: true; also?: { slot: string; text: string }[] };

export type ActionResult = {
  to?: string;
  /** What the action found out; gone when the flow goes back behind it. */
  slots?: Slots;
  /** Answers to questions of the flow, as if the citizen had given them: they are not asked, and stay until their question is forgotten. */
  answers?: Slots;
  /** Questions of the flow that were told ahead, and are to be asked after all. */
  unanswered?: string[];
  says?: Utterance[];
};

/** All that a flow may ask of the outside. */
export type FlowContext = {
  locale: Locale;
  now: Date;
  call: (action: string, slots: Slots) => Promise<ActionResult>;
  /** An option's title in a language, to understand a typed choice. */
  title: (title: Choice["title"], locale: Locale) => string;
  /** Whether a text with this key exists: a flow's own `invalid` text goes before the general one. */
  has: (key: string) => boolean;
  /** The slots an action reads. Unknown: it is taken to read all of them. */
  needs?: (action: string) => readonly string[] | undefined;
};

/**
 * waiting: a question is open · done: the flow ended · handoff: a person is asked for (queue in `queue`) ·
 * unfit: the answer does not fit the question, `says` explains and asks again · refused: the command has no
 * effect here (nothing to go back to, not optional), `says` tells why and asks again.
 */
export type FlowResult = {
  status: "waiting" | "done" | "handoff" | "unfit" | "refused";
  says: Utterance[];
  cursor: Cursor;
  queue?: string;
  /** With `done`: the flow that the citizen chose to go on with. */
  next?: string;
  /** With `waiting`: the citizen wants to change an earlier answer, and is to be asked which. */
  change?: true;
  /** Slots that this input set or changed. */
  changed: string[];
};
