import { createHmac } from "node:crypto";
import type { Kysely } from "kysely";
import { readable, type File } from "../../conversation/files.ts";
import type { Inbound, Reply } from "../../conversation/message.ts";
import type { Reception } from "../../conversation/reception.ts";
import { isAskedForFiles, newestQuestion, outcomeOfEcho, replyAt } from "../../conversation/store.ts";
import type { Tables } from "../../db/tables.ts";
import { isLocale } from "../../locale.ts";
import type { Log } from "../../log.ts";
import type { Replicas } from "../../replicas/replicas.ts";
import { codesSpent } from "../code-tries.ts";
import { faultOf, type TelegramApi } from "./api.ts";
import type { CommandTable } from "./commands.ts";
import { readUpdate, type Pressed, type UpdateIn } from "./update.ts";

export type TakeParts = {
  api: TelegramApi;
  db: Kysely<Tables>;
  receive: Reception["receive"];
  replicas: Pick<Replicas, "allow">;
  commands: CommandTable;
  log: Log;
  /** Keeps chat ids out of conversation ids, and so out of figures. */
  salt: string;
};

/** Takes an update in; the same one again does nothing. Throws only when it could not be stored. */
export const takeUpdate = async (parts: TakeParts, update: UpdateIn): Promise<void> => {
  const read = readUpdate(update, parts.commands);
  switch (read.kind) {
    case "inbound": {
      const conversationId = conversationOf(parts, read.chatId);
      const inbound = { ...read.inbound, conversationId, ...(await codesSpent(parts.replicas, "chat", conversationId, read.inbound.text)) };
      const file = await evidence(parts, inbound);
      // Each picture of an album is a file of its own where files are asked for.
      const single = file ? { ...inbound, turnId: String(update.update_id) } : inbound;
      await parts.receive(read.edited ? await asEdit(parts, single) : single, { chatId: read.chatId }, file);
      return;
    }
    case "pressed":
      return takePress(parts, read.pressed, read.turnId, read.language);
    case "spent":
      attempt(parts, () => parts.api.acknowledge(read.callbackId));
      return;
    case "nothing":
      return;
    default:
      return read satisfies never;
  }
};

/** The file of a message that answers a question for files: it must be here before its turn. */
const evidence = async ({ db, api, log }: TakeParts, { conversationId, attachment }: Inbound): Promise<File | undefined> => {
  const ref = attachment?.file?.ref;
  if (ref === undefined || !(await isAskedForFiles(db, conversationId))) return undefined;
  const bytes = await api.fetch(ref).catch((fault: unknown) => {
    log.warn(faultOf(fault), "telegram file not fetched");
    return undefined;
  });
  return bytes && readable(bytes, attachment?.name ?? "");
};

/** An edited question is a new one. An answer that a flow has taken stays: the question that is open now is asked again. */
const asEdit = async ({ db }: TakeParts, inbound: Inbound): Promise<Inbound> => {
  const { channel, conversationId, turnId, echo } = inbound;
  const outcome = await outcomeOfEcho(db, conversationId, ["message", echo?.message ?? ""]);
  const wasTaken = outcome === "flow-continued" || outcome === "flow-completed";
  return wasTaken ? { channel, conversationId, turnId, attachment: { kind: "other" } } : inbound;
};

const takePress = async (parts: TakeParts, pressed: Pressed, turnId: string, language?: string): Promise<void> => {
  const { chatId, messageId, callbackId, seq, index } = pressed;
  const conversationId = conversationOf(parts, chatId);
  const reply = await replyAt(parts.db, conversationId, seq);
  const choice = reply?.choices[index];
  const live = reply && choice && (saysItself(choice.value) || (await isOpen(parts, conversationId, reply)));
  const locale = [reply?.locale, language].find(isLocale);
  await parts.receive(
    {
      channel: "telegram", conversationId, turnId,
      press: `${messageId}.${index}`,
      ...(live ? { text: choice.title, choice: choice.value } : { choice: "stale" }),
      ...(locale ? { locale } : {}),
    },
    { chatId },
  );
  attempt(parts, () => parts.api.acknowledge(callbackId));
  if (choice) attempt(parts, () => parts.api.spend(chatId, messageId, choice.title));
};

/** "Yes" under an earlier question is no answer to the one that is open now, unless it is the same one again. */
const isOpen = async ({ db }: TakeParts, conversationId: string, reply: Reply): Promise<boolean> => {
  const open = await newestQuestion(db, conversationId);
  return open?.ref === reply.ref && valuesOf(open) === valuesOf(reply);
};

const valuesOf = ({ choices }: Reply): string => choices.map(({ value }) => value).join("\n");

/** Choices that mean the same wherever they are pressed: see `conversation/handlers/chosen.ts`. */
const saysItself = (value: string): boolean => /^(?:(?:flow|fresh|resume|discard|service|show|command|desk):.+|person|repeat)$/.test(value);

const conversationOf = ({ salt }: TakeParts, chatId: number): string =>
  `tg-${createHmac("sha256", salt).update(String(chatId)).digest("base64url").slice(0, 22)}`;

/** For what may fail without loss, and keeps nobody waiting: the little clock on a pressed button. */
const attempt = ({ log }: TakeParts, call: () => Promise<void>): void => {
  call().catch((fault: unknown) => {
    log.debug(faultOf(fault), "telegram nicety failed");
  });
};
