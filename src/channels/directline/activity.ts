import { z } from "zod";
import type { Stored } from "../../conversation/store.ts";
import type { Texts } from "../../text.ts";
import { withSources } from "../plain.ts";

const account = z.looseObject({ id: z.string().max(200).optional(), name: z.string().max(200).optional() });

/** What of a client's activity is read; anything else in it is ignored. */
export const activityIn = z.object({
  type: z.enum(["message", "event", "typing", "conversationUpdate", "endOfConversation", "messageReaction"]),
  id: z.string().max(200).optional(),
  text: z.string().max(20_000).optional(),
  name: z.string().max(100).optional(),
  locale: z.string().max(20).optional(),
  from: account.optional(),
  value: z.unknown().optional(),
  channelData: z.looseObject({ clientActivityID: z.string().max(200).optional() }).optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().max(200).optional(), name: z.string().max(300).optional() }))
    .max(20)
    .optional(),
});
export type ActivityIn = z.infer<typeof activityIn>;

export const bot = { id: "ventanilla", name: "Ventanilla", role: "bot" } as const;

/** A stored message as Direct Line shows it. Choices are suggested actions, so that any client can draw them. */
export const activityOut = (texts: Texts, conversationId: string, message: Stored) => {
  const common = {
    type: "message",
    id: activityId(conversationId, message.seq),
    timestamp: message.at.toISOString(),
    channelId: "directline",
    conversation: { id: conversationId },
  };
  if (message.direction === "in") {
    const { text, echo } = message.inbound;
    return {
      ...common,
      from: { id: echo?.from ?? "citizen", role: "user" },
      text: text ?? "",
      channelData: echo?.clientActivityID ? { clientActivityID: echo.clientActivityID } : {},
    };
  }
  const { reply, outcome } = message;
  return {
    ...common,
    from: bot,
    text: withSources(texts, reply),
    textFormat: "markdown",
    locale: reply.locale,
    inputHint: "acceptingInput",
    ...(message.replyTo ? { replyToId: activityId(conversationId, message.replyTo) } : {}),
    ...(reply.choices.length > 0 ? { suggestedActions: suggested(reply.choices) } : {}),
    channelData: { outcome, sources: reply.sources, body: reply.text, choices: reply.choices },
  };
};

export const activityId = (conversationId: string, seq: number): string =>
  `${conversationId}|${String(seq).padStart(7, "0")}`;

const suggested = (choices: { value: string; title: string }[]) => ({
  to: [],
  actions: choices.map(({ title }) => ({ type: "imBack", title, value: title })),
});
