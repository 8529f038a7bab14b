import { coherent, dimensions, isCondition, isNeed, type Dimension, type Profile } from "./profile.ts";

const order = ["need", "who", "since", "paper", "condition", "place"] as const satisfies Dimension[];

/**
 * A route's address: a letter for each word, by its place in its list, so that it says nothing to whoever looks over a
 * shoulder and holds nothing of a person but what the route is for.
 */
export const addressOf = (profile: Profile): string =>
  order.map((dimension) => [profile[dimension]].flat().map((word) => letter(dimension, word)).join("") || "0").join("-");

/** The profile behind an address; undefined for what is none. */
export const profileAt = (address: string): Profile | undefined => {
  const parts = address.split("-");
  if (parts.length !== order.length || !parts.every((part) => /^(0|[a-z]{1,9})$/.test(part))) return undefined;
  const words = order.map((dimension, i) => (parts[i] === "0" ? [] : [...parts[i]!].map((sign) => word(dimension, sign))));
  if (words.flat().includes(undefined)) return undefined;
  const [need, who, since, paper, condition, place] = words as string[][];
  const one = (some: string[] | undefined) => some?.[0] ?? "unsaid";
  return coherent({ need: need!.filter(isNeed), who: one(who), since: one(since), paper: one(paper), condition: condition!.filter(isCondition), place: one(place) } as Profile);
};

const first = "a".charCodeAt(0);

const letter = (dimension: Dimension, said: string): string => String.fromCharCode(first + (dimensions[dimension] as readonly string[]).indexOf(said));

const word = (dimension: Dimension, sign: string): string | undefined => dimensions[dimension][sign.charCodeAt(0) - first];
