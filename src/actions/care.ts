import { addressOf } from "../care/address.ts";
import type { Care } from "../care/care.ts";
import { coherent, isCondition, isMatter, isNeed, placeOf, type Profile } from "../care/profile.ts";
import { stepNamed } from "../care/named.ts";
import { changes, routeFor } from "../care/route.ts";
import { dangerInWords, restInWords, sourcesOf, sourcesOfAll, stepInWords, toldInWords } from "../care/say.ts";
import type { Backed, Step } from "../care/types.ts";
import type { ActionTurn } from "../conversation/response.ts";
import { city } from "../flow/slots/city.ts";
import type { ActionResult, Choice, Slots, Utterance } from "../flow/types.ts";
import { locales, type Bilingual } from "../locale.ts";
import type { Texts } from "../text.ts";
import { known, placeTold, withEarlier, withTold } from "./care-known.ts";
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
  "care.read": { needs: ["told", "earlier", ...known], sets: ["told", "earlier", "tells", ...known, "shown"], run: read },
  "care.asks-who": asking("who"),
  "care.asks-since": asking("since"),
  "care.asks-paper": asking("paper"),
  "care.asks-condition": asking("condition"),
  "care.asks-city": asking("place"),
  "care.show": { needs: [...known, "shown"], sets: ["ways", "shown", "hand-on"], run: show },
  "care.more": { needs: ["more", ...known], run: more },
  "care.asked": { needs: ["said", "left", ...known], run: asked },
} satisfies Record<string, Row<CareParts>>;

/** The words go no farther than this: what they tell is kept as words of the route's own. */
function read({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  const words = typeof slots["told"] === "string" ? slots["told"] : "";
  const before = Array.isArray(slots["earlier"]) ? slots["earlier"].map(String) : [];
  if (words === "" && before.length === 0) return {};
  const told = care.read(words);
  const where = placeTold(care, words);
  const now = withTold(withEarlier(care, before, slots), told, where);
  const found: Slots = { told: null, earlier: null, tells: told.tells || where !== undefined, ...pick(now, (slot) => lists.includes(slot)) };
  const unanswered = known.filter((slot) => now[slot] === undefined && typeof slots[slot] === "string");
  const profile = profileOf(now);
  const says = answered(care, care.asked(words, profile));
  if (profile.need.length === 0) return { slots: found, answers: now, unanswered, says };
  const route = routeFor(care.steps, profile);
  const understood = { ...profile, who: saidOf(now) };
  return {
    slots: { ...found, shown: idsOf(route) }, answers: now, unanswered,
    says: [...says, { key: "care.understood", params: { told: { both: toldInWords(texts, understood, cityName(now)) } } }, ...beginning(care, texts, route), ...alsoOffered(texts, told.passing.filter((need) => !profile.need.includes(need)))],
  };
}

const lists = ["needs", "conditions", "matters"];

const pick = (slots: Slots, wanted: (slot: string) => boolean): Slots => Object.fromEntries(Object.entries(slots).filter(([slot]) => wanted(slot)));

/** A paper leads to a route, and does not say from which country somebody is; but a PPT. */
const saidOf = ({ who, paper }: Slots): Profile["who"] => (typeof who === "string" ? who as Profile["who"] : paper === "ppt" ? "venezuelan" : "unsaid");

/** What was told in passing beside what is asked for. */
const alsoOffered = (texts: Texts, needs: Profile["need"]): Utterance[] =>
  needs.length === 0 ? [] : [{ key: "care.also", params: { needs: { both: Object.fromEntries(locales.map((locale) => [locale, needs.map((need) => texts.text(`find-route.need.${need}`, locale)).join(", ")])) as Bilingual } } }];

/** A question below a route, or in the middle of its making; `left` where nothing else knew an answer. */
function asked({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  const words = String(slots["said"] ?? "");
  const profile = profileOf(withTold(slots, care.read(words), placeTold(care, words)));
  const says = answered(care, care.asked(words, profile));
  if (says.length > 0 || slots["left"] !== true) return { says };
  const route = routeOf(care, profile);
  const step = stepNamed(route, words);
  return { says: step ? [inFull(care, texts, step, route.indexOf(step) + 1)] : [notKnown(route)] };
}

const answered = (care: Care, all: Backed[]): Utterance[] =>
  all.map(({ es, en, sources }): Utterance => ({ key: "care.answer", params: { text: { both: { es, en } } }, sources: sourcesOf(care, { sources }) }));

/** Nothing is published of it: who may know, of those who help in this route. */
const notKnown = (route: Step[]): Utterance => {
  const helper = (route.find(({ danger }) => !danger) ?? route[0])?.helpers.find(({ chat }) => !chat);
  return helper ? { key: "care.not-known", params: { who: { both: helper.name } } } : { key: "care.not-known-at-all" };
};

/** What saves a life in few words, then the first things to do whole, the others without what to bring, rights and refusals. */
const beginning = (care: Care, texts: Texts, route: Step[]): Utterance[] => {
  if (route.length === 0) return [{ key: "care.no-route" }];
  const at = route.findIndex(({ danger }) => !danger);
  const urgent = at < 0 ? route.length : at;
  const whole = route.slice(urgent, urgent + mostWhole);
  return [
    { key: "care.route" },
    ...route.slice(0, urgent).map((step, i): Utterance => ({ key: "care.step", params: { text: { both: dangerInWords(step, i + 1) } }, sources: sourcesOf(care, step) })),
    ...whole.map((step, i) => inFull(care, texts, step, urgent + i + 1)),
    ...(route.length > urgent + mostWhole ? [{ key: "care.rest", params: { rest: { both: restInWords(route, urgent + mostWhole) } }, sources: sourcesOfAll(care, route.slice(urgent + mostWhole)) }] : []),
  ];
};

const mostWhole = 2;

const inFull = (care: Care, texts: Texts, step: Step, number: number): Utterance => (
  { key: "care.step", params: { text: { both: stepInWords(care, texts, step, number) } }, sources: sourcesOf(care, step) }
);

function show({ care, texts, publicUrl }: CareParts, { slots }: ActionTurn): ActionResult {
  const profile = profileOf(slots);
  const route = routeOf(care, profile);
  const ids = idsOf(route);
  const page = `${publicUrl()}/ruta/${addressOf(profileShown(profile))}`;
  const begins: Utterance[] = slots["shown"] === ids ? [{ key: "care.same" }] : [...(profile.need.length > 0 ? [] : [{ key: "care.general" }]), ...beginning(care, texts, route)];
  return { slots: { ways: options(choicesOf(route)), shown: ids, "hand-on": { need: profile.need[0] ?? null, city: slots["city"] ?? null, who: profile.who } }, says: [...begins, { key: "care.link", params: { link: page } }] };
}

function more({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  const route = routeOf(care, profileOf(slots));
  const wanted = String(slots["more"]);
  const chosen = wanted === "all" ? route : route.filter(({ id }) => id === wanted);
  return { says: chosen.map((step) => inFull(care, texts, step, route.indexOf(step) + 1)) };
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
