import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { withSources } from "../channels/plain.ts";
import type { TurnResult } from "../conversation/turn.ts";
import { inMemory } from "./in-memory.ts";
import { replay } from "./replay.ts";

/**
 * Talks to the bot in a terminal. `npm run chat -- find-tramite` opens at a flow; `npm run chat -- --replay ID` prints a
 * stored conversation as a test transcript instead.
 */
const { values: { replay: stored }, positionals: [flow = "welcome"] } = parseArgs({ allowPositionals: true, options: { replay: { type: "string" } } });
if (stored !== undefined) {
  await replay(stored);
  process.exit();
}

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

print(await reception.converse({ ...inbound(), start: flow }));
terminal.setPrompt("> ");
terminal.prompt();
for await (const text of terminal) {
  print(await reception.converse({ ...inbound(), text }));
  terminal.prompt();
}
await close();
