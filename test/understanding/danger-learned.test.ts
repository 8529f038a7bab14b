import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { dangerExamples, readDangers } from "../../src/dangers.ts";
import { messagesOf, readRefusals } from "../../src/refusals.ts";
import { createDangers, type FindDangers, type Heard } from "../../src/understanding/danger.ts";
import { createChance } from "../../src/understanding/intents/chance.ts";
import { trainIntents } from "../../src/understanding/intents.ts";
import { dangers, type Danger } from "../../src/understanding/types.ts";
import { readCases, readList } from "./cases.ts";
import { publishedContent } from "../support/content.ts";

const folder = join(import.meta.dirname, "../../knowledge/data/danger");
const reviewed = readDangers(folder, []);
const { understand, intents, passages } = (() => {
  const { understand, knowledge } = publishedContent();
  return { understand, passages: knowledge.passages, intents: knowledge.examples.map(({ service, text }) => ({ text, intent: `service:${service}` })) };
})();

const share = <T>(all: readonly T[], fits: (one: T) => boolean): number => all.filter(fits).length / all.length;

describe("on sentences that it did not learn from", () => {
  let find: FindDangers;
  const held: { text: string; danger: Danger | "innocent" }[] = [];
  beforeAll(() => {
    const chance = createChance(11);
    const kept = reviewed.map(({ kind, file, lines }) => ({ kind, file, lines: lines.filter((text) => {
      if (chance() > 0.2) return true;
      if (!text.includes("(")) held.push({ text, danger: kind });
      return false;
    }) }));
    find = createDangers({ examples: dangerExamples(kept, intents, passages, messagesOf(readRefusals(join(folder, "../refusals"), []))) });
  }, 120_000);

  test("most dangers are found, four of five in the right kind", () => {
    const tells = held.filter(({ danger }) => danger !== "innocent");
    expect(share(tells, ({ text }) => find(text).told.length > 0)).toBeGreaterThan(0.86);
    expect(share(tells, ({ text, danger }) => find(text).told[0] === danger)).toBeGreaterThan(0.78);
  });

  test("of those that are not found most are doubted: their line stands before the reply", () => {
    const tells = held.filter(({ danger }) => danger !== "innocent").map(({ text }) => find(text));
    expect(share(tells, ({ told, perhaps }) => told.length > 0 || perhaps !== undefined)).toBeGreaterThan(0.93);
    expect(tells.every(({ told, perhaps }) => told.length === 0 || perhaps === undefined)).toBe(true);
  });

  test("what is heard at an open question is heard elsewhere as well, but not the other way round", () => {
    const found = (heard: Heard) => held.filter(({ text }) => find(text, heard).told.length > 0);
    const elsewhere = found({});
    expect(found({ asked: true }).every((one) => elsewhere.includes(one))).toBe(true);
    expect(found({ asked: true }).length).toBeLessThan(elsewhere.length);
  });

  test("of innocent sentences that were made to look like danger, nearly nine of ten are left alone", () => {
    expect(share(held.filter(({ danger }) => danger === "innocent"), ({ text }) => find(text).told.length === 0)).toBeGreaterThan(0.88);
  });
});

test("what the rules find is found in the same kind, but for one in fifty", () => {
  const said = Object.entries(readCases("danger.said")).flatMap(([danger, messages]) => messages.map((text) => ({ danger, text })));
  expect(share(said, ({ danger, text }) => understand(text).danger === danger)).toBeGreaterThan(0.98);
});

test("of everyday sentences at most one in forty raises an alarm", () => {
  expect(share(readList("danger.innocent"), (text) => understand(text).danger !== undefined)).toBeLessThan(0.025);
});

test.each(dangers)("%s has more than 240 lines, and none twice", (kind) => {
  const { lines } = reviewed.find((one) => one.kind === kind)!;
  expect(lines.length).toBeGreaterThan(240);
  expect(new Set(lines).size).toBe(lines.length);
});

test.each([
  ["hace veinte años amenazaron a mi familia, ya pasó, cuánto cuesta el pasaporte", "anoche amenazaron a mi familia con matarla si no nos vamos"],
  ["my husband died five years ago of a stroke, who signs the exit permit for my son", "my husband is having a stroke, he can't move his arm"],
])("what is long past raises no alarm, what is now does: %s", (past, now) => {
  expect(understand(past).danger).toBeUndefined();
  expect(understand(now).danger).toBeDefined();
});

test.each(["Yesenia Milagros Socorro", "me llamo Pedro Nel Socorro Guerra"])("a name that was asked for is no cry for help: %s", (text) => {
  expect(understand(text, { value: true }).danger).toBeUndefined();
  expect(understand("socorro").danger).toBe("threat");
});

test.each(["a mí nadie me pega, pregunto por el colegio", "i'm not being trafficked, i ask about the return law"])("what is denied is not told: %s", (text) => {
  expect(understand(text).danger).toBeUndefined();
});

test.each(["tengo 12 años y mi padrastro me pega todas las noches", "im 13 and my dad hits me"])("a child who tells of violence gets the child's line first: %s", (text) => {
  expect(understand(text).danger).toBe("child");
});

test("a danger in the middle of a long tale is heard", () => {
  const tale = "llegué en marzo con mi visa de trabajo y me registré a tiempo, luego me mudé a Cali donde conseguí un apartamento cerca del centro";
  const end = "por ahora trabajo en una panadería los fines de semana y quiero saber cuánto cuesta renovar la cédula y dónde la entregan";
  expect(understand(`${tale}. ${end}`).danger).toBeUndefined();
  expect(understand(`${tale}. mi marido me golpea y me encierra con llave todas las noches y amenaza con matarme. ${end}`).danger).toBe("violence");
});

test("several dangers at once: the gravest first, and the other as well", () => {
  const { danger, alsoDanger } = understand("mi marido me pegó, estoy embarazada y estoy sangrando mucho");
  expect(danger).toBe("medical");
  expect(alsoDanger).toContain("violence");
});

test("is as fast as telling the intent", () => {
  const find = createDangers({ examples: reviewed.flatMap(({ kind, lines }) => lines.slice(0, 60).map((text) => ({ text, danger: kind }))) });
  const { classify } = trainIntents(intents.slice(0, 1500).map(({ text, intent }) => ({ text, intent })));
  const messages = readList("danger.innocent").slice(0, 150);
  const ms = (work: (text: string) => unknown) => {
    messages.forEach(work);
    return Math.min(...Array.from({ length: 5 }, () => {
      const started = performance.now();
      messages.forEach(work);
      return performance.now() - started;
    }));
  };
  expect(ms(find)).toBeLessThan(12 * ms(classify));
});
