import type { File } from "./files.ts";
import type { Inbound } from "./message.ts";
import { accept, conversationsWaiting, nextUnhandled } from "./store.ts";
import { handleTurn, type TurnParts, type TurnResult } from "./turn.ts";

export type Reception = {
  /** Stores an inbound, once, and lets its turn follow. When this returns, a crash can no longer lose it. */
  receive: (inbound: Inbound, address?: unknown, file?: File) => Promise<{ seq: number; fresh: boolean }>;
  /** Receives and waits for the turn. */
  converse: (inbound: Inbound) => Promise<TurnResult>;
  /** Takes up inbounds that waited since before `since`: their process died before the turn was committed. */
  takeUp: (since: Date) => Promise<number>;
  /** Waits for the turns that are under way. */
  settled: () => Promise<void>;
};

/** Looks into a file before it is kept; gives why it is refused. */
export type Inspect = (file: File) => Promise<"infected" | "unchecked" | undefined>;

/** The counter where inbounds are taken in and their turns run, one after the other in each conversation. */
export const createReception = (parts: TurnParts, inspect: Inspect = () => Promise.resolve(undefined)): Reception => {
  const queues = new Map<string, Promise<void>>();

  const drain = (conversationId: string): Promise<void> => {
    const next = (queues.get(conversationId) ?? Promise.resolve())
      .then(() => handleAll(parts, conversationId))
      .catch((fault: unknown) => {
        parts.log.error({ fault: fault instanceof Error ? fault.name : typeof fault }, "turn left for later");
      })
      .finally(() => {
        if (queues.get(conversationId) === next) queues.delete(conversationId);
      });
    queues.set(conversationId, next);
    return next;
  };

  const receive: Reception["receive"] = async (inbound, address = null, file) => {
    const refused = file && (await inspect(file));
    const taken: Inbound = refused ? { ...inbound, attachment: { kind: inbound.attachment?.kind ?? "other", refused } } : inbound;
    const accepted = await accept(parts.db, taken, address, parts.now(), refused ? undefined : file);
    parts.wake(inbound.conversationId);
    void drain(inbound.conversationId);
    return accepted;
  };

  return {
    receive,
    converse: async (inbound) => {
      await accept(parts.db, inbound, null, parts.now());
      await drain(inbound.conversationId);
      return handleTurn(parts, inbound);
    },
    takeUp: async (since) => {
      const waiting = await conversationsWaiting(parts.db, since);
      await Promise.all(waiting.map(drain));
      return waiting.length;
    },
    settled: async () => {
      await Promise.all(queues.values());
    },
  };
};

const handleAll = async (parts: TurnParts, conversationId: string): Promise<void> => {
  for (;;) {
    const inbound = await nextUnhandled(parts.db, conversationId);
    if (!inbound) return;
    await handleTurn(parts, inbound);
  }
};
