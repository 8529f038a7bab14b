import type { Care } from "../care/care.ts";
import { byGravity, isNeed } from "../care/profile.ts";
import type { Told } from "../care/told.ts";
import type { Need } from "../care/needs.ts";
import { cityTold } from "../flow/slots/city-told.ts";
import { tellsAbroad } from "../understanding/danger/abroad.ts";
import { validators } from "../flow/slots/validators.ts";
import type { Slots } from "../flow/types.ts";

/** What a route knows of a person, by slot: answers to its questions, and beside them all that was told of one kind. */
export const known = ["need", "needs", "who", "since", "paper", "condition", "conditions", "matters", "city"];

/** What is known with what was written before a route began, the newest words last to be heard; of a need only the newest. */
export const withEarlier = (care: Care, before: readonly string[], slots: Slots): Slots => {
  const earlier = before.toReversed().reduce<Slots>((sofar, words) => withTold(sofar, care.read(words), placeTold(care, words, sofar["city"]), { newest: true }), {});
  const now = Object.fromEntries(Object.entries(slots).filter(([slot, value]) => known.includes(slot) && value !== null));
  const ofNeed = now["need"] === undefined ? [] : ["need", "needs", "matters"];
  return { ...Object.fromEntries(Object.entries(earlier).filter(([slot]) => !ofNeed.includes(slot))), ...now };
};

/**
 * What is known after some words: what they tell, without what they take back. `newest`: their need goes before the one that is
 * known, even where it is only told.
 */
export const withTold = (slots: Slots, told: Told, where: string | undefined, { newest = false }: { newest?: boolean } = {}): Slots => {
  const needs = needsAfter(listOf(slots, "needs", "need").filter(isNeed), told, newest);
  const conditions = [...new Set([...listOf(slots, "conditions", "condition").filter((one) => one !== "none"), ...told.condition])].filter((one) => told.condition.some((now) => now === one) || !told.denied.condition.includes(one));
  const isNoneNow = conditions.length === 0 && (told.denied.condition.length > 0 || slots["condition"] === "none");
  const matters = listOf(slots, "matters").filter((one) => lasting.has(one) || told.need.length === 0 || !needs.changed).filter((one) => !told.denied.matter.includes(one));
  const place = where ?? slots["city"];
  return without({
    ...slots,
    ...listed("need", "needs", needs.now), ...listed("condition", "conditions", conditions), ...(isNoneNow ? { condition: "none" } : {}),
    matters: [...new Set([...matters, ...told.matter])],
    who: whoAfter(slots, told, place), paper: paperAfter(slots, told, place), ...(told.since === "unsaid" ? {} : { since: told.since }), ...(where === undefined ? {} : { city: where }),
  });
};

/** What the check of a return found, and of which country the family is, holds for every need. */
const lasting = new Set(["left-out", "foreign-kin", "colombian-kin"]);

/** What is asked for takes the place of what was; what is only told stands beside it where it cannot wait. */
const needsAfter = (before: Need[], { need, isAsked, isMore, denied }: Told, newest: boolean): { now: Need[]; changed: boolean } => {
  const danger = before.filter((one) => dangers.has(one) && !denied.need.includes(one));
  const kept = before.filter((one) => !denied.need.includes(one));
  if (danger.length > 0) return { now: byGravity([...new Set([...danger, ...kept.filter((one) => urgent.has(one)), ...need.filter((one) => urgent.has(one))])]), changed: false };
  if (isMore && isAsked) return { now: byGravity([...new Set([...kept, ...need])]), changed: false };
  if (need.length > 0 && (isAsked || newest || kept.length === 0)) return { now: need, changed: true };
  return { now: byGravity([...new Set([...kept, ...need.filter((one) => urgent.has(one))])]), changed: false };
};

const dangers = new Set<Need>(["violence", "trafficking"]);
const urgent = new Set<Need>(["violence", "trafficking", "emergency-aid", "health"]);

/** Who is a victim abroad stays one where they are also Colombian. */
const whoAfter = (slots: Slots, { who, since, matter, denied }: Told, place: unknown): Slots[string] | undefined => {
  const before = denied.who.includes(String(slots["who"])) ? undefined : slots["who"];
  const now = who === "unsaid" ? before : who;
  const isAway = place === "abroad" || ((place ?? null) === null && (since === "unsaid" ? slots["since"] : since) === "not-yet");
  const isVictim = [...listOf(slots, "matters"), ...matter].includes("victim") || before === "victim-abroad";
  return isVictim && !denied.matter.includes("victim") && isAway && (now === "returnee" || now === undefined || now === null) ? "victim-abroad" : now;
};

/**
 * "I have no PPT" says nothing of a visa that was told, nor "my SC-2" that it is not the one of refuge. What somebody abroad says
 * of a visa, of whom no other country is known, tells of that country.
 */
const paperAfter = (slots: Slots, { paper, who, denied }: Told, place: unknown): Slots[string] | undefined => {
  const isOfThere = place === "abroad" && ofThere.has(paper) && ![who, slots["who"]].some((one) => one === "foreigner" || one === "venezuelan");
  if (isOfThere) return slots["paper"];
  const before = denied.paper.includes(String(slots["paper"])) ? undefined : slots["paper"];
  const isOther = paper === "nothing" && denied.paper.length > 0 && typeof before === "string";
  const isSame = paper === "sc-2" && before === "refuge";
  return paper === "unsaid" || isOther || isSame ? before : paper;
};

const ofThere = new Set(["visa", "expired", "passport"]);

const listOf = (slots: Slots, several: string, one = several): string[] => {
  const all = slots[several];
  if (Array.isArray(all) && (one === several || all.includes(slots[one] ?? ""))) return all.map(String);
  return typeof slots[one] === "string" ? [slots[one]] : [];
};

const listed = (one: string, several: string, words: readonly string[]): Partial<Slots> =>
  (words.length > 0 ? { [one]: words[0]!, [several]: [...words] } : { [one]: undefined, [several]: undefined }) as Partial<Slots>;

const without = (slots: Record<string, Slots[string] | undefined>): Slots =>
  Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Slots;

/**
 * Where somebody says they are; also what they tell of it in passing, but of who is no Colombian only in danger, as its line was
 * chosen by. Who is abroad (`before`) is not yet where they wish to go, and where they once lived they are no more.
 */
export const placeTold = (care: Care, words: string, before?: unknown): string | undefined => {
  const { place, need, who, since } = care.read(words);
  if (place === "abroad") return "abroad";
  const isDanger = need.some((one) => dangers.has(one));
  const isPassing = isDanger || (who !== "venezuelan" && who !== "foreigner");
  const isOver = !isDanger && since !== "not-yet" && once.test(words) && !still.test(words);
  const isAhead = before === "abroad" && cityTold(words) !== undefined;
  return cityTold(words, { ahead: before !== "abroad" }) ?? (isOver || isAhead ? undefined : placeAlone(words) ?? (isPassing && tellsAbroad(words) ? "abroad" : undefined));
};

const once = /(?<!\p{L})(?:viv[ií]|vivi[oó]|viv[ií]a|viv[ií]an|vivieron|estuv[eo]|estuvimos|lived|used to (?:live|be)|(?:was|were) living)(?!\p{L})/iu;
const still = /(?<!\p{L})(?:sig[aou]\p{L}*|sigue\p{L}*|todav[ií]a|a[uú]n|still|ahora|now|estoy|estamos|vivo|am|im|i'm|are)(?!\p{L})/iu;

/** Few words that are nothing but a place. */
const placeAlone = (words: string): string | undefined => {
  if (words.trim().split(/\s+/).length > 3 || ofSteps.test(words)) return undefined;
  const parsed = validators.place.parse(words, {}, { locale: "es", now: new Date(0) });
  return "ok" in parsed ? String(parsed.ok) : undefined;
};

/** "Los pasos" are no Los Patios. */
const ofSteps = /(?<!\p{L})(?:pasos|steps)(?!\p{L})/iu;
