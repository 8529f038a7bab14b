import { addressOf } from "../care/address.ts";
import type { Care } from "../care/care.ts";
import { byGravity, coherent, isCondition, isMatter, isNeed, placeOf, type Profile } from "../care/profile.ts";
import { stepNamed } from "../care/named.ts";
import { changes, routeFor } from "../care/route.ts";
import { dangerInWords, restInWords, sourcesOf, stepInWords, toldInWords } from "../care/say.ts";
import type { Backed, Step } from "../care/types.ts";
import type { ActionTurn } from "../conversation/response.ts";
import { cityTold } from "../flow/slots/city-told.ts";
import { city } from "../flow/slots/city.ts";
import { validators } from "../flow/slots/validators.ts";
import type { ActionResult, Choice, Slots, Utterance } from "../flow/types.ts";
import type { Texts } from "../text.ts";
import { options, type Row } from "./row.ts";

export type CareParts = { care: Care; texts: Texts; publicUrl: () => string };

const known = ["need", "needs", "who", "since", "paper", "condition", "conditions", "matters", "city"];
/** "No" to "what else?" is that it is all. */
const ways = ["all", "check", "refer", "change", "again", "person", "no"] as const;
/** The steps that send a person to the check of their return. */
const checked = "return-check";

const asking = (dimension: Parameters<typeof changes>[2]): Row<CareParts> => (
  { needs: known, words: ["settled"], run: ({ care }, { slots }) => (changes(care.steps, profileOf(slots), dimension) ? {} : { to: "settled" }) }
);

/** What the route finder may `call`: reads a story, asks only what still changes the route, shows it. */
export const careRows = {
  "care.read": { needs: ["told", "earlier", ...known], sets: ["told", "earlier", ...known, "shown"], run: read },
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
  const told = besideDanger(care.read(words), slots["need"]);
  const answers = answersIn(told, placeTold(care, words), slots);
  const earlier = answersEarlier(care, before, { ...slots, ...answers });
  const all: Slots = { ...slots, ...earlier, ...answers };
  const found: Slots = { told: null, earlier: null, ...Object.fromEntries(Object.entries(all).filter(([slot]) => lists.includes(slot))) };
  const profile = profileOf(all);
  const says = answered(care, care.asked(words, profile));
  if (profile.need.length === 0) return { slots: found, answers: { ...earlier, ...answers }, says };
  const route = routeFor(care.steps, profile);
  return {
    slots: { ...found, shown: idsOf(route) }, answers: { ...earlier, ...answers },
    says: [...says, { key: "care.understood", params: { told: { both: toldInWords(texts, profile, cityName(all)) } } }, ...beginning(care, texts, route)],
  };
}

const lists = ["needs", "conditions", "matters"];

/** Where somebody says they are. */
const placeTold = (care: Care, words: string): string | undefined => (care.read(words).place === "abroad" ? "abroad" : cityTold(words) ?? placeAlone(words));

/** Few words that are nothing but a place. */
const placeAlone = (words: string): string | undefined => {
  if (words.trim().split(/\s+/).length > 3) return undefined;
  const parsed = validators.place.parse(words, {}, { locale: "es", now: new Date(0) });
  return "ok" in parsed ? String(parsed.ok) : undefined;
};

/** What was told before of what is not known yet, the newest words first; of a need only the newest. */
const answersEarlier = (care: Care, before: readonly string[], known: Slots): Slots =>
  before.reduce<Slots>((found, words) => {
    const told = answersIn(care.read(words), placeTold(care, words), found);
    const needKnown = typeof known["need"] === "string" || found["need"] !== undefined;
    const news = Object.entries(told).filter(([slot]) => (aboutNeed.includes(slot) ? !needKnown && told["need"] !== undefined : (known[slot] ?? found[slot] ?? null) === null));
    return { ...found, ...Object.fromEntries(news) };
  }, {});

const aboutNeed = ["need", "needs", "matters"];

/** A question below a route, or in the middle of its making; `left` where nothing else knew an answer. */
function asked({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  const words = String(slots["said"] ?? "");
  const profile = profileOf({ ...slots, ...answersIn(care.read(words), placeTold(care, words), slots) });
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

/** A danger that was told is not forgotten for what is told later. */
const besideDanger = (told: Profile, need: unknown): Profile => (need === "violence" || need === "trafficking" ? { ...told, need: byGravity([need, ...told.need.filter((one) => one === "emergency-aid" || one === "health")]) } : told);

/** What was told as answers to the flow's own questions; what was not told stays open. */
const answersIn = (told: Profile, where: string | undefined, { matters }: Slots): Slots => ({
  ...(where === undefined ? {} : { city: where }),
  ...(told.need.length > 0 || told.matter.length > 0 ? { matters: told.need.length > 0 ? told.matter : [...new Set([...(Array.isArray(matters) ? matters : []), ...told.matter])] } : {}),
  ...(told.need.length > 0 ? { need: told.need[0]!, needs: told.need } : {}),
  ...(told.who === "unsaid" ? {} : { who: told.who }),
  ...(told.since === "unsaid" ? {} : { since: told.since }),
  ...(told.paper === "unsaid" ? {} : { paper: told.paper }),
  ...(told.condition.length > 0 ? { condition: told.condition[0]!, conditions: told.condition } : {}),
});

/** What saves a life in few words, then the first things to do whole, the others by number and title. */
const beginning = (care: Care, texts: Texts, route: Step[]): Utterance[] => {
  if (route.length === 0) return [{ key: "care.no-route" }];
  const at = route.findIndex(({ danger }) => !danger);
  const urgent = at < 0 ? route.length : at;
  const whole = route.slice(urgent, urgent + mostWhole);
  return [
    { key: "care.route" },
    ...route.slice(0, urgent).map((step, i): Utterance => ({ key: "care.step", params: { text: { both: dangerInWords(step, i + 1) } }, sources: sourcesOf(care, step) })),
    ...whole.map((step, i) => inFull(care, texts, step, urgent + i + 1)),
    ...(route.length > urgent + mostWhole ? [{ key: "care.rest", params: { rest: { both: restInWords(route, urgent + mostWhole) } } }] : []),
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
  return { slots: { ways: options(choicesOf(route)), shown: ids, "hand-on": { need: profile.need[0] ?? null, city: slots["city"] ?? null } }, says: [...begins, { key: "care.link", params: { link: page } }] };
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
