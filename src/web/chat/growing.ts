import type { Locale } from "../../locale.ts";
import type { Activity } from "./directline/api.ts";

/** An answer as it grows. */
export type Growing = { streamId: string; sequence: number; text: string; locale?: Locale };

/** What is growing after these activities: the newest piece, until the bot's message takes its place. */
export const grow = (before: Growing | undefined, activities: Activity[]): Growing | undefined =>
  activities.reduce((growing, { type, from, text, locale, channelData }) => {
    if (type === "message") return from.role === "bot" ? undefined : growing;
    const { streamId, streamType, streamSequence: sequence = 0 } = channelData ?? {};
    if (type !== "typing" || streamType !== "streaming" || streamId === undefined) return growing;
    if (growing?.streamId === streamId && growing.sequence >= sequence) return growing;
    return { streamId, sequence, text: text ?? "", ...(locale ? { locale } : {}) };
  }, before);
