import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isFull } from "../support/bars.ts";
import { type Bilingual, type Locale, locales } from "../../src/locale.ts";
import { lookalikeWords, nearWords } from "./stage/near.ts";
import { patterns } from "./stage/patterns.ts";
import { openScene } from "./stage/scene.ts";
import { contentWithFixtures, openStage, type Stage } from "./stage/stage.ts";
import { reachAll, type Place } from "./stage/ways.ts";

const content = contentWithFixtures();
const both = (of: (locale: Locale) => string): Bilingual => ({ es: of("es"), en: of("en") });
const today = new Date("2026-11-23T15:00:00Z");
const lookalikes = { es: await lookalikeWords(content, "es", today), en: await lookalikeWords(content, "en", today) };
const found = new Map([...content.flows.keys()].map((flow) => [flow, { lookalikes, near: both((locale) => nearWords(content, locale, flow)) }]));
const some = patterns({ near: both(() => ""), lookalikes });

let stage: Stage;
const places = new Map<string, Place[]>();
let played = 0;

beforeAll(async () => {
  stage = await openStage();
  for (const flow of stage.service.content.flows.values()) {
    for (const locale of locales) places.set(`${flow.name} ${locale}`, await reachAll(stage, flow, locale));
  }
});
afterAll(async () => {
  await stage.close();
  const questions = [...places.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`repair: ${played} patterns played at ${questions} questions of ${content.flows.size} flows in ${locales.length} languages`);
});

const names = [...content.flows.keys()];

describe.each(names)("%s", (name) => {
  describe.each(locales)("in %s", (locale) => {
    test("every question is reached", () => {
      expect(places.get(`${name} ${locale}`)!.map(({ question }) => question.slot).toSorted())
        .toEqual(content.flows.get(name)!.questions.map(({ slot }) => slot).toSorted());
    });

    test.each(some.map((pattern, i) => ({ i, pattern: pattern.name })))("$pattern", async ({ i }) => {
      for (const [at, place] of places.get(`${name} ${locale}`)!.entries()) {
        // In the everyday run a sixteenth of them, each pattern and each question in both languages somewhere.
        const turn = (i + at + 4 * locales.indexOf(locale)) / 8;
        if (!isFull && (turn + names.indexOf(name)) % 2 !== 0) continue;
        const scene = await openScene(stage, place);
        const pattern = patterns(found.get(name)!)[i]!;
        if (pattern.applies && !pattern.applies(scene)) continue;
        await pattern.play(scene).catch((fault: unknown) => {
          if (fault instanceof Error) fault.message = `at "${place.question.slot}": ${fault.message}`;
          throw fault;
        });
        played++;
      }
    });
  });
});
