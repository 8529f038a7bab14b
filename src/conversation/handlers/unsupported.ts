import type { Handler } from "../respond.ts";
import { says } from "../saying.ts";
import { takesFiles } from "./in-flow.ts";
import { askAgain } from "./moving.ts";

export const longestText = 4000;

/** Messages that nothing here can read: too long, empty, or of a kind that no step takes. */
export const unsupported: Handler = async (turn) => {
  const { inbound } = turn;
  const text = inbound.text?.trim() ?? "";
  if (text.length > longestText) return again("repair.too-long", { limit: longestText });
  if (inbound.attachment && takesFiles(turn)) return undefined;
  if (inbound.start !== undefined || inbound.choice !== undefined || text) return undefined;
  return again(`repair.unsupported.${inbound.attachment?.kind ?? "empty"}`);

  async function again(key: string, params: Record<string, number> = {}) {
    const said = [{ key, params }];
    return (await askAgain(turn, "repaired-unsupported", said)) ?? says(turn, said, "repaired-unsupported");
  }
};
