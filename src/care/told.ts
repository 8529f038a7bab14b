import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Fault } from "../fault.ts";
import { compilePhrases, phraseFaults, type Phrases } from "../understanding/phrases.ts";
import { readable, wordsIn } from "../understanding/spoken.ts";
import type { Need } from "./needs.ts";
import { byGravity, dimensions, type Dimension, type Profile } from "./profile.ts";

/** What a person tells of need, self and place, as far as reviewed phrases show it; the rest is unsaid. */
export type ReadTold = (story: string) => Profile;

const phrases = z.array(z.string().min(1)).min(1);
const said = z.strictObject({ sure: phrases, likely: phrases.optional() });
const words = <W extends string>(known: readonly W[]) => z.partialRecord(z.enum(known), said);
const file = z.strictObject({
  need: words(dimensions.need), who: words(dimensions.who), since: words(dimensions.since),
  paper: words(dimensions.paper), condition: words(dimensions.condition), matter: words(dimensions.matter), place: words(dimensions.place),
});

/** Between two parts of a sentence; no word that people write. */
const pause = "|";

/** Reads `data/routes/told.yaml`. Throws, naming every fault, when it cannot be used. */
export const loadTold = (knowledge: string): ReadTold => {
  const faults = checkTold(knowledge);
  if (faults.length > 0) throw new Error(faults.map(({ file: name, path, message }) => `${name}: ${path}: ${message}`).join("\n"));
  const read = file.parse(content(knowledge));
  const find = Object.fromEntries(Object.entries(read).map(([dimension, listed]) => [dimension, finder(dimension as Dimension, listed)])) as Record<Dimension, (heard: readonly string[]) => string[]>;
  return (story) => {
    const heard = readable(story).split(/[,.;:!?\n]+/u).flatMap((part) => [...wordsIn(part), pause]);
    const one = (dimension: Dimension) => find[dimension](heard)[0] ?? "unsaid";
    const told = { need: inDanger(byGravity(find.need(heard) as Need[])), condition: find.condition(heard), matter: find.matter(heard), who: one("who"), since: one("since"), paper: one("paper"), place: one("place") } as Profile;
    return { ...told, who: whoOf(told) };
  };
};

/** A victim of Colombia's conflict who lives abroad has a route of their own. */
const whoOf = ({ who, matter, place }: Profile): Profile["who"] =>
  matter.includes("victim") && place === "abroad" && (who === "unsaid" || who === "returnee") ? "victim-abroad" : who;

/**
 * Whether words look for a route: `full` or `told` where they tell a need and much of the person, who then asks for no single
 * thing; `hinted` where they tell less, and are taken so only if nothing else fits.
 */
export const looksForRoute = ({ need, who, since, paper, condition, place }: Profile): "full" | "told" | "hinted" | undefined => {
  const isOfPerson = who !== "unsaid" || paper !== "unsaid";
  const marks = [who, paper, since, place].filter((word) => word !== "unsaid").length + condition.length;
  if (need.length === 0) return isOfPerson && marks >= 2 ? "hinted" : undefined;
  if (!isOfPerson) return undefined;
  if (marks < 2 || !need.some((one) => everyday.has(one))) return "hinted";
  return marks >= 3 ? "full" : "told";
};

/** Needs that no trámite answers. */
const everyday = new Set<Need>(["health", "education", "legal", "work", "emergency-aid"]);

/** Beside a danger only what cannot wait is taken for a need: who is forced to work looks for no job. */
const inDanger = (some: Need[]): Need[] =>
  some.includes("violence") || some.includes("trafficking") ? some.filter((need) => urgent.has(need)) : some;

const urgent = new Set<Need>(["violence", "trafficking", "emergency-aid", "health"]);

/** Every fault of the file: its form, a word that is none, a phrase that cannot be read. */
export const checkTold = (knowledge: string): Fault[] => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) return read.error.issues.map(({ path, message }) => ({ file: place(knowledge), path: path.join("."), message }));
  return Object.entries(read.data).flatMap(([dimension, listed]) => Object.entries(listed).flatMap(([word, { sure, likely = [] }]) =>
    phraseFaults([...sure, ...likely]).map((message) => ({ file: place(knowledge), path: `${dimension}.${word}`, message }))));
};

const place = (knowledge: string) => join(knowledge, "data", "routes", "told.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);

/** The words of a dimension that were told, in the order of the file; where several were of one question, the surest. */
const finder = (dimension: Dimension, listed: Partial<Record<string, z.infer<typeof said>>>) => {
  const known = Object.entries(listed).map(([word, lists]) => ({ word, sure: compilePhrases(lists!.sure), likely: compilePhrases(lists!.likely ?? []) }));
  const hears = (one: Phrases, heard: readonly string[], refused: (heard: readonly string[], from: number) => boolean) =>
    one.findAll(heard).some(([from]) => dimension === "need" || dimension === "matter" || !refused(heard, from));
  const isNotTheirs = (heard: readonly string[], from: number) => isDenied(heard, from) || (dimension === "paper" && isWanted(heard, from));
  return (heard: readonly string[]): string[] => {
    const sure = known.filter((one) => hears(one.sure, heard, isDenied));
    return (sure.length > 0 ? sure : known.filter((one) => hears(one.likely, heard, isNotTheirs))).map(({ word }) => word);
  };
};

const denials = new Set(["no", "sin", "ni", "nunca", "tampoco", "not", "without", "never", "dont", "isnt", "arent", "havent"]);
const denialReach = 3;
/** What a "no" before it does not reach beyond. */
const turns = new Set([pause, "y", "e", "and", "pero", "but"]);

/** A phrase that begins with its own "no" stands for that. */
const isDenied = (heard: readonly string[], from: number): boolean =>
  !denials.has(heard[from]!) && denied(heard.slice(Math.max(0, from - denialReach), from));

/** A paper that somebody wants or asks about is none that they have. */
const isWanted = (heard: readonly string[], from: number): boolean => heard.slice(Math.max(0, from - wantReach), from).some((word) => wanting.has(word));

const wanting = new Set([
  "quiero", "queremos", "sacar", "saco", "pedir", "pido", "necesito", "necesitamos", "tramitar", "tramito", "solicitar", "solicito", "obtener", "conseguir", "consigo", "que", "cual", "del", "sobre", "para",
  "want", "get", "getting", "apply", "need", "ask", "request", "obtain", "what", "which", "about", "for",
]);
const wantReach = 4;

const denied = (before: readonly string[]): boolean => {
  const since = before.findLastIndex((word) => turns.has(word));
  return before.slice(since + 1).some((word) => denials.has(word));
};
