import { stringify } from "yaml";
import { readConfig } from "../config.ts";
import { messagesAfter, readConversation } from "../conversation/store.ts";
import { openDb, type Db } from "../db/open.ts";
import { createLog } from "../log.ts";

/**
 * A stored conversation as a transcript for `test/conversations/`: `npm run chat -- --replay <conversation id>`.
 * What the citizen wrote is personal: change names and numbers before it is kept as a test.
 */
export const transcriptOf = async (db: Db, id: string): Promise<string> => {
  const conversation = await readConversation(db, id);
  if (!conversation) throw new Error(`no conversation "${id}" is stored: it may have been deleted when its retention ended`);
  const messages = await messagesAfter(db, id, 0);
  const turns = messages.flatMap((message) => {
    if (message.direction !== "in") return [];
    const { text, choice, start, attachment } = message.inbound;
    const replies = messages.flatMap((other) => (other.direction === "out" && other.turnId === message.turnId ? other : []));
    const said = choice !== undefined ? { press: choice } : start !== undefined ? { start } : attachment && !text ? { send: attachment.kind } : { say: text ?? "" };
    return [{ ...said, ...(replies[0] ? { outcome: replies[0].outcome, says: replies.map(({ reply }) => reply.ref), locale: replies[0].reply.locale } : {}) }];
  });
  const { channel } = conversation;
  return stringify({ about: `conversation ${id}`, locale: messages.find((m) => m.direction === "in")?.inbound.locale ?? conversation.locale,
    channel: ["web", "telegram", "console"].includes(channel) ? channel : "console", turns });
};

/** Prints the conversation that is stored under an id, where `DATABASE_URL` or `DATA_DIR` say. */
export const replay = async (id: string): Promise<void> => {
  const { databaseUrl, dataDir, logLevel } = readConfig();
  const open = await openDb({ databaseUrl, dataDir, log: createLog(logLevel === "info" ? "error" : logLevel) });
  try {
    console.log(await transcriptOf(open.db, id));
  } finally {
    await open.close();
  }
};

if (import.meta.main) {
  const id = process.argv[2];
  if (!id) throw new Error("name a conversation: node src/console/replay.ts <conversation id>");
  await replay(id);
}
