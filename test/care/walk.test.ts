import { expect, test } from "vitest";
import { addressOf, profileAt } from "../../src/care/address.ts";
import { changes, routeFor } from "../../src/care/route.ts";
import { dimensions, type Dimension, type Profile } from "../../src/care/profile.ts";
import type { Helper, Step } from "../../src/care/types.ts";
import { rules } from "./contradictions.ts";
import { care, profiles, sources } from "./world.ts";

const all = profiles();
const routes = all.map((profile) => ({ profile, route: routeFor(care.steps, profile) }));
const named = ({ profile }: { profile: Profile }) => JSON.stringify(profile);

const canBeReached = ({ line, url, address, chat }: Helper) => Boolean(line ?? url ?? address ?? chat);
const texts = (step: Step) => [step.title, step.text, step.right, step.refused, ...step.bring, ...step.helpers.flatMap(({ name, gives, address, reach }) => [name, gives, ...(address ? [address] : []), ...(reach ? [reach] : [])])];

test("every need, profile and place has a route with a step that can be reached", () => {
  console.log(`walked: ${all.length} combinations of need, profile and place; ${Math.min(...routes.map(({ route }) => route.length))} to ${Math.max(...routes.map(({ route }) => route.length))} steps`);
  expect(all.length).toBeGreaterThan(15_000);
  expect(routes.filter(({ route }) => !route.some(({ helpers }) => helpers.some(canBeReached))).map(named)).toEqual([]);
});

test("every step has a source that is known, and all its words in both languages", () => {
  expect(care.steps.filter((step) => step.sources.length === 0 || step.sources.some(({ source }) => !sources.has(source))).map(({ id }) => id)).toEqual([]);
  expect(care.steps.filter((step) => texts(step).some(({ es, en }) => es.trim() === "" || en.trim() === "")).map(({ id }) => id)).toEqual([]);
});

test("every step is in some route", () => {
  const shown = new Set(routes.flatMap(({ route }) => route.map(({ id }) => id)));
  expect(care.steps.filter(({ id }) => !shown.has(id)).map(({ id }) => id)).toEqual([]);
});

test.each(rules)("no step contradicts the profile: $says", ({ about, allowed }) => {
  expect(care.steps.some(about), "the rule is about no step at all").toBe(true);
  const wrong = routes.flatMap(({ profile, route }) => (allowed(profile) ? [] : route.filter(about).map(({ id }) => `${id} for ${JSON.stringify(profile)}`)));
  expect(wrong.slice(0, 5)).toEqual([]);
});

test("what saves a life comes first", () => {
  const late = routes.filter(({ route }) => route.some((step, i) => step.danger && route.slice(0, i).some(({ danger }) => !danger)));
  expect(late.map(named)).toEqual([]);
  const endangered = routes.filter(({ profile: { need } }) => need.includes("violence") || need.includes("trafficking"));
  expect(endangered.filter(({ route }) => !route[0]?.danger).map(named)).toEqual([]);
});

test("an address leads back to its route", () => {
  expect(routes.filter(({ profile }) => JSON.stringify(profileAt(addressOf(profile))) !== JSON.stringify(profile)).map(named)).toEqual([]);
  expect(["", "a", "a-b-c-d-e-f-g-h", "z-a-a-a-a-a", "a-a-a-a-a-%61", "../x"].map(profileAt)).toEqual(Array(6).fill(undefined));
});

/** The words that may answer a question, "nothing of it" among the conditions. */
const answersTo = (dimension: Exclude<Dimension, "need">) =>
  (dimension === "condition" ? [[], ...dimensions.condition.slice(0, -1).map((word) => [word])] : dimensions[dimension].filter((word) => word !== "unsaid"));

const idsOf = (profile: Profile) => routeFor(care.steps, profile).map(({ id }) => id).join();

test("a question that is not asked would have changed nothing, and one that is asked may", () => {
  const last = "place" as const;
  const sample = all.filter((profile, i) => profile.place === "unsaid" && i % 7 === 0);
  const wrong = sample.filter((profile) => {
    const differs = new Set(answersTo(last).map((word) => idsOf({ ...profile, [last]: word } as Profile))).size > 1;
    return changes(care.steps, profile, last) !== (differs && profile.since !== "not-yet");
  });
  expect(sample.length).toBeGreaterThan(100);
  expect(wrong.map((profile) => JSON.stringify(profile))).toEqual([]);
  const settled = all.filter((profile, i) => i % 11 === 0 && profile.place !== "unsaid" && profile.condition.length === 1 && !changes(care.steps, profile, "paper"));
  const changed = settled.filter((profile) => (profile.who === "venezuelan" || profile.who === "foreigner") && new Set(answersTo("paper").filter((word) => word !== "ppt" || profile.who === "venezuelan").map((word) => idsOf({ ...profile, paper: word } as Profile))).size > 1);
  expect(changed.map((profile) => JSON.stringify(profile))).toEqual([]);
});
