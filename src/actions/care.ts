import { addressOf } from "../care/address.ts";
import type { Care } from "../care/care.ts";
import { coherent, isCondition, isMatter, isNeed, placeOf, type Profile } from "../care/profile.ts";
import { stepNamed } from "../care/named.ts";
import { changes, routeFor } from "../care/route.ts";
import { sourcesOf, toldInWords } from "../care/say.ts";
import type { Backed, Step } from "../care/types.ts";
import type { ActionTurn } from "../conversation/response.ts";
import { city } from "../flow/slots/city.ts";
import type { ActionResult, Choice, Slots, Utterance } from "../flow/types.ts";
import { locales, type Bilingual } from "../locale.ts";
import type { Texts } from "../text.ts";
import { known, placeTold, withEarlier, withTold } from "./care-known.ts";
import { beginning, changed, inFull, isNearly, partOf } from "./care-shown.ts";
import { options, type Row } from "./row.ts";

export type CareParts = { care: Care; texts: Texts; publicUrl: () => string };

/** "No" to "what else?" is that it is all. */
const ways = ["all", "check", "refer", "change", "again", "person", "no"] as const;
/** The steps that send a person to the check of their return. */
const checked = "return-check";

const asking = (dimension: Parameters<typeof changes>[2]): Row<CareParts> => (
  { needs: known, words: ["settled"], run: ({ care }, { slots }) => (changes(care.steps, profileOf(slots), dimension) ? {} : { to: "settled" }) }
);

/** What the route finder may `call`: reads a story, asks only what still changes the route, shows it. */
export const careRows = {
  "care.read": { needs: ["told", "earlier", "shown", ...known], sets: ["told", "earlier", "tells", ...known, "shown"], run: read },
  "care.asks-who": asking("who"),
  "care.asks-since": asking("since"),
  "care.asks-paper": asking("paper"),
  "care.asks-condition": asking("condition"),
  "care.asks-city": asking("place"),
  "care.show": { needs: [...known, "shown"], sets: ["ways", "shown", "hand-on"], run: show },
  "care.more": { needs: ["more", ...known], run: more },
  "care.asked": { needs: ["said", "left", "asks", "last", "shown", ...known], run: asked },
} satisfies Record<string, Row<CareParts>>;

/** The words go no farther than this: what they tell is kept as words of the route's own. */
function read({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  const words = typeof slots["told"] === "string" ? slots["told"] : "";
  const before = Array.isArray(slots["earlier"]) ? slots["earlier"].map(String) : [];
  if (words === "" && before.length === 0) return {};
  const told = care.read(words);
  const where = placeTold(care, words, withEarlier(care, before, slots)["city"]);
  const now = withTold(withEarlier(care, before, slots), told, where);
  const found: Slots = { told: null, earlier: null, tells: told.tells || where !== undefined, ...pick(now, (slot) => lists.includes(slot)) };
  const unanswered = known.filter((slot) => now[slot] === undefined && typeof slots[slot] === "string");
  const profile = profileOf(now);
  const shown = shownIn(slots);
  const says = shown.length > 0 ? answersTo({ care, texts }, words, profile) : answered(care, care.asked(words, profile));
  if (profile.need.length === 0) return { slots: found, answers: now, unanswered, says };
  const route = routeFor(care.steps, profile);
  const understood = { ...profile, who: saidOf(now) };
  return {
    slots: { ...found, shown: idsOf(route) }, answers: now, unanswered,
    says: [...says, { key: idsOf(route) === shown.join(" ") ? "care.understood-same" : "care.understood", params: { told: { both: toldInWords(texts, understood, cityName(now)) } } }, ...steps({ care, texts }, route, shown), ...alsoOffered(texts, told.passing.filter((need) => !profile.need.includes(need)))],
  };
}

/** The whole route the first time, then only what is another in it. */
const steps = ({ care, texts }: Known, route: Step[], shown: string[]): Utterance[] => {
  if (idsOf(route) === shown.join(" ")) return [];
  return isNearly(route, shown) ? changed({ care, texts, route }, shown, (id) => care.steps.find((step) => step.id === id)?.title) : beginning({ care, texts, route });
};

type Known = Pick<CareParts, "care" | "texts">;

const shownIn = ({ shown }: Slots): string[] => (typeof shown === "string" && shown !== "" ? shown.split(" ") : []);

const lists = ["needs", "conditions", "matters"];

const pick = (slots: Slots, wanted: (slot: string) => boolean): Slots => Object.fromEntries(Object.entries(slots).filter(([slot]) => wanted(slot)));

/** A paper leads to a route, and does not say from which country somebody is; but a PPT. */
const saidOf = ({ who, paper }: Slots): Profile["who"] => (typeof who === "string" ? who as Profile["who"] : paper === "ppt" ? "venezuelan" : "unsaid");

/** What was told in passing beside what is asked for. */
const alsoOffered = (texts: Texts, needs: Profile["need"]): Utterance[] =>
  needs.length === 0 ? [] : [{ key: "care.also", params: { needs: { both: Object.fromEntries(locales.map((locale) => [locale, needs.map((need) => texts.text(`find-route.need.${need}`, locale)).join(", ")])) as Bilingual } } }];

/**
 * A question below a route, or in the middle of its making, or the number of a step where numbers stand above (`last`: what was
 * said last); `asks`: it is a question; `left` where nothing else knew an answer.
 */
function asked({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  const words = String(slots["said"] ?? "");
  const picked = numbered(care, slots, words);
  if (picked) return { says: [inFull({ care, texts, route: picked.route }, picked.at)] };
  const profile = profileOf(withTold(slots, care.read(words), placeTold(care, words, slots["city"])));
  const says = slots["asks"] === true || shownIn(slots).length > 0 ? answersTo({ care, texts }, words, profile, slots["asks"] === true) : answered(care, care.asked(words, profile));
  if (says.length > 0) return { says };
  const named = stepNumbered(words);
  if (routeShown(care, slots)[named]) return { says: [inFull({ care, texts, route: routeShown(care, slots) }, named)] };
  if (slots["left"] !== true) return { says };
  const route = routeOf(care, profile);
  const step = stepNamed(route, words);
  return { says: step ? [inFull({ care, texts, route }, route.indexOf(step))] : [notKnown(route)] };
}

/** A bare number, where steps with their numbers stand above and no list of options does. */
const numbered = (care: Care, slots: Slots, words: string): { route: Step[]; at: number } | undefined => {
  const last = Array.isArray(slots["last"]) ? slots["last"].map(String) : [];
  const number = /^\s*(?:(?:el|la|paso|step|numero|número|number|no\.?|#|quiero|ver|deme|show|the)\s*)*(\d{1,2})\s*[.)!]*\s*$/iu.exec(words)?.[1];
  const route = routeShown(care, slots);
  if (number === undefined || last.includes("repair.options") || !last.some((key) => withNumbers.has(key)) || !route[Number(number) - 1]) return undefined;
  return { route, at: Number(number) - 1 };
};

const routeShown = (care: Care, slots: Slots): Step[] => shownIn(slots).flatMap((id) => care.steps.find((step) => step.id === id) ?? []);

/** "Which was step 3": its place, counted from 0; -1 where no step is named by its number. */
const stepNumbered = (words: string): number => Number(/(?<!\p{L})(?:paso|step)\s+(?:n[uú]mero\s+|number\s+|#\s*)?(\d{1,2})(?!\d)/iu.exec(words)?.[1] ?? 0) - 1;

/** What is said with the numbers of steps in it. */
const withNumbers = new Set(["care.step", "care.rest", "care.new", "care.see-all"]);

/** What is published of a question: of what it is about, else of any route; what is no question is asked in few words only. */
const answersTo = ({ care, texts }: Known, words: string, profile: Profile, isQuestion = words.includes("?")): Utterance[] => {
  const own = answered(care, care.asked(words, profile));
  const said = words.trim().split(/\s+/).length;
  if (own.length > 0 || (!isQuestion && said > mostToSee)) return own;
  const below = care.below(words, profileShown(profile));
  if (below === undefined || (!isQuestion && said > mostBare && below !== "all")) return [];
  return typeof below === "string" ? partOf({ care, texts, route: routeOf(care, profile) }, below) : answered(care, [below]);
};

const mostBare = 4;
/** "I would like to see the steps once more, please." */
const mostToSee = 9;

const answered = (care: Care, all: Backed[]): Utterance[] =>
  all.map(({ es, en, sources }): Utterance => ({ key: "care.answer", params: { text: { both: { es, en } } }, sources: sourcesOf(care, { sources }) }));

/** Nothing is published of it: who may know, of those who help in this route. */
const notKnown = (route: Step[]): Utterance => {
  const helper = (route.find(({ danger }) => !danger) ?? route[0])?.helpers.find(({ chat }) => !chat);
  return helper ? { key: "care.not-known", params: { who: { both: helper.name } } } : { key: "care.not-known-at-all" };
};

function show({ care, texts, publicUrl }: CareParts, { slots }: ActionTurn): ActionResult {
  const profile = profileOf(slots);
  const route = routeOf(care, profile);
  const ids = idsOf(route);
  const page = `${publicUrl()}/ruta/${addressOf(profileShown(profile))}`;
  const begins: Utterance[] = slots["shown"] === ids ? [{ key: "care.same" }] : [...(profile.need.length > 0 ? [] : [{ key: "care.general" }]), ...steps({ care, texts }, route, shownIn(slots))];
  return { slots: { ways: options(choicesOf(route)), shown: ids, "hand-on": { need: profile.need[0] ?? null, city: slots["city"] ?? null, who: profile.who } }, says: [...begins, { key: "care.link", params: { link: page } }] };
}

function more({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  const route = routeOf(care, profileOf(slots));
  const wanted = String(slots["more"]);
  const chosen = wanted === "all" ? route : route.filter(({ id }) => id === wanted);
  return { says: chosen.map((step) => inFull({ care, texts, route }, route.indexOf(step))) };
}

/** A step's number is its place in the list, so that a typed number means it. */
const choicesOf = (route: Step[]): Choice[] => [
  ...route.map(({ id, title }, i): Choice => ({ value: id, title: { both: { es: `${i + 1}. ${title.es}`, en: `${i + 1}. ${title.en}` } } })),
  ...ways.filter((way) => way !== "check" || route.some(({ helpers }) => helpers.some(({ id }) => id === checked))).map((way): Choice => ({ value: way, title: { key: `care.choice.${way}` } })),
];

/** Without a need: what helps whoever is in need. */
const general: Profile["need"] = ["emergency-aid", "health", "legal"];

const profileShown = (profile: Profile): Profile => (profile.need.length > 0 ? profile : { ...profile, need: general });

const routeOf = (care: Care, profile: Profile): Step[] => routeFor(care.steps, profileShown(profile));

const profileOf = (slots: Slots): Profile => {
  const several = (name: string, one: string): unknown[] => {
    const all = slots[name];
    return Array.isArray(all) && all.includes(slots[one] ?? "") ? all : [slots[one]];
  };
  const said = (name: string) => (typeof slots[name] === "string" ? slots[name] : "unsaid");
  return coherent({
    need: several("needs", "need").filter(isNeed), condition: several("conditions", "condition").filter(isCondition),
    matter: Array.isArray(slots["matters"]) ? slots["matters"].filter(isMatter) : [],
    who: said("who"), since: said("since"), paper: said("paper"), place: placeOf(typeof slots["city"] === "string" ? slots["city"] : undefined),
  } as Profile);
};

const cityName = ({ city: id }: Slots): string | undefined => (typeof id === "string" ? String(city.show(id)) : undefined);

const idsOf = (route: Step[]): string => route.map(({ id }) => id).join(" ");
