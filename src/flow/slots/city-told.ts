import { cities } from "./cities.ts";
import { flat } from "./flat.ts";

/**
 * The Colombian city where somebody says they are, in a longer story: what follows "vivo en", "estoy en" or "in" before what
 * is only named, and never where they come from. Without `ahead`, not where they are only on their way to.
 */
export const cityTold = (story: string, { ahead = true }: { ahead?: boolean } = {}): string | undefined => {
  const text = flat(story.slice(0, longest));
  const named = known.flatMap(({ id, pattern }) => [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ id, index, end: index + word.length, before: text.slice(Math.max(0, index - reach), index) })));
  const whole = named.filter((one) => !named.some((other) => other !== one && other.index <= one.index && other.end >= one.end && other.end - other.index > one.end - one.index));
  const here = whole.filter(({ id, before }) => (!from.test(before) || office.test(before)) && !not.test(before) && (ahead || !goal.test(before)) && (!ambiguous.has(id) || at.test(before))).sort((a, b) => a.index - b.index);
  return (here.findLast(({ before }) => now.test(before)) ?? here.findLast(({ before }) => at.test(before)) ?? here.at(-1))?.id;
};

const longest = 4000;
const reach = 24;

const from = /(?<!\p{L})(?:(?:vengo|venimos|llegue|llegamos|sali|salimos|volvi|soy|somos|come|came|arrived|am|are|left|nac\p{L}*|born)\s+)?(?:de|desde|from|left)\s+$/u;
/** The office of a town is where they are. */
const office = /(?<!\p{L})(?:alcaldia|personeria|defensoria|gobernacion|hospital|comisaria|registraduria)(?: municipal| distrital)? (?:de|of) $/u;
const goal = /(?<!\p{L})(?:go|goes|going|move|moving|travel|travelling|traveling|fly|flying|return|returning|get|voy|vamos|va|van|ir|irme|irse|irnos|viaj\p{L}*|volver\p{L}*|regresar\p{L}*|llegar|mudar\p{L}*|want|wants|quiere|quiero)\s+(?:(?:back|home|de vuelta)\s+)?(?:a|to|para|pa|hacia)\s+$/u;
/** "Popayán, not Cali". */
const not = /(?<!\p{L})(?:not|no|ya no)\s+(?:(?:estoy|vivo|es|era|living|live|am)\s+)?(?:en|in)?\s*$/u;
const now = /(?<!\p{L})(?:vivo|vivimos|estoy|estamos|resido|quedo|ahora|live|living|am|are|im|stay|staying|now)\s+(?:ahora |aca |aqui |acá )?(?:en|in|at)\s+$/u;
const at = /(?<!\p{L})(?:en|in|at|a|to|ciudad)\s+$/u;

/** Everyday words and names of people that are also towns; they count where a place is said. */
const ambiguous = new Set(["leticia", "florencia", "soledad", "armenia", "palmira", "caldas", "mosquera", "garzon", "montenegro", "pamplona", "turbo", "bello", "buga", "chia", "providencia", "sevilla", "barrancas"]);

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Nicknames of three letters are too often something else in a story. */
const known = Object.entries(cities).flatMap(([id, { name, called = [] }]) =>
  [...new Set([flat(name), id.replaceAll("-", " "), ...called])].filter((one) => one.length >= 4).map((one) => ({ id, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(one)}(?![\\p{L}\\p{N}])`, "gu") })));
