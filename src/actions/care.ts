import { addressOf } from "../care/address.ts";
import type { Care } from "../care/care.ts";
import { byGravity, coherent, isCondition, isNeed, placeOf, type Profile } from "../care/profile.ts";
import { changes, routeFor } from "../care/route.ts";
import { dangerInWords, restInWords, sourcesOf, stepInWords, toldInWords } from "../care/say.ts";
import type { Step } from "../care/types.ts";
import type { ActionTurn } from "../conversation/response.ts";
import { cityTold } from "../flow/slots/city-told.ts";
import { city } from "../flow/slots/city.ts";
import type { ActionResult, Choice, Slots, Utterance } from "../flow/types.ts";
import type { Texts } from "../text.ts";
import { options, type Row } from "./row.ts";

export type CareParts = { care: Care; texts: Texts; publicUrl: () => string };

const known = ["need", "needs", "who", "since", "paper", "condition", "conditions", "city"];
/** "No" to "what else?" is that it is all. */
const ways = ["all", "refer", "change", "again", "person", "no"] as const;

const asking = (dimension: Parameters<typeof changes>[2]): Row<CareParts> => (
  { needs: known, words: ["settled"], run: ({ care }, { slots }) => (changes(care.steps, profileOf(slots), dimension) ? {} : { to: "settled" }) }
);

/** What the route finder may `call`: reads a story, asks only what still changes the route, shows it. */
export const careRows = {
  "care.read": { needs: ["told", "need"], sets: ["told", ...known, "shown"], run: read },
  "care.asks-who": asking("who"),
  "care.asks-since": asking("since"),
  "care.asks-paper": asking("paper"),
  "care.asks-condition": asking("condition"),
  "care.asks-city": asking("place"),
  "care.show": { needs: [...known, "shown"], sets: ["ways", "shown", "hand-on"], run: show },
  "care.more": { needs: ["more", ...known], run: more },
} satisfies Record<string, Row<CareParts>>;

/** The words go no farther than this: what they tell is kept as words of the route's own. */
function read({ care, texts }: CareParts, { slots }: ActionTurn): ActionResult {
  if (typeof slots["told"] !== "string") return {};
  const told = besideDanger(care.read(slots["told"]), slots["need"]);
  const where = told.place === "abroad" ? "abroad" : cityTold(slots["told"]);
  const answers: Slots = { ...answersIn(told), ...(where === undefined ? {} : { city: where }) };
  const all: Slots = { ...slots, ...answers };
  const found: Slots = { told: null, ...Object.fromEntries(Object.entries(answers).filter(([slot]) => slot === "needs" || slot === "conditions")) };
  const profile = profileOf(all);
  if (profile.need.length === 0) return { slots: found, answers };
  const route = routeFor(care.steps, profile);
  return {
    slots: { ...found, shown: idsOf(route) }, answers,
    says: [{ key: "care.understood", params: { told: { both: toldInWords(texts, profile, cityName(all)) } } }, ...beginning(care, texts, route)],
  };
}

/** A danger that was told is not forgotten for what is told later. */
const besideDanger = (told: Profile, need: unknown): Profile => (need === "violence" || need === "trafficking" ? { ...told, need: byGravity([need, ...told.need.filter((one) => one === "emergency-aid" || one === "health")]) } : told);

/** What was told as answers to the flow's own questions; what was not told stays open. */
const answersIn = (told: Profile): Slots => ({
  ...(told.need.length > 0 ? { need: told.need[0]!, needs: told.need } : {}),
  ...(told.who === "unsaid" ? {} : { who: told.who }),
  ...(told.since === "unsaid" ? {} : { since: told.since }),
  ...(told.paper === "unsaid" ? {} : { paper: told.paper }),
  ...(told.condition.length > 0 ? { condition: told.condition[0]!, conditions: told.condition } : {}),
});

/** What saves a life in few words, then the first thing to do whole, the others by number and title. */
const beginning = (care: Care, texts: Texts, route: Step[]): Utterance[] => {
  if (route.length === 0) return [{ key: "care.no-route" }];
  const at = route.findIndex(({ danger }) => !danger);
  const urgent = at < 0 ? route.length : at;
  const first = route[urgent];
  return [
    { key: "care.route" },
    ...route.slice(0, urgent).map((step, i): Utterance => ({ key: "care.step", params: { text: { both: dangerInWords(step, i + 1) } }, sources: sourcesOf(care, step) })),
    ...(first ? [inFull(care, texts, first, urgent + 1)] : []),
    ...(route.length > urgent + 1 ? [{ key: "care.rest", params: { rest: { both: restInWords(route, urgent + 1) } } }] : []),
  ];
};

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
  ...ways.map((way): Choice => ({ value: way, title: { key: `care.choice.${way}` } })),
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
    who: said("who"), since: said("since"), paper: said("paper"), place: placeOf(typeof slots["city"] === "string" ? slots["city"] : undefined),
  } as Profile);
};

const cityName = ({ city: id }: Slots): string | undefined => (typeof id === "string" ? String(city.show(id)) : undefined);

const idsOf = (route: Step[]): string => route.map(({ id }) => id).join(" ");
