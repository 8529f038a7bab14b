import { z } from "zod";
import type { Outcome, Reply } from "../../conversation/message.ts";
import type { Growing } from "../../conversation/live.ts";
import type { Stored } from "../../conversation/store.ts";
import type { Texts } from "../../text.ts";
import { withSources } from "../plain.ts";

/** No NUL and no half of a surrogate pair: PostgreSQL stores neither. */
const words = (longest: number) => z.string().max(longest).transform((text) => text.replaceAll("\0", "").toWellFormed());

const account = z.looseObject({ id: words(200).optional(), name: words(200).optional() });

/** What of a client's activity is read; anything else in it is ignored. */
export const activityIn = z.object({
  type: z.enum(["message", "event", "typing", "conversationUpdate", "endOfConversation", "messageReaction"]),
  id: words(200).optional(),
  text: words(20_000).optional(),
  name: words(100).optional(),
  locale: words(20).optional(),
  from: account.optional(),
  value: z.unknown().optional(),
  channelData: z.looseObject({ clientActivityID: words(200).optional(), choice: words(300).optional() }).optional(),
  attachments: z
    .array(z.looseObject({ contentType: words(200).optional(), name: words(300).optional() }))
    .max(20)
    .optional(),
});
export type ActivityIn = z.infer<typeof activityIn>;

const bot = { id: "ventanilla", name: "Ventanilla", role: "bot" } as const;

/** A stored message as Direct Line shows it. Choices are suggested actions, so that any client can draw them. */
export const activityOut = (texts: Texts, conversationId: string, message: Stored, linkOf: (seq: number) => string) => {
  const common = {
    type: "message",
    id: activityId(conversationId, message.seq),
    timestamp: message.at.toISOString(),
    channelId: "directline",
    conversation: { id: conversationId },
  };
  if (message.direction === "in") {
    const { text, choice, attachment, echo } = message.inbound;
    const { name, contentType } = attachment ?? {};
    return {
      ...common,
      from: { id: echo?.from ?? "citizen", role: "user" },
      text: text ?? "",
      ...(attachment ? { attachments: [{ contentType: contentType ?? "", name: name ?? "" }] } : {}),
      channelData: {
        ...(echo?.clientActivityID ? { clientActivityID: echo.clientActivityID } : {}),
        ...(choice === undefined ? {} : { choice }),
      },
    };
  }
  const { reply, outcome } = message;
  const { name, attachment } = reply;
  return {
    ...common,
    from: name === undefined ? bot : { id: "advisor", name, role: "bot" },
    text: withSources(texts, reply),
    textFormat: "markdown",
    locale: reply.locale,
    inputHint: "acceptingInput",
    ...(message.replyTo ? { replyToId: activityId(conversationId, message.replyTo) } : {}),
    ...(reply.choices.length > 0 ? { suggestedActions: suggested(reply.choices) } : {}),
    ...(attachment ? { attachments: [{ contentType: attachment.type, name: attachment.name, contentUrl: linkOf(message.seq) }] } : {}),
    ...(reply.streamed === undefined ? {} : { entities: [{ type: "streaminfo", streamId: reply.streamed, streamType: "final" }] }),
    channelData: { ...whose(reply, outcome), ...ended(reply), sources: reply.sources, body: reply.text, choices: reply.choices },
  };
};

/** The message that follows an answer which was shown as it grew, and takes its place. */
const ended = ({ streamed }: Reply) => (streamed === undefined ? {} : { streamId: streamed, streamType: "final" });

/** An answer as it grows, in the Bot Framework's form: a typing activity that carries all of it so far. */
export const activityGrowing = (conversationId: string, { streamId, sequence, text, locale }: Growing) => {
  const info = { streamId, streamType: "streaming", streamSequence: sequence };
  return {
    type: "typing", id: sequence === 1 ? streamId : `${streamId}-${sequence}`, from: bot, channelId: "directline", conversation: { id: conversationId },
    text, locale, entities: [{ type: "streaminfo", ...info }], channelData: info,
  };
};

/** A person's words are no turn of the bot's, and have no outcome. */
const whose = ({ from, name }: Reply, outcome: Outcome | null) =>
  from ? { from, name } : outcome === null ? { from: "desk" } : { outcome };

export const activityId = (conversationId: string, seq: number): string =>
  `${conversationId}|${String(seq).padStart(7, "0")}`;

const suggested = (choices: { value: string; title: string }[]) => ({
  to: [],
  actions: choices.map(({ title }) => ({ type: "imBack", title, value: title })),
});
