import type { Need } from "./needs.ts";
import { coherent, dimensions, isAbroad, type Dimension, type Profile, type Word } from "./profile.ts";
import type { Conditions, Step } from "./types.ts";

/** The steps for what a person told, in order: what saves a life first, then the gravest need. Pure. */
export const routeFor = (steps: readonly Step[], given: Profile): Step[] => {
  const profile = coherent(given);
  const rank = (step: Step): [number, number, number] => [step.danger ? 0 : isFirst(step, profile) ? 1 : 2, needRank(step, profile), step.order];
  return steps
    .filter((step) => applies(step, profile))
    .map((step) => ({ step, rank: rank(step) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    .map(({ step }) => step);
};

/** Whether a step is for this profile, which must be coherent. */
export const applies = ({ at, when, unless }: Pick<Step, "at" | "when" | "unless">, profile: Profile): boolean => {
  if (at !== "anywhere" && (at === "abroad") !== isAbroad(profile)) return false;
  return fits(when, profile) && !unless?.some((one) => fits(one, profile));
};

/** What somebody tells that it is about, and what is first for who they are. */
const isFirst = ({ when, first }: Step, profile: Profile): boolean => when.matter !== undefined || (first !== undefined && fits(first, profile));

/** Every dimension that is named must hold one of the words that are listed. */
const fits = (conditions: Conditions, profile: Profile): boolean =>
  (Object.entries(conditions) as [Dimension, readonly string[]][]).every(([dimension, listed]) => said(profile, dimension).some((word) => listed.includes(word)));

const said = (profile: Profile, dimension: Dimension): readonly string[] => {
  const value = profile[dimension];
  if (!Array.isArray(value)) return [value as string];
  return value.length > 0 ? value : ["unsaid"];
};

const needRank = ({ when }: Step, { need }: Profile): number => {
  const at = need.findIndex((one: Need) => when.need?.includes(one) ?? true);
  return at < 0 ? need.length : at;
};

/** A need is asked whatever comes of it, what a story is about never. */
type Asked = Exclude<Dimension, "need" | "matter">;

/**
 * The questions that may be asked, in their order, with what must be known for each to make sense. A need is always asked:
 * without one there is no route.
 */
const asked: { dimension: Asked; makesSense: (profile: Profile) => boolean }[] = [
  { dimension: "who", makesSense: () => true },
  { dimension: "since", makesSense: ({ who, place }) => who === "returnee" && place !== "abroad" },
  { dimension: "paper", makesSense: ({ who }) => who === "venezuelan" || who === "foreigner" },
  { dimension: "condition", makesSense: () => true },
  { dimension: "place", makesSense: ({ since }) => since !== "not-yet" },
];

/** Whether the answer to a question would still change the route, whatever the later ones are answered. */
export const changes = (steps: readonly Step[], profile: Profile, dimension: Asked): boolean => {
  const at = asked.findIndex((question) => question.dimension === dimension);
  const question = asked[at]!;
  if (!question.makesSense(coherent(profile))) return false;
  const later = asked.slice(at + 1).map((one) => one.dimension);
  return profilesBeyond(profile, later).some((known) => differs(steps, known, dimension));
};

const differs = (steps: readonly Step[], known: Profile, dimension: Asked): boolean => {
  const [first, ...others] = wordsOf(dimension).map((word) => idsOf(steps, { ...known, [dimension]: answered(dimension, word) } as Profile));
  return others.some((ids) => ids !== first);
};

/** The profile with every answer to the later questions. */
const profilesBeyond = (profile: Profile, later: Asked[]): Profile[] =>
  later.reduce<Profile[]>((all, dimension) => all.flatMap((one) => [one, ...wordsOf(dimension).map((word) => ({ ...one, [dimension]: answered(dimension, word) }) as Profile)]), [profile]);

const wordsOf = <D extends Asked>(dimension: D): Word<D>[] =>
  (dimensions[dimension] as readonly Word<D>[]).filter((word) => dimension === "condition" || word !== "unsaid");

const answered = (dimension: Dimension, word: string) => (dimension === "condition" ? (word === "unsaid" ? [] : [word]) : word);

const idsOf = (steps: readonly Step[], profile: Profile): string => routeFor(steps, profile).map(({ id }) => id).join(" ");
