import type { Insertable } from "kysely";
import type { Tables } from "../../src/db/tables.ts";

const at = new Date("2026-11-23T14:00:00Z");

export const conversation = (id: string): Insertable<Tables["conversation"]> => ({
  id,
  channel: "web",
  address: "null",
  locale: "es",
  state: "{}",
  version: 0,
  last_seq: 0,
  created_at: at,
  updated_at: at,
});

export const inbound = (conversationId: string, seq: number, turnId: string): Insertable<Tables["message"]> => ({
  conversation_id: conversationId,
  seq,
  direction: "in",
  channel: "web",
  turn_id: turnId,
  payload: "{}",
  handled_at: null,
  created_at: at,
});

export const turn = (conversationId: string, turnId: string): Insertable<Tables["turn"]> => ({
  conversation_id: conversationId,
  channel: "web",
  turn_id: turnId,
  outcome: "answered",
  locale: "es",
  intent: null,
  flow: null,
  step: null,
  passages: "[]",
  score: null,
  ms: 1,
  at,
});
