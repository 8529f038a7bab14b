import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { careRows } from "../../../src/actions/care.ts";
import { returnActions } from "../../../src/actions/return.ts";
import { loadKnowledge } from "../../../src/answers/knowledge.ts";
import { loadReturn } from "../../../src/care/return/setup.ts";
import type { ActionTurn } from "../../../src/conversation/response.ts";
import { advance } from "../../../src/flow/advance.ts";
import { loadFlows } from "../../../src/flow/load.ts";
import type { Cursor, FlowContext, FlowResult, Slots, Utterance } from "../../../src/flow/types.ts";
import { locales } from "../../../src/locale.ts";
import { loadTexts } from "../../../src/text.ts";
import { contextOf, keys } from "../../flow/talk.ts";
import { care } from "../world.ts";

const root = join(import.meta.dirname, "../../..");
const texts = loadTexts(join(root, "locales"));
const flow = loadFlows(join(root, "flows")).flows.get("return-check")!;
const returns = loadReturn(join(root, "knowledge"));
const passages = new Set(loadKnowledge(join(root, "knowledge")).knowledge.passages.map(({ id }) => id));
const now = new Date("2026-11-23T15:00:00Z");

const context = (setup = returns): FlowContext => contextOf({}, {
  call: async (name, slots) => returnActions[name as keyof typeof returnActions].run({ returns: setup }, { slots, now } as unknown as ActionTurn),
  needs: (name) => (returnActions as Record<string, { needs: string[] }>)[name]?.needs,
});

/** Answers the open question, on a copy of where one stands. */
const press = (from: Cursor, choice: string, by = context()): Promise<FlowResult> =>
  advance(flow, structuredClone(from), { kind: "answer", text: "", choice }, by);

/** Presses one after the other from the start. */
const pressed = async (choices: string[], by = context()): Promise<FlowResult> => {
  let result = await advance(flow, null, { kind: "start" }, by);
  for (const choice of choices) result = await press(result.cursor, choice, by);
  return result;
};

/** Everything that is said, in words, with its sources; throws where a text or a passage is missing. */
const checkSaid = (says: Utterance[]): void => {
  for (const utterance of says) {
    if (!("key" in utterance)) throw new Error(`"${utterance.content}" is no text of the flow`);
    for (const locale of locales) {
      expect(texts.text(utterance.key, locale, utterance.params)).not.toContain("{{");
      for (const pair of utterance.cites ?? []) expect([pair, passages.has(`${locale}:${pair}`)]).toEqual([pair, true]);
    }
  }
};

const route = loadFlows(join(root, "flows")).flows.get("find-route")!;
const routeContext: FlowContext = contextOf({}, {
  call: async (name, slots) => careRows[name as keyof typeof careRows].run({ care, texts, publicUrl: () => "https://example.org" }, { slots, now } as unknown as ActionTurn),
  needs: (name) => (careRows as Record<string, { needs: string[] }>)[name]?.needs,
});
const ofTheLaw = ["return-rules", "return-registry", "return-types", "return-goods", "return-who", "return-proof", "return-humanitario"];
const pickGiven = (slots: Slots): Slots => Object.fromEntries(Object.entries(slots).filter(([slot]) => route.given.includes(slot)));
const asked = ({ cursor }: FlowResult): string | undefined => cursor.at?.step;
const toEnd = async (shown: FlowResult): Promise<FlowResult> =>
  (asked(shown) === "more" ? shown : toEnd(await advance(route, shown.cursor, { kind: "skip" }, routeContext)));

const plain = ["yes", "yes", "abroad", "never", "none"];
const results = (result: FlowResult): Utterance[] => result.says.filter((utterance) => !("key" in utterance && /\.(ask|intro)$/.test(utterance.key)));

describe("the check of a return", () => {
  it("comes to a result with sources on every way through it", async () => {
    let ways = 0;
    const starts = [plain, ...plain.flatMap((_, at) => ["unsure", "skip"].map((word) => plain.map((other, index) => (index === at ? word : other))))];
    const follow = async ({ cursor, says }: FlowResult): Promise<void> => {
      if (cursor.at?.step === "after") {
        checkSaid(says);
        expect(results({ says } as FlowResult).every((utterance) => "cites" in utterance && utterance.cites!.length > 0)).toBe(true);
        ways++;
        return;
      }
      const open = says.at(-1)!;
      for (const { value } of open.choices ?? []) await follow(await press(cursor, value));
    };
    for (const start of starts.slice(0, 3)) await follow(await pressed(start));
    for (const start of starts.slice(3)) checkSaid((await pressed([...start, "work", "none", "three", "records"])).says);
    console.log(`${ways} ways through the questions`);
    expect(ways).toBeGreaterThan(500);
  });

  it.each([
    [["no"], "nationality"], [["yes", "no"], "age"], [["yes", "yes", "longer"], "stay"], [["yes", "yes", "abroad", "recent"], "earlier"],
    [["yes", "yes", "abroad", "never", "sentence"], "record"], [["yes", "yes", "abroad", "never", "administration"], "record"],
  ])("asks no more once %j leaves somebody out", async (choices, point) => {
    const result = await pressed(choices);
    expect(keys(result)).toEqual(["return-check.verdict.excluded", `return-check.elsewhere.${point === "nationality" ? "foreign" : "return"}`, "return-check.after.ask"]);
    expect(result.says[0]).toMatchObject({ params: { point: { key: `return-check.check.${point}.missing` } } });
  });

  it.each([
    [["work", "none", "three", "records"], "met", "met", ["laboral"]],
    [["business", "degree", "three", "other"], "met", "evidence", ["productivo", "academico"]],
    [["risk", "none", "three", "none", "yes"], "met", "statement", ["humanitario"]],
    [["victim", "work", "three", "none"], "open", "unproved", ["solidario", "laboral"]],
    [["work", "risk", "less"], "open", "waiver", ["humanitario", "laboral"]],
    [["work", "none", "less", "yes"], "open", "waiver", ["laboral"]],
    [["work", "none", "less", "no"], "missing", "missing", ["laboral"]],
    [["unsure", "three", "records"], "open", "met", []],
    [["skip", "skip"], "open", "open", []],
  ])("after %j: %s, time %s, %j", async (choices, outcome, time, types) => {
    const { says } = await pressed([...plain, ...choices]);
    expect(says[0]).toMatchObject({ key: "return-check.checks", params: { verdict: { key: `return-check.verdict.${outcome}` }, time: { key: `return-check.check.time.${time}` } } });
    expect(keys({ says }).filter((key) => key.startsWith("return-check.kind."))).toEqual(types.map((type) => `return-check.kind.${type}`));
    expect(keys({ says })).toContain("return-check.steps");
  });

  it("names pesos only with the UVT of the year", async () => {
    const choices = [...plain, "work", "none", "three", "records"];
    const limits = (says: Utterance[]) => says.find((utterance) => "key" in utterance && utterance.key === "return-check.incentives") as Extract<Utterance, { key: string }>;
    const without = limits((await pressed(choices)).says);
    const having = limits((await pressed(choices, context({ ...returns, uvt: new Map([[2026, 1000]]) }))).says);
    expect(texts.text(without.key, "es", without.params)).toMatch(/2\.400 UVT\./);
    expect(without.params).toMatchObject({ value: { key: "return-check.value.unknown", params: { year: 2026 } } });
    expect(texts.text(having.key, "es", having.params)).toContain("2.400.000 pesos");
    expect(texts.text(having.key, "en", having.params)).toContain("34,262,000 pesos");
  });

  it("tells one who asked before that taxes are eased once", async () => {
    const choices = (before: string) => ["yes", "yes", "year", before, "none", "work", "none", "three", "records"];
    expect(keys(await pressed(choices("old")))).toContain("return-check.once");
    expect(keys(await pressed(choices("never")))).not.toContain("return-check.once");
  });

  it("hands the register of return on to the appointment", async () => {
    const result = await pressed([...plain, "work", "none", "three", "records", "appointment"]);
    expect(result).toMatchObject({ status: "done", next: "book-appointment" });
    expect(result.cursor.slots["hand-on"]).toMatchObject({ about: "retorno-rur", need: "return" });
  });

  it.each([
    ["a crime against the administration", ["yes", "yes", "abroad", "never", "administration"]],
    ["a request less than five years ago", ["yes", "yes", "year", "recent"]],
    ["more than a year in Colombia", ["yes", "yes", "longer"]],
    ["an age under 18", ["yes", "no"]],
  ])("leads whom the law leaves out for %s to a route without its steps, and does not ask again", async (_what, choices) => {
    const checked = (await press((await pressed(choices)).cursor, "route")).cursor.slots["hand-on"] as Slots;
    const shown = await advance(route, null, { kind: "start", slots: pickGiven(checked) }, routeContext);
    const { cursor } = await toEnd(shown);
    const steps = String(cursor.slots["shown"]).split(" ");
    expect(steps.filter((id) => ofTheLaw.includes(id))).toEqual([]);
    expect(steps.length).toBeGreaterThan(0);
    expect(asked(shown)).not.toBe("who");
    expect(choices.includes("no") || asked(shown) !== "since").toBe(true);
  });

  it("leads who may qualify to the route with its steps", async () => {
    const checked = (await press((await pressed([...plain, "work", "none", "three", "records"])).cursor, "route")).cursor.slots["hand-on"] as Slots;
    const { cursor } = await toEnd(await advance(route, null, { kind: "start", slots: pickGiven(checked) }, routeContext));
    expect(String(cursor.slots["shown"]).split(" ")).toEqual(expect.arrayContaining(["return-registry", "return-goods"]));
  });

  it("offers no appointment for a return to somebody from another country", async () => {
    const result = await pressed(["no"]);
    expect(result.says.at(-1)?.choices?.map(({ value }) => value)).toEqual(["route", "again", "done"]);
    expect((await press(result.cursor, "route")).cursor.slots["hand-on"]).toEqual({});
  });

  it("looks again after an answer was put right", async () => {
    const first = await pressed([...plain, "work", "none", "three", "records"]);
    const again = await advance(flow, first.cursor, { kind: "correct", slot: "stay", text: "en Colombia, hace más de un año" }, { ...context(), title: (title, locale) => ("both" in title ? title.both[locale] : texts.text(title.key, locale)) });
    expect(keys(again)).toContain("return-check.verdict.excluded");
  });
});
