import { codeIn } from "../conversation/continuity.ts";
import type { Inbound } from "../conversation/message.ts";
import type { Replicas } from "../replicas/replicas.ts";

/** An address may be that of a whole office; a chat is one person's. */
const tries = { address: 20, chat: 10 } as const;
const seconds = 15 * 60;

/**
 * Whoever tries codes may do so in ever new conversations: codes are counted by where they come from as well, on all
 * replicas. The mark says that this one is not looked up.
 */
export const codesSpent = async (
  replicas: Pick<Replicas, "allow">, from: keyof typeof tries, caller: string, text = "",
): Promise<Pick<Inbound, "codesSpent">> => {
  if (codeIn(text) === undefined) return {};
  return (await replicas.allow(`code:${from}:${caller}`, tries[from], seconds)) ? {} : { codesSpent: true };
};
