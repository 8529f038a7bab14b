import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import { phraseFaults } from "../understanding/phrases.ts";
import type { Need } from "./needs.ts";
import { byGravity, dimensions, type Dimension, type Profile } from "./profile.ts";
import { finder, heardIn, type Found } from "./told/finder.ts";
import { parse } from "../yaml.ts";

/** What a person tells of need, self and place, as far as reviewed phrases show it; the rest is unsaid. */
export type ReadTold = (story: string) => Told;

export type Told = Profile & {
  /** Whether anything is told or taken back. */
  tells: boolean;
  /** Whether a need is asked for, rather than only told. */
  isAsked: boolean;
  /** Whether it is asked for beside something else. */
  isMore: boolean;
  /** Needs that are told in passing, beside what is asked for. */
  passing: Need[];
  /** What is taken back: "no tengo hijos", "not about school". */
  denied: Record<Deniable, string[]>;
};

type Deniable = "need" | "who" | "paper" | "condition" | "matter";

const phrases = z.array(z.string().min(1)).min(1);
const said = z.strictObject({ sure: phrases, likely: phrases.optional(), not: phrases.optional(), gone: phrases.optional() });
const words = <W extends string>(known: readonly W[]) => z.partialRecord(z.enum(known), said);
const file = z.strictObject({
  need: words(dimensions.need), who: words(dimensions.who), since: words(dimensions.since),
  paper: words(dimensions.paper), condition: words(dimensions.condition), matter: words(dimensions.matter), place: words(dimensions.place),
});

/** Reads `data/routes/told.yaml`. Throws, naming every fault, when it cannot be used. */
export const loadTold = (knowledge: string): ReadTold => {
  const faults = checkTold(knowledge);
  if (faults.length > 0) throw new Error(faults.map(({ file: name, path, message }) => `${name}: ${path}: ${message}`).join("\n"));
  const read = file.parse(content(knowledge));
  const find = Object.fromEntries(Object.entries(read).map(([dimension, listed]) => [dimension, finder(dimension as Dimension, listed)])) as Record<Dimension, ReturnType<typeof finder>>;
  return (story) => {
    const heard = heardIn(story);
    const found = Object.fromEntries(Object.entries(find).map(([dimension, of]) => [dimension, of(heard)])) as Record<Dimension, Found>;
    const one = (dimension: Dimension) => found[dimension].told[0] ?? "unsaid";
    const { need, condition, matter, who, paper } = found;
    const told = { ...needsIn(need, matter.told, heard), isMore: heard.some((word) => besides.has(word)), condition: condition.told, matter: matter.told, who: sameWho(who.told), since: one("since"), paper: one("paper"), place: one("place") } as Omit<Told, "denied" | "tells">;
    const denied = { need: need.denied, who: who.denied.filter((word) => word !== ofPpt || heard.some((said) => said.startsWith("vene"))), paper: paper.denied, condition: condition.denied, matter: matter.denied };
    const tells = Object.values(found).some((one) => one.told.length + one.denied.length > 0);
    return { ...told, who: whoOf(told), denied, tells };
  };
};

/** What is asked for is needed, and what cannot wait; the rest is told in passing. Where nothing is asked for, all of it. */
const needsIn = ({ told, asked }: Found, matter: string[], heard: readonly string[]): Pick<Told, "need" | "isAsked" | "passing"> => {
  const all = byGravity((told.length > 0 ? told : [...new Set(matter.flatMap((one) => behind[one] ?? []))]) as Need[]);
  const need = asked.length > 0 ? all.filter((one) => asked.includes(one) || pressing.has(one) || (one === "papers" && asked.includes("return"))) : all;
  return { need: inDanger(need, matter.includes("fear")), isAsked: asked.length > 0 || (all.length > 0 && heard.length <= mostBare), passing: all.filter((one) => !need.includes(one)) };
};

const besides = new Set(["tambien", "ademas", "also", "besides", "too"]);

const pressing = new Set<Need>(["violence", "trafficking", "emergency-aid"]);
/** What somebody needs who tells these, and of no need. */
const behind: Partial<Record<string, Need>> = { "turned-away": "legal", "no-answer": "legal", "unpaid": "legal", "lost": "papers", "stay": "papers" };
/** A need in so few words, with a pause at their end, is what is asked for. */
const mostBare = 5;

/** Who has a PPT, by its name alone; who has none may be so all the same. */
const ofPpt = "venezuelan";

/** Who is told to be two is asked. */
const sameWho = (told: string[]): string => (told.length === 1 ? told[0]! : "unsaid");

/** A victim of Colombia's conflict who lives abroad has a route of their own. */
const whoOf = ({ who, matter, place, since }: Pick<Profile, "who" | "matter" | "place" | "since">): Profile["who"] =>
  matter.includes("victim") && (place === "abroad" || (place === "unsaid" && since === "not-yet")) && (who === "unsaid" || who === "returnee") ? "victim-abroad" : who;

/**
 * Whether words look for a route: `full` or `told` where they tell a need and much of the person, who then asks for no single
 * thing; `hinted` where they tell less, and are taken so only if nothing else fits.
 */
export const looksForRoute = ({ need, isAsked, who, since, paper, condition, place }: Told): "full" | "told" | "hinted" | undefined => {
  const isOfPerson = who !== "unsaid" || paper !== "unsaid";
  const marks = [who, paper, since, place].filter((word) => word !== "unsaid").length + condition.length;
  if (need.length === 0) return isOfPerson && marks >= 2 ? "hinted" : undefined;
  if (!isOfPerson) return (isAsked || place === "abroad") && need.some((one) => everyday.has(one) || one === "return" || one === "papers") ? "hinted" : undefined;
  if (need.includes("return") && (who === "venezuelan" || who === "foreigner")) return "told";
  if (marks < 2 || !need.some((one) => everyday.has(one))) return "hinted";
  return marks >= 3 ? "full" : "told";
};

/** Needs that no trámite answers. */
const everyday = new Set<Need>(["health", "education", "legal", "work", "emergency-aid"]);

/** Beside a danger only what cannot wait is taken for a need: who is forced to work looks for no job. Who fled a country needs papers too. */
const inDanger = (some: Need[], isAfraid: boolean): Need[] =>
  some.includes("violence") || some.includes("trafficking") ? some.filter((need) => urgent.has(need) || (need === "papers" && isAfraid)) : some;

const urgent = new Set<Need>(["violence", "trafficking", "emergency-aid", "health", "return"]);

/** Every fault of the file: its form, a word that is none, a phrase that cannot be read. */
export const checkTold = (knowledge: string): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map(({ path, message }) => ({ file: place(knowledge), path: path.join("."), message }));
  return Object.entries(read.data).flatMap(([dimension, listed]) => Object.entries(listed).flatMap(([word, { sure, likely = [], not = [], gone = [] }]) =>
    phraseFaults([...sure, ...likely, ...not, ...gone]).map((message) => ({ file: place(knowledge), path: `${dimension}.${word}`, message }))));
};

const place = (knowledge: string) => join(knowledge, "data", "routes", "told.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
