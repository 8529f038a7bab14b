import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Reply } from "../../src/conversation/message.ts";
import { messagesAfter } from "../../src/conversation/store.ts";
import type { Locale } from "../../src/locale.ts";
import { seeded } from "./stage/random.ts";
import { openStage, type Said, type Stage } from "./stage/stage.ts";

const conversations = 1000;
const atOnce = 100;

let stage: Stage;
beforeAll(async () => { stage = await openStage(); });
afterAll(() => stage.close());

const letters = (n: number) => [...String(n)].map((figure) => "abcdefghij"[Number(figure)]).join("");

/** One citizen with a name and an address like nobody else's. */
const citizen = (n: number) => {
  const locale: Locale = n % 2 === 0 ? "es" : "en";
  const [first, second] = [`c${n}@uno.co`, `c${n}@dos.co`];
  const script: Said[] = [
    { start: "card" },
    { text: `Ana X${letters(n)}, ${first}, Cali` },
    { text: locale === "es" ? `mi correo está mal, es ${second}` : `my e-mail is wrong, it is ${second}` },
    { text: locale === "es" ? "repita por favor" : "can you repeat" },
    { choice: "keep" },
  ];
  return { id: randomUUID(), n, locale, script };
};

/** Says the next line on one of two connections, and now and then both send it at once with the same id. */
const converse = async ({ id, n, locale, script }: ReturnType<typeof citizen>): Promise<void> => {
  const chance = seeded(n);
  for (const said of script) {
    const inbound = { channel: "web", conversationId: id, turnId: randomUUID(), locale, ...said } as const;
    const send = () => stage.service.reception.converse(inbound);
    const [one, two] = await Promise.all(chance.next() < 0.2 ? [send(), send()] : [send()]);
    if (two) expect(two).toEqual(one);
  }
};

test(`${conversations} conversations at once, each on two connections, show no slot of one another`, { timeout: 300_000 }, async () => {
  const all = Array.from({ length: conversations }, (_, n) => citizen(n));
  let next = 0;
  const worker = async () => { for (let one = all[next++]; one; one = all[next++]) await converse(one); };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const { db } = stage.service.db;
  const stored = await db.selectFrom("message").select(["conversation_id", "seq", "direction", "payload"]).orderBy("seq").execute();
  const byConversation = Map.groupBy(stored, ({ conversation_id }) => conversation_id);
  for (const { id } of all.slice(0, 20)) {
    const [left, right] = await Promise.all([messagesAfter(db, id, 0), messagesAfter(db, id, 0)]);
    expect(left).toEqual(right);
  }
  for (const { id, n } of all) {
    const messages = byConversation.get(id)!;
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
    const words = messages.flatMap(({ direction, payload }) => (direction === "out" ? (payload as Reply).text : [])).join("\n");
    expect(new Set(words.match(/c\d+@(?:uno|dos)\.co/g))).toEqual(new Set([`c${n}@uno.co`, `c${n}@dos.co`]));
    expect(new Set(words.match(/X[a-j]+/g))).toEqual(new Set([`X${letters(n)}`]));
  }
  const open = await db.selectFrom("conversation").select("id").where(sql<boolean>`state -> 'cursor' <> 'null'::jsonb`).execute();
  expect(open).toEqual([]);
  console.log(`interleaved: ${conversations} conversations, ${atOnce} at once, two connections each`);
});
