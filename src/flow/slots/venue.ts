import { abroad } from "./abroad.ts";
import { cities } from "./cities.ts";
import { city } from "./city.ts";
import { flat } from "./flat.ts";
import type { Validator } from "./validator.ts";

/**
 * Where somebody would like to be attended: a city here or abroad ("cali", "new-york"), `video`, `mobile`, or `nearest` where
 * no city is said with it.
 */
export const venue: Validator = {
  parse: (given) => {
    const value = read(flat(given.slice(0, longest)).trim());
    return value === null ? { problem: "venue" } : { ok: value };
  },
  find: (given) => {
    const value = given.length <= mostFound && !/[?¿]/.test(given) ? read(flat(given).trim(), nearby.test(flat(given))) : null;
    return value === null ? null : { value, start: 0, end: given.length };
  },
  sure: true,
  show: (value) => (isWord(value) ? { key: `repair.venue.${value}` } : nameOf(String(value))),
};

/** Where a city lies (degrees); undefined for what is no city. */
export const coordinatesOf = (id: string): [lat: number, lon: number] | undefined => (cities[id] ?? abroad[id])?.at;

/** What a city is called; its id where it is not known. */
export const nameOf = (id: string): string => (cities[id] ?? abroad[id])?.name ?? id;

/** In words that may tell anything, a name that is only nearly a town's counts where a place is said: "Ferreira" is none. */
const nearby = /(?<!\p{L})(?:en|in|near|cerca|ciudad|city|lugar|place|town|municipio|oficina|office|vivo|live)(?!\p{L})/u;

const longest = 300;
/** Longer words, and questions, tell something else in which a place is named. */
const mostFound = 60;

const words = ["video", "mobile", "nearest"] as const;
const isWord = (value: string | number): boolean => words.some((word) => word === value);

const named = {
  video: /(?<!\p{L})(?:(?:por|en) )?(?:video ?llamadas?|video ?calls?|video ?conferencia|video|virtual(?:mente)?|por internet|en linea|on ?line|remot[oae]\p{L}*|por zoom|zoom)(?!\p{L})/u,
  mobile: /(?<!\p{L})(?:unidad(?:es)? movil(?:es)?|movil de migracion|mobile unit|ferias?(?: de servicios)?|services? fair|jornada)(?!\p{L})/u,
  nearest: /(?<!\p{L})(?:cerca(?! de las)|cercan[ao]s?|la mas proxima|nearest|closest|near(?:by)?|close (?:to me|by)|around here|donde sea|cualquier(?:a| lugar| sede| oficina| parte)|any(?:where| office| place))(?!\p{L})/u,
} satisfies Record<(typeof words)[number], RegExp>;

/** Words that are nearly the name of a town, and mean something else. */
const unlike = /(?<!\p{L})(?:turnos?|buenas?|buenos|bueno|lista|chico|chica|hello|junta|nueva|nuevo|banco|mejor|martes|tarde|manana|jueves|lunes|viernes|palma)(?!\p{L})/gu;

const read = (text: string, mayBeNearly = true): string | null => {
  if (/^[a-z]+(?:-[a-z]+)*$/.test(text) && (isWord(text) || Object.hasOwn(cities, text) || Object.hasOwn(abroad, text))) return text;
  return cityIn(text, mayBeNearly) ?? words.find((word) => named[word].test(text)) ?? null;
};

/** Where somebody lives goes before other cities that are named. */
const cityIn = (text: string, mayBeNearly: boolean): string | null => {
  const lived = /(?<!\p{L})(?:vivo|vivimos|estoy|estamos|resido|i live|we live|i am|i'?m|im) (?:ahora |aca |aqui )?(?:en|in|near|cerca de) (?<rest>.{3,60})/u.exec(text)?.groups?.["rest"];
  const exact = (lived === undefined ? undefined : exactIn(`en ${lived.split(/[,.;]|\b(?:pero|but|y|and)\b/u)[0]!}`)) ?? exactIn(text);
  return exact !== undefined ? exact : (!mayBeNearly || /(?:^| )(?:no|not) /.test(text) ? null : nearlyIn(text.replace(unlike, " ; ")));
};

const known = [...Object.entries(cities), ...Object.entries(abroad)].flatMap(([id, { name, called = [] }]) =>
  [...new Set([flat(name), id.replaceAll("-", " "), ...called])].map((one) => (
    { id, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${one.replace(/[().]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u"), length: one.length }
  ))).toSorted((a, b) => b.length - a.length);

/** Towns that are also what people are called: they count alone, or after "en" or "in". */
const names = new Set(["leticia", "florencia", "soledad", "armenia", "palmira", "caldas", "mosquera", "garzon", "montenegro", "pamplona", "santiago", "paris"]);

/** The one city that is named, null where several are; of names within one another ("valencia", "valencia spain") the longest. */
const exactIn = (text: string): string | null | undefined => {
  let rest = text;
  const found = new Set<string>();
  for (const { id, pattern } of known) {
    const at = rest.search(pattern);
    if (at < 0 || (names.has(id) && !/(?:^|\b(?:en|in|de|at|near|a|para|ciudad) )$/u.test(rest.slice(0, at)))) continue;
    const isLeft = cameFrom.test(rest.slice(0, at)) || (id in abroad && !(id in cities) && ofThere.test(rest.slice(0, at)));
    const isRefused = /(?:^|[ ,])(?:no|not|ni|en vez de|en lugar de|instead of|rather than)(?: en| in| es| era)? $/u.test(rest.slice(0, at));
    rest = rest.replace(pattern, " ; ");
    if (!isRefused && !isLeft) found.add(id);
  }
  const here = [...found].filter((id) => id in cities);
  if (found.size > 1 && here.length !== 1) return null;
  return here[0] ?? [...found][0];
};

/** Where somebody comes from is not where they want to go; a consulate of that place is. */
const cameFrom = /(?<!\p{L})(?:volv\p{L}*|regres\p{L}*|lleg\p{L}*|vin\p{L}+|veng\p{L}*|venim\p{L}*|deport\p{L}*|retorn\p{L}*|trasl\p{L}*|naci\p{L}*|came|come|back|return\p{L}*|arriv\p{L}*|moved|flew|born|expedid\p{L}*|issued)(?: (?:\p{L}+ ){0,3}?)(?:de|desde|from|en|in)(?: la| el| los| the)? $/u;
const ofThere = /(?<!\p{L})(?<!consulado (?:de colombia )?)(?<!consulate )(?:de|desde|from|of)(?: la| el| los| the)? $/u;

const mostNearly = 4;
const longestFound = 25;

/** With a typo: in a few words anywhere, in a longer text only what follows "vivo en" or "in". */
const nearlyIn = (text: string): string | null => {
  const count = text.split(/\s+/).length;
  const context = { locale: "es" as const, now: new Date(0) };
  const parsed = count <= mostNearly ? city.parse(text, {}, context) : undefined;
  if (parsed && "ok" in parsed) return String(parsed.ok);
  const found = city.find!(text, context);
  return found && count <= longestFound ? String(found.value) : null;
};
