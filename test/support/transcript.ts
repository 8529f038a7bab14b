import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Inbound, Outcome } from "../../src/conversation/message.ts";
import { messagesAfter } from "../../src/conversation/store.ts";
import type { TurnResult } from "../../src/conversation/turn.ts";
import type { Service } from "../../src/service.ts";

const turn = z.strictObject({
  say: z.string().optional(),
  press: z.string().optional(),
  start: z.string().optional(),
  /** Nobody writes for so many minutes. */
  wait: z.number().optional(),
  send: z.enum(["photo", "voice", "video", "document", "sticker", "location", "contact", "other"]).optional(),
  outcome: z.string(),
  /** Keys of texts and pairs of passages, in order. */
  says: z.array(z.string()).optional(),
  locale: z.enum(["es", "en"]).optional(),
  choices: z.array(z.string()).optional(),
  /** Words that must stand in the replies: a name or figure that the citizen gave. */
  holds: z.array(z.string()).optional(),
});

/** A conversation as it should go; wording is nobody's business here. */
export const transcript = z.strictObject({
  about: z.string(),
  locale: z.enum(["es", "en"]),
  channel: z.enum(["web", "telegram", "console"]).default("console"),
  turns: z.array(turn).min(1),
});
type Turn = z.infer<typeof turn>;

export type Difference = { turn: number; expected: unknown; got: unknown };

/** Plays a transcript against a service; gives what differs. */
export const play = async (service: Service, given: z.infer<typeof transcript>): Promise<Difference[]> => {
  const conversationId = randomUUID();
  const differences: Difference[] = [];
  for (const [i, expected] of given.turns.entries()) {
    const { replies, outcome } = expected.wait === undefined
      ? await service.reception.converse({ channel: given.channel, conversationId, turnId: randomUUID(), locale: given.locale, ...inboundOf(expected) })
      : await silence(service, conversationId, expected.wait);
    const got = {
      outcome,
      says: replies.map((reply) => reply.ref),
      locale: replies[0]?.locale,
      choices: replies.flatMap((reply) => reply.choices.map((choice) => choice.value)),
    };
    for (const part of ["outcome", "says", "locale", "choices"] as const) {
      if (expected[part] !== undefined && JSON.stringify(expected[part]) !== JSON.stringify(got[part])) {
        differences.push({ turn: i + 1, expected: { [part]: expected[part] }, got });
      }
    }
    const words = replies.map((reply) => reply.text).join("\n");
    for (const held of expected.holds ?? []) {
      if (!words.includes(held)) differences.push({ turn: i + 1, expected: { holds: held }, got: words });
    }
  }
  return differences;
};

/** What the service says of its own accord when the last word was so long ago. */
const silence = async (service: Service, id: string, minutes: number): Promise<TurnResult> => {
  const { db } = service.db;
  const seq = (await messagesAfter(db, id, 0)).at(-1)?.seq ?? 0;
  await db.updateTable("conversation").set({ updated_at: new Date(service.now().getTime() - minutes * 60_000) }).where("id", "=", id).execute();
  await service.silence();
  const said = (await messagesAfter(db, id, seq)).flatMap((message) => (message.direction === "out" ? message : []));
  return { replies: said.map(({ reply }) => reply), outcome: said.at(-1)?.outcome ?? ("nothing" as Outcome) };
};

const inboundOf = ({ say, press, start, send }: Turn): Partial<Inbound> => ({
  ...(say === undefined ? {} : { text: say }),
  ...(press === undefined ? {} : { choice: press }),
  ...(start === undefined ? {} : { start }),
  ...(send === undefined ? {} : { attachment: { kind: send } }),
});
