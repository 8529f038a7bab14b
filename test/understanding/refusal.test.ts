import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/answers/knowledge.ts";
import { innocentMessages, readDangers } from "../../src/dangers.ts";
import { learnedBefore } from "../../src/learned.ts";
import { messagesOf, readRefusals, refusalExamples } from "../../src/refusals.ts";
import { learnRefusals, type FindRefusal, type Refusal } from "../../src/understanding/refusal.ts";
import { isRefusalKind, refusalKinds } from "../../src/understanding/refusal/kinds.ts";
import { fold } from "../../src/words.ts";
import { readCases, readList } from "./cases.ts";

const folder = join(import.meta.dirname, "../../knowledge");
const said = Object.entries(readCases("refusal.said"));
const innocent = readList("refusal.innocent");
const reviewed = readRefusals(join(folder, "data", "refusals"), []);

/** As sure as the conversation wants it where the knowledge has nothing. */
const isSure = (found: Refusal | undefined) => found !== undefined && found.score >= 0.35;

describe("refusals", () => {
  let find: FindRefusal;
  beforeAll(() => {
    const { knowledge } = loadKnowledge(folder);
    const innocents = innocentMessages(readDangers(join(folder, "data", "danger"), []));
    const examples = refusalExamples(reviewed, knowledge, innocents);
    find = learnRefusals(examples, learnedBefore(examples, "refusals"));
  });

  test("every kind has cases, and none is an example", () => {
    expect(said.map(([kind]) => kind).sort()).toEqual([...refusalKinds].sort());
    const examples = new Set(messagesOf(reviewed).map(fold));
    expect([...said.flatMap(([, messages]) => messages), ...innocent].filter((message) => examples.has(fold(message)))).toEqual([]);
  });

  test.each(said)("%s: two of three are seen", (kind, messages) => {
    expect(isRefusalKind(kind)).toBe(true);
    const missed = messages.filter((message) => !isSure(find(message)));
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(messages.length / 3);
  });

  test("seven of eight are seen, and of those as many in the right kind", () => {
    const all = said.flatMap(([kind, messages]) => messages.map((message) => ({ kind, found: find(message) })));
    const seen = all.filter(({ found }) => isSure(found));
    expect(seen.length / all.length).toBeGreaterThanOrEqual(0.875);
    expect(seen.filter(({ kind, found }) => found!.kind === kind).length / seen.length).toBeGreaterThanOrEqual(0.85);
  });

  test("what only sounds so is answered", () => {
    const refused = innocent.filter((message) => isSure(find(message)));
    expect(refused.length, refused.join("\n")).toBeLessThanOrEqual(innocent.length * 0.05);
  });

  test("capitals and lost accents change little", () => {
    const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
    const changed = said.flatMap(([, messages]) => messages).filter((message) => find(message)?.kind !== find(plain(message))?.kind);
    expect(changed).toEqual([]);
  });

  test("a very long message does no harm", () => {
    expect(find("a".repeat(100_000))).toBeUndefined();
    expect(find("")).toBeUndefined();
  });
});

test("without examples nothing is refused", () => {
  expect(learnRefusals([])("cómo hago un pasaporte falso")).toBeUndefined();
});
