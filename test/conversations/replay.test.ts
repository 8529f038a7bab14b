import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { inMemory } from "../../src/console/in-memory.ts";
import { transcriptOf } from "../../src/console/replay.ts";
import type { Inbound } from "../../src/conversation/message.ts";
import type { Service } from "../../src/service.ts";
import { play, transcript } from "../support/transcript.ts";

let service: Service;
beforeAll(async () => { service = await inMemory(); });
afterAll(() => service.close());

test("a stored conversation is a transcript that goes the same way again", async () => {
  const conversationId = randomUUID();
  const said: Partial<Inbound>[] = [{ start: "contact" }, { choice: "office" }, { attachment: { kind: "photo" } }, { text: "I live in Cali" }, { text: "thanks" }];
  for (const one of said) {
    await service.reception.converse({ channel: "console", conversationId, turnId: randomUUID(), locale: "en", ...one });
  }
  const given = transcript.parse(parse(await transcriptOf(service.db.db, conversationId)));
  expect(given.turns.map(({ start, press, send, say }) => start ?? press ?? send ?? say)).toEqual(["contact", "office", "photo", "I live in Cali", "thanks"]);
  expect(await play(service, given)).toEqual([]);
});

test("one that is not stored is named", async () => {
  await expect(transcriptOf(service.db.db, "nobody")).rejects.toThrow('no conversation "nobody"');
});
