import type { Locale } from "../locale.ts";
import type { Inbound } from "./message.ts";

/** An answer as it grows: all of it so far. It is not stored; the message that follows it is. */
export type Growing = { streamId: string; sequence: number; text: string; locale: Locale; turnId: string };

export type Live = {
  /** Opens a stream for the answer to an inbound. `say` takes what is checked so far. */
  begin: (inbound: Inbound, locale: Locale) => { id: string; say: (soFar: string) => void; began: () => boolean };
  /** Calls the listener with whatever grows in a conversation, until the returned function is called. */
  follow: (conversationId: string, listener: (growing: Growing) => void) => () => void;
};

/** Carries growing answers to the streams of this process; who follows elsewhere gets the stored message alone. */
export const createLive = (): Live => {
  const followers = new Map<string, Set<(growing: Growing) => void>>();
  return {
    begin: ({ conversationId, turnId }, locale) => {
      const id = `live-${turnId}`;
      let sequence = 0;
      const say = (text: string) => {
        sequence++;
        followers.get(conversationId)?.forEach((listener) => { listener({ streamId: id, sequence, text, locale, turnId }); });
      };
      return { id, say, began: () => sequence > 0 };
    },
    follow: (conversationId, listener) => {
      const listeners = followers.get(conversationId) ?? new Set();
      followers.set(conversationId, listeners.add(listener));
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) followers.delete(conversationId);
      };
    },
  };
};
