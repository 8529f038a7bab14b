import { needs, type Need } from "./needs.ts";

/**
 * The words that a route may hang on. Each list only grows at its end: an address of a route names words by their place.
 * `unsaid` stands for what the person did not say.
 */
export const dimensions = {
  need: needs,
  who: ["returnee", "venezuelan", "foreigner", "victim-abroad", "unsaid"],
  since: ["not-yet", "arrived", "year", "longer", "unsaid"],
  paper: ["ppt", "refuge", "sc-2", "sc-1", "visa", "passport", "expired", "nothing", "unsaid"],
  condition: ["child", "pregnant", "disability", "older", "unsaid"],
  /** What a story is about; told, never asked. */
  matter: ["degree", "courses", "medicine", "birth", "turned-away", "no-answer", "unpaid", "business", "victim", "sentence", "goods", "army", "switch", "lost", "child-born-abroad", "child-born-here", "passport", "stay", "fear", "absent", "left-out", "administration", "foreign-kin", "colombian-kin"],
  place: ["bogota", "bucaramanga", "barranquilla", "cali", "cartagena", "cucuta", "medellin", "riohacha", "santa-marta", "armenia", "other", "abroad", "unsaid"],
} as const;

export type Dimension = keyof typeof dimensions;
export type Word<D extends Dimension> = (typeof dimensions)[D][number];

/** What is known of a person: several needs and conditions may be told at once, the gravest need first. */
export type Profile = {
  need: Need[];
  who: Word<"who">;
  since: Word<"since">;
  paper: Word<"paper">;
  condition: Exclude<Word<"condition">, "unsaid">[];
  matter: Word<"matter">[];
  place: Word<"place">;
};

export const isNeed = (word: unknown): word is Need => needs.some((need) => need === word);

export const isCondition = (word: unknown): word is Profile["condition"][number] => word !== "unsaid" && dimensions.condition.some((known) => known === word);

export const isMatter = (word: unknown): word is Profile["matter"][number] => dimensions.matter.some((known) => known === word);

/** The gravest first. */
const gravity: readonly Need[] = ["trafficking", "violence", "emergency-aid", "health", "papers", "legal", "work", "education", "return"];

export const byGravity = (some: readonly Need[]): Need[] => gravity.filter((need) => some.includes(need));

/**
 * A profile without what contradicts itself: a PPT is Venezuelan, other papers are a foreigner's, only who returns came
 * back at some time.
 */
export const coherent = (given: Profile): Profile => {
  const isColombian = given.who === "returnee" || given.who === "victim-abroad";
  const paper = isColombian ? "unsaid" : given.paper;
  const who = paper === "ppt" ? "venezuelan" : given.who === "unsaid" && paper !== "unsaid" && paper !== "nothing" ? "foreigner" : given.who;
  return { ...given, need: byGravity(given.need), who, paper, since: who === "returnee" ? given.since : "unsaid" };
};

/** Whether the person is not in Colombia now. */
export const isAbroad = ({ who, since, place }: Pick<Profile, "who" | "since" | "place">): boolean =>
  place === "abroad" || since === "not-yet" || (who === "victim-abroad" && place === "unsaid");

/** The place that a city stands for in a route. */
export const placeOf = (city: string | undefined): Word<"place"> => {
  if (city === undefined) return "unsaid";
  const known = dimensions.place.find((place) => place === city);
  return known ?? "other";
};
