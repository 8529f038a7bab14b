import type { Locale } from "../locale.ts";
import type { Inbound } from "./message.ts";
import type { Response } from "./response.ts";
import type { Conversation } from "./store.ts";

type Understand = (text: string, context: { locale: Locale }) => { locale: Locale };

/** What is said when a turn failed: the conversation stays where it was. */
export const createApologise = (understand: Understand) => (inbound: Inbound, conversation: Conversation): Response => {
  const { state } = conversation;
  const goOn = state.cursor ? { choices: [{ value: "repeat", title: { key: "channel.choice.continue" } }] } : {};
  return {
    says: [{ key: "repair.fault", ...goOn }],
    state,
    locale: spoken(understand, inbound, conversation),
    outcome: "failed",
    detail: state.cursor ? { flow: state.cursor.flow } : {},
  };
};

/** What failed may be the understanding itself. */
const spoken = (understand: Understand, { text = "" }: Inbound, { locale }: Conversation): Locale => {
  try {
    return understand(text.slice(0, 1000), { locale }).locale;
  } catch {
    return locale;
  }
};
