import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Reply, Outcome } from "../conversation/message.ts";
import { isLocale, type Locale } from "../locale.ts";
import { inMemory } from "./in-memory.ts";

const row = z.union([
  z.object({ id: z.union([z.string(), z.number()]), question: z.string(), lang: z.string().optional() }),
  z.object({ id: z.union([z.string(), z.number()]), turns: z.array(z.string()).min(1), lang: z.string().optional() }),
]);

const { reception, close } = await inMemory();

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim()) process.stdout.write(`${JSON.stringify(await answerLine(line))}\n`);
}
await close();

async function answerLine(line: string) {
  const parsed = parse(line);
  if (!parsed.success) return { error: z.prettifyError(parsed.error), line: line.slice(0, 200) };
  const { id, lang } = parsed.data;
  const locale = isLocale(lang) ? lang : undefined;
  const say = speaker(locale);
  const started = performance.now();
  if ("question" in parsed.data) {
    const { replies, outcome } = await say(parsed.data.question);
    return { id, ...flat(replies, outcome, locale), ms: elapsed(started) };
  }
  const turns = [];
  for (const text of parsed.data.turns) turns.push(await say(text));
  const last = turns.at(-1)!;
  return {
    id,
    ...flat(last.replies, last.outcome, locale),
    replies: turns.map(({ replies, outcome }) => {
      const { text, choices } = flat(replies, outcome, locale);
      return { text, choices, outcome };
    }),
    ms: elapsed(started),
  };
}

/** A fresh conversation. */
function speaker(locale: Locale | undefined) {
  const conversationId = randomUUID();
  return (text: string) =>
    reception.converse({
      channel: "console", conversationId, turnId: randomUUID(), text, ...(locale ? { locale } : {}),
    });
}

/** All messages of a turn as one. */
function flat(replies: Reply[], outcome: Outcome, locale: Locale | undefined) {
  return {
    locale: replies[0]?.locale ?? locale ?? "es",
    outcome,
    text: replies.map((reply) => reply.text).join("\n\n"),
    choices: replies.flatMap((reply) => reply.choices),
    sources: replies.flatMap((reply) => reply.sources),
  };
}

function parse(line: string) {
  try {
    return row.safeParse(JSON.parse(line));
  } catch {
    return row.safeParse(undefined);
  }
}

function elapsed(started: number): number {
  return Math.round((performance.now() - started) * 10) / 10;
}
