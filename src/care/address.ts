import { coherent, dimensions, isCondition, isMatter, isNeed, type Dimension, type Profile } from "./profile.ts";

const order = ["need", "who", "since", "paper", "condition", "place", "matter"] as const satisfies Dimension[];
/** What a route is about stands at the end, and only where something of it was told. */
const fewest = order.length - 1;

/**
 * A route's address: a letter for each word, by its place in its list, so that it says nothing to whoever looks over a
 * shoulder and holds nothing of a person but what the route is for.
 */
export const addressOf = (profile: Profile): string =>
  (profile.matter.length > 0 ? order : order.slice(0, fewest)).map((dimension) => [profile[dimension]].flat().map((word) => letter(dimension, word)).join("") || "0").join("-");

/** The profile behind an address; undefined for what is none. */
export const profileAt = (address: string): Profile | undefined => {
  const parts = address.split("-");
  if (parts.length < fewest || parts.length > order.length || !parts.every((part) => /^(0|[a-z]{1,26})$/.test(part))) return undefined;
  const words = order.slice(0, parts.length).map((dimension, i) => (parts[i] === "0" ? [] : [...parts[i]!].map((sign) => word(dimension, sign))));
  if (words.flat().includes(undefined)) return undefined;
  const [need, who, since, paper, condition, place, matter = []] = words as string[][];
  const one = (some: string[] | undefined) => some?.[0] ?? "unsaid";
  return coherent({ need: need!.filter(isNeed), who: one(who), since: one(since), paper: one(paper), condition: condition!.filter(isCondition), matter: matter.filter(isMatter), place: one(place) } as Profile);
};

const first = "a".charCodeAt(0);

const letter = (dimension: Dimension, said: string): string => String.fromCharCode(first + (dimensions[dimension] as readonly string[]).indexOf(said));

const word = (dimension: Dimension, sign: string): string | undefined => dimensions[dimension][sign.charCodeAt(0) - first];
