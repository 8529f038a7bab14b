import { Api, GrammyError, HttpError } from "grammy";
import type { Delivered, Push } from "../../conversation/delivery.ts";
import type { Reply } from "../../conversation/message.ts";
import type { Texts } from "../../text.ts";
import { withSources } from "../plain.ts";
import { toHtml, withoutMarks } from "./html.ts";
import { updateIn, type UpdateIn } from "./update.ts";

export type TelegramApi = {
  /** Waits up to `seconds` for updates from `offset` on; those before it are confirmed by asking. */
  updates: (offset: number, seconds: number, signal: AbortSignal) => Promise<UpdateIn[]>;
  push: Push;
  acknowledge: (callbackId: string) => Promise<void>;
  spend: (chatId: number, messageId: number, chosen: string) => Promise<void>;
  introduce: (commands: CommandList[]) => Promise<void>;
  setWebhook: (url: string, secret: string) => Promise<void>;
  deleteWebhook: () => Promise<void>;
};

type CommandList = { language?: "es" | "en"; commands: { command: string; description: string }[] };

const wanted = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

/** Telegram's Bot API, as far as this service uses it. `root` replaces Telegram's own address. */
export const createTelegramApi = (token: string, root: string | undefined, texts: Texts): TelegramApi => {
  const api = new Api(token, { ...(root ? { apiRoot: root } : {}), timeoutSeconds: 60 });
  return {
    updates: async (offset, seconds, signal) => {
      const given = await api.getUpdates({ offset, timeout: seconds, allowed_updates: wanted }, signal as never);
      return given.flatMap((update) => updateIn.safeParse(update).data ?? []);
    },
    push: (address, reply, { seq }) => send(api, (address as { chatId: number }).chatId, reply, seq, texts),
    acknowledge: async (id) => {
      await api.answerCallbackQuery(id);
    },
    spend: async (chatId, messageId, chosen) => {
      const button = { text: `✓ ${chosen}`.slice(0, 60), callback_data: "spent" };
      await api.editMessageReplyMarkup(chatId, messageId, { reply_markup: { inline_keyboard: [[button]] } });
    },
    introduce: async (lists) => {
      for (const { language, commands } of lists) {
        await api.setMyCommands(commands, language ? { language_code: language } : {});
      }
    },
    setWebhook: async (url, secret) => {
      await api.setWebhook(url, { secret_token: secret, allowed_updates: wanted });
    },
    deleteWebhook: async () => {
      await api.deleteWebhook();
    },
  };
};

const send = async (api: Api, chatId: number, reply: Reply, seq: number, texts: Texts): Promise<Delivered> => {
  const markdown = withSources(texts, reply);
  const keyboard = reply.choices.length > 0 ? { reply_markup: keyboardOf(reply, seq) } : {};
  const preview = { link_preview_options: { is_disabled: true } };
  try {
    const sent = await api.sendMessage(chatId, toHtml(markdown), { parse_mode: "HTML", ...keyboard, ...preview });
    return { status: "sent", externalId: String(sent.message_id) };
  } catch (fault) {
    if (!isUnreadable(fault)) return outcomeOf(fault);
  }
  try {
    const sent = await api.sendMessage(chatId, withoutMarks(markdown), { ...keyboard, ...preview });
    return { status: "sent", externalId: String(sent.message_id) };
  } catch (fault) {
    return outcomeOf(fault);
  }
};

/** Telegram allows 64 bytes behind a button: the message's number and the choice's place in it. */
const keyboardOf = ({ choices }: Reply, seq: number) => ({
  inline_keyboard: choices.map(({ title }, i) => [{ text: title, callback_data: `${seq}.${i}` }]),
});

const isUnreadable = (fault: unknown): boolean =>
  fault instanceof GrammyError && fault.error_code === 400 && /parse entities/i.test(fault.description);

const outcomeOf = (fault: unknown): Delivered => {
  if (fault instanceof HttpError) return { status: "later" };
  if (!(fault instanceof GrammyError)) throw fault;
  const gone = fault.error_code === 403 || (fault.error_code === 400 && /chat not found|deactivated/i.test(fault.description));
  if (gone) return { status: "undeliverable" };
  const seconds = fault.parameters.retry_after;
  return { status: "later", ...(seconds ? { seconds } : {}) };
};
