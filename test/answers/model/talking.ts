import { randomUUID } from "node:crypto";
import { readConfig } from "../../../src/config.ts";
import { createService, type Overrides, type Service } from "../../../src/service.ts";
import type { ModelStandIn } from "../../support/model.ts";
import { publishedContent } from "../../support/content.ts";

export type Talking = Awaited<ReturnType<typeof startService>>;

/** The whole service beside a stand-in, and a way to ask it in a fresh conversation. */
export const startService = async (model: Pick<ModelStandIn, "environment">, environment: Record<string, string> = {}, overrides: Overrides = {}) => {
  const service = await createService(readConfig({ DATA_DIR: "memory://", LOG_LEVEL: "fatal", ...model.environment, ...environment }), { content: publishedContent(), ...overrides });
  return { service, ask: (text: string, locale: "es" | "en", conversationId?: string) => ask(service, text, locale, conversationId), close: service.close };
};

const ask = async (service: Service, text: string, locale: "es" | "en", conversationId: string = randomUUID()) => {
  const grown: string[] = [];
  const stop = service.live.follow(conversationId, (growing) => { grown.push(growing.text); });
  const turnId = randomUUID();
  const started = performance.now();
  const { replies, outcome } = await service.reception.converse({ channel: "console", conversationId, turnId, text, locale });
  const ms = performance.now() - started;
  stop();
  const turn = await service.db.db.selectFrom("turn").select(["model", "passages", "ms"]).where("turn_id", "=", turnId).executeTakeFirstOrThrow();
  return { replies, texts: replies.map((reply) => reply.text), outcome, grown, ms, model: turn.model, passages: turn.passages, recordedMs: turn.ms };
};
