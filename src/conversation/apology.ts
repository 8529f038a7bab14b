import type { Inbound } from "./message.ts";
import type { Response } from "./response.ts";
import type { Conversation } from "./store.ts";

/** What is said when a turn failed: the conversation stays where it was. */
export const apologise = (_inbound: Inbound, conversation: Conversation): Response => ({
  says: [{ key: "repair.fault" }],
  state: conversation.state,
  locale: conversation.locale,
  outcome: "failed",
  detail: conversation.state.cursor ? { flow: conversation.state.cursor.flow } : {},
});
