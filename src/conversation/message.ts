import type { Attachment, Slots } from "../flow/types.ts";
import type { Locale } from "../locale.ts";

export const channels = ["web", "telegram", "kiosk", "console", "botframework"] as const;
export type Channel = (typeof channels)[number];

/** One message as it came in. `turnId` is the channel's own id: a channel may deliver it again. */
export type Inbound = {
  channel: Channel;
  conversationId: string;
  turnId: string;
  text?: string;
  /** The value of a pressed button. */
  choice?: string;
  /** Which button of which message: the same again with nothing said in between is a double press. */
  press?: string;
  attachment?: Attachment;
  /** An intent to open at: a deep link, `?intent=`. */
  start?: string;
  /** The language the client says it is in; the citizen's own words weigh more. */
  locale?: Locale;
  /** Too many codes of other channels were tried from where this came: none is looked up. */
  codesSpent?: true;
  /** What the channel wants back beside its own message. */
  echo?: Record<string, string>;
  /** An advisor runs a flow for a citizen. */
  behalf?: Behalf;
};

/** The citizen's conversation, to which belongs what the flow does; the advisor's name; what is known and not asked again. */
export type Behalf = { conversationId: string; channel: Channel; name: string; slots: Slots };

/** How the ids of conversations begin that are run on somebody's behalf. */
export const behalfId = "behalf-";

export type ReplyChoice = { value: string; title: string };

/** Where an answer comes from. `document` is the key of the source; dates are ISO days, months or years. */
export type SourceShown = { title: string; document: string; url?: string; published?: string };

/** An utterance said in a language. Text is light markdown: paragraphs, `- ` lists, `**bold**`, links. */
export type Reply = {
  /** The text or passage that it says: a key of `locales/`, or a passage's pair. */
  ref: string;
  text: string;
  locale: Locale;
  choices: ReplyChoice[];
  sources: SourceShown[];
  /** The id under which it was shown as it grew. */
  streamed?: string;
  /** Written by a person of the desk, under this name; without it the bot speaks. */
  from?: "advisor";
  name?: string;
  /** A file beside the text; its bytes are kept under the message's number. */
  attachment?: FileShown;
};

export type FileShown = { name: string; type: string; size: number };

/** How a turn ended: a closed list, grouped by prefix. Every published figure about turns is a count of these. */
export const outcomes = [
  "answered", "answered-disambiguated",
  "flow-started", "flow-continued", "flow-completed", "flow-abandoned",
  "repaired-cancel", "repaired-back", "repaired-restart", "repaired-repeat", "repaired-help", "repaired-skip",
  "repaired-correction", "repaired-digression", "repaired-language", "repaired-clarification", "repaired-chitchat",
  "repaired-invalid", "repaired-resume", "repaired-silence", "repaired-unsupported", "repaired-channel",
  "handed-off-requested", "handed-off-misses", "handed-off-flow",
  "handed-off-waiting", "handed-off-conversing", "handed-off-ended",
  "danger-trafficking", "danger-violence", "danger-child", "danger-self-harm", "danger-medical", "danger-threat",
  "refused-out-of-scope", "refused-personal-data", "refused-unsafe",
  "unanswered-no-source", "unanswered-unclear",
  "failed",
] as const;
export type Outcome = (typeof outcomes)[number];
