import { expect, test } from "vitest";
import type { Profile } from "../../src/care/profile.ts";
import { routeFor } from "../../src/care/route.ts";
import { care } from "./world.ts";

const unsaid: Profile = { need: [], who: "unsaid", since: "unsaid", paper: "unsaid", condition: [], matter: [], place: "unsaid" };
const asked = (words: string, about: Partial<Profile>) => care.asked(words, { ...unsaid, ...about });

test.each([
  ["mi suegra cumplió 66", ["older"]], ["my father is 71", ["older"]], ["mi tía tiene casi 80", ["older"]], ["my parents are very old", ["older"]],
  ["I am retired, 68", ["older"]], ["my aunt has 65 dollars", []], ["mi esposa está embarazada", ["pregnant"]], ["my dad lost a leg", ["disability"]],
] as const)("a relative's condition serves: %s", (words, conditions) => {
  expect(care.read(words).condition).toEqual(conditions);
});

test.each([
  ["ella perdió el embarazo", "pregnant"], ["she is no longer pregnant", "pregnant"], ["no la cuente, no vive conmigo", "disability"], ["don't count her", "older"],
])("a condition can be taken back: %s", (words, condition) => {
  const { condition: told, denied } = care.read(words);
  expect([told, denied.condition.includes(condition)]).toEqual([[], true]);
});

test.each(["is she colombian?", "will he be Colombian?", "¿la niña sería colombiana?", "mi esposo es colombiano", "ella es colombiana"])("who somebody else is says nothing of who writes: %s", (words) => {
  expect(care.read(words).who).toBe("unsaid");
});

test("a couple of two countries is heard, and the return is not for the one who is no Colombian", () => {
  expect(care.read("soy peruana, casada con un colombiano").matter).toContain("colombian-kin");
  expect(care.read("I am Colombian, my husband's from Honduras").matter).toContain("foreign-kin");
  expect(asked("what return benefits do I get?", { who: "foreigner" })[0]?.en).toMatch(/^No: the RUR is only for Colombians/);
  const route = (matter: Profile["matter"]) => routeFor(care.steps, { ...unsaid, need: ["health"], who: "returnee", matter }).map(({ id }) => id);
  expect(route(["foreign-kin"])).toContain("health-foreign-kin");
  expect(route([])).not.toContain("health-foreign-kin");
});

test.each([
  ["can I pay, I have a salary?", { need: ["health"], who: "foreigner", paper: "visa" }, /contributory/],
  ["could I stay instead of leaving?", { need: ["papers"], who: "foreigner", paper: "expired" }, /SC-2.*SC-1/],
  ["do I need a form?", { need: ["papers"], who: "foreigner" }, /^Yes: the FUT/],
  ["will they treat him even with an expired permit?", { need: ["health"], who: "venezuelan", paper: "expired" }, /^Yes: the emergency room/],
  ["who can look after the kids?", { need: ["emergency-aid"], who: "venezuelan", place: "cucuta" }, /^I do not have who/],
] as [string, Partial<Profile>, RegExp][])("what is asked below a foreigner's route is answered: %s", (words, about, says) => {
  expect(asked(words, about)[0]?.en).toMatch(says);
});

test("money that somebody has is no wish for work, and no paper is no hunger", () => {
  expect(care.read("can I pay for it since I have a salary?").need).toEqual([]);
  expect(care.read("ella tiene ppt, yo no tengo nada").need).toEqual([]);
  expect(care.read("no tengo trabajo").need).toEqual(["work"]);
  expect(care.read("no tengo nada").need).toEqual(["emergency-aid"]);
});
