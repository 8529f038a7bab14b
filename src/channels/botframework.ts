import { randomUUID } from "node:crypto";
import {
  ActivityTypes,
  BotAdapter,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from "botbuilder";
import express, { type RequestHandler } from "express";
import { isLocale } from "../locale.ts";
import type { File } from "../conversation/files.ts";
import type { Channel, Inbound, Reply } from "../conversation/message.ts";
import type { Delivered, Push } from "../conversation/delivery.ts";
import type { Texts } from "../text.ts";
import { activityIn, type ActivityIn } from "./directline/activity.ts";
import { attachmentOf } from "./attachment.ts";
import { withName } from "./plain.ts";

type Receive = (inbound: Inbound, address?: unknown, file?: File) => Promise<{ seq: number; fresh: boolean }>;

/**
 * The web chat's way in: a Direct Line activity becomes an inbound inside a Bot Framework turn. Nothing is sent from
 * here: the stream reads the stored replies.
 */
export const createDirectLine = (receive: Receive) => {
  const adapter = new StoredAdapter();
  return async (activity: ActivityIn, conversationId: string, file?: File, marks: Pick<Inbound, "codesSpent"> = {}): Promise<number | undefined> => {
    let seq: number | undefined;
    const full = { ...activity, channelId: "directline", conversation: { id: conversationId } } as unknown as Partial<Activity>;
    await adapter.process(full, async (context) => {
      const said = inboundOf("web", context, conversationId);
      const inbound = said && { ...said, ...marks };
      if (inbound) seq = (await receive(file ? withFile(inbound, file) : inbound, undefined, file)).seq;
    });
    return seq;
  };
};

export type BotFrameworkParts = {
  credentials: { appId: string; password: string; tenantId: string | undefined };
  receive: Receive;
  texts: Texts;
};

/**
 * `POST /api/messages` for the Bot Framework's own channels. Only made with credentials: without them botbuilder
 * takes any caller, and posts to an address that the caller names.
 */
export const createBotFramework = ({ credentials, receive, texts }: BotFrameworkParts) => {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: credentials.appId,
      MicrosoftAppPassword: credentials.password,
      MicrosoftAppType: credentials.tenantId ? "SingleTenant" : "MultiTenant",
      ...(credentials.tenantId ? { MicrosoftAppTenantId: credentials.tenantId } : {}),
    }),
  );
  const push: Push = (address, reply) => send(adapter, credentials.appId, address, reply, texts);
  return { handlers: [express.json({ limit: "256kb" }), wellFormed, intake(adapter, receive)], push };
};

const intake = (adapter: CloudAdapter, receive: Receive): RequestHandler => (req, res, next) => {
  const logic = async (context: TurnContext) => {
    const reference = TurnContext.getConversationReference(context.activity);
    const id = `${context.activity.channelId}:${reference.conversation?.id ?? ""}`;
    const inbound = inboundOf("botframework", context, id);
    if (inbound) await receive(inbound, reference);
  };
  adapter.process(req, res, logic).catch(next);
};

const send = async (
  adapter: CloudAdapter,
  appId: string,
  address: unknown,
  reply: Reply,
  texts: Texts,
): Promise<Delivered> => {
  let id: string | undefined;
  await adapter.continueConversationAsync(appId, address as ConversationReference, async (context) => {
    const sent = await context.sendActivity({
      type: ActivityTypes.Message,
      text: withName(texts, reply),
      textFormat: "markdown",
      locale: reply.locale,
      suggestedActions: {
        to: [],
        actions: reply.choices.map(({ title }) => ({ type: "imBack", title, value: title })),
      },
    });
    id = sent?.id;
  });
  return { status: "sent", ...(id ? { externalId: id } : {}) };
};

/** A malformed activity is refused before botbuilder reads it: it would answer with a stack trace. */
const wellFormed: RequestHandler = (req, res, next) => {
  const parsed = activityIn.safeParse(req.body);
  if (parsed.success) next();
  else res.status(400).json({ error: { code: "BadArgument", message: "not a Bot Framework activity" } });
};

const withFile = (inbound: Inbound, { type, size, name }: File): Inbound =>
  ({ ...inbound, attachment: { ...attachmentOf(type, name), file: { type, size } } });

/** What a turn's activity says, or undefined when it asks for nothing (typing, a reaction, a goodbye of the client). */
const inboundOf = (channel: Channel, { activity }: TurnContext, conversationId: string): Inbound | undefined => {
  const locale = activity.locale?.slice(0, 2).toLowerCase();
  const data = activity.channelData as { clientActivityID?: string; choice?: string } | undefined;
  const base = {
    channel,
    conversationId,
    turnId: `${conversationId}:${data?.clientActivityID ?? ownId(channel, activity)}`,
    echo: {
      ...(activity.from?.id ? { from: activity.from.id } : {}),
      ...(data?.clientActivityID ? { clientActivityID: data.clientActivityID } : {}),
    },
    ...(isLocale(locale) ? { locale } : {}),
  };
  if (activity.type === ActivityTypes.Event) return opening(base, activity);
  if (activity.type !== ActivityTypes.Message) return undefined;
  const attachment = activity.attachments?.[0];
  return {
    ...base,
    ...(activity.text === undefined ? {} : { text: activity.text }),
    ...(typeof data?.choice === "string" ? { choice: data.choice } : {}),
    ...(attachment ? { attachment: attachmentOf(attachment.contentType, attachment.name) } : {}),
  };
};

/** On the web the id of an activity is ours to give; the Bot Framework's own channels redeliver under theirs. */
const ownId = (channel: Channel, { id }: Activity): string => (channel === "botframework" && id) || randomUUID();

const opening = (base: Inbound, activity: Activity): Inbound | undefined => {
  if (activity.name !== "webchat/join") return undefined;
  const { intent, language } = (activity.value ?? {}) as { intent?: unknown; language?: unknown };
  return {
    ...base,
    turnId: `${base.conversationId}:opening`,
    start: typeof intent === "string" && intent ? intent : "welcome",
    ...(isLocale(language) ? { locale: language } : {}),
  };
};

/** An adapter that sends nothing: what is said in a turn is stored by the turn and read by the stream. */
class StoredAdapter extends BotAdapter {
  async process(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }
  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    throw new Error(`replies are stored by the turn, not sent from it (${activities.length} activities)`);
  }
  override updateActivity(): Promise<undefined> {
    throw new Error("a stored message is not updated");
  }
  override deleteActivity(): Promise<void> {
    throw new Error("a stored message is not deleted");
  }
  override continueConversation(): Promise<void> {
    throw new Error("the stream continues a web conversation");
  }
}
