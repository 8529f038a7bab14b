import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { locales } from "../../src/locale.ts";
import { isFull } from "../support/bars.ts";
import { openScene, type Scene } from "./stage/scene.ts";
import { openStage, type Stage } from "./stage/stage.ts";
import { reachAll } from "./stage/ways.ts";

const minute = 60_000;
const hour = 60 * minute;

let stage: Stage;
const scenes: Scene[] = [];
const untouchedMenu = ({ flow, fresh }: Scene) => flow.name === "welcome" && fresh;
const outcomes = async (id: string) =>
  (await stage.service.db.db.selectFrom("turn").select("outcome").where("conversation_id", "=", id).orderBy("id").execute()).map(({ outcome }) => outcome);
const all = async () => { while ((await stage.service.silence()) > 0); };

beforeAll(async () => {
  stage = await openStage();
  const places = [];
  for (const [at, flow] of [...stage.service.content.flows.values()].entries()) {
    // In the everyday run each flow in one language, by turns.
    for (const locale of locales.filter((_, i) => isFull || (i + at) % 2 === 0)) places.push(...(await reachAll(stage, flow, locale)));
  }
  for (const place of places) scenes.push(await openScene(stage, place));
  // Only these wait for an answer: the ways there do not.
  await stage.service.db.db.updateTable("conversation").set({ state: sql`state || '{"cursor": null, "paused": []}'::jsonb` })
    .where("id", "not in", scenes.map(({ id }) => id)).execute();
});
afterAll(() => stage.close());

describe("silence, at every question of every flow", () => {
  test("nothing is said before its time", async () => {
    stage.pass(9 * minute);
    expect(await stage.service.silence()).toBe(0);
  });

  test("asks once, in the citizen's language, and changes nothing", async () => {
    stage.pass(2 * minute);
    await all();
    expect(await stage.service.silence()).toBe(0);
    for (const scene of scenes) {
      expect(await outcomes(scene.id), scene.asked).toEqual(untouchedMenu(scene) ? [] : ["repaired-silence"]);
      const { state, locale } = await stage.read(scene.id);
      expect(locale).toBe(scene.locale);
      expect(state.cursor).toMatchObject({ at: scene.cursor.at, slots: scene.cursor.slots });
      if (!untouchedMenu(scene)) expect(state.said.map((said) => ("key" in said ? said.key : "")).slice(0, 2)).toEqual(["repair.silence.nudge", scene.asked]);
    }
  });

  test("leaves the flow when nobody answers, keeps the draft, and offers it at the next word", async () => {
    stage.pass(24 * hour + minute);
    await all();
    for (const scene of scenes.filter((scene) => !untouchedMenu(scene))) {
      expect(await outcomes(scene.id), scene.asked).toEqual(["repaired-silence", "flow-abandoned"]);
      const { state } = await stage.read(scene.id);
      expect(state).toMatchObject({ cursor: null, silence: "closed" });
      expect(state.paused.map(({ cursor }) => cursor.slots)).toEqual(scene.kept ? [scene.cursor.slots] : []);
      const got = await scene.say({ es: "hola", en: "hello" });
      expect(got.choices.includes(`resume:${scene.flow.name}`)).toBe(scene.kept);
      if (!scene.kept) continue;
      const back = await scene.say({ choice: `resume:${scene.flow.name}` });
      expect(back.state.cursor).toMatchObject({ at: scene.cursor.at, slots: scene.cursor.slots });
    }
  });

  test("drops drafts whose time is over, and says so", async () => {
    for (const wait of [20 * minute, 25 * hour, 8 * 24 * hour]) {
      stage.pass(wait);
      await all();
    }
    for (const scene of scenes.filter(({ kept }) => kept)) {
      const { state } = await stage.read(scene.id);
      expect(state).toMatchObject({ cursor: null, paused: [], silence: "expired" });
      expect((await scene.say({ es: "hola", en: "hello" })).refs[0]).toBe("repair.resume.expired");
    }
  });
});
