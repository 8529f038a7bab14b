import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { withSources } from "../channels/plain.ts";
import type { TurnResult } from "../conversation/turn.ts";
import { inMemory } from "./in-memory.ts";

/** Talks to the bot in a terminal. `npm run chat -- find-tramite` opens at a flow. */
const { reception, content, close } = await inMemory();
const conversationId = randomUUID();
const terminal = createInterface({ input: process.stdin, output: process.stdout });

const print = ({ replies, outcome }: TurnResult) => {
  for (const reply of replies) {
    console.log(`\n${withSources(content.texts, reply)}`);
    reply.choices.forEach(({ title }, i) => { console.log(`  [${i + 1}] ${title}`); });
  }
  console.log(`\n  (${outcome})`);
};

const inbound = () => ({ channel: "console", conversationId, turnId: randomUUID() }) as const;

print(await reception.converse({ ...inbound(), start: process.argv[2] ?? "welcome" }));
terminal.setPrompt("> ");
terminal.prompt();
for await (const text of terminal) {
  print(await reception.converse({ ...inbound(), text }));
  terminal.prompt();
}
await close();
