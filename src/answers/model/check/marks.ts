import { flat } from "./plain.ts";

/** What turns the sense of a clause round: price, denial, duty and leave, restriction, and the direction of a figure. */
export type Marks = { price: "free" | "paid" | undefined; denials: string; duties: Set<Duty>; bounds: Set<Bound> };
type Duty = "must" | "may" | "may-not" | "need-not";
type Bound = "only" | "always" | "all" | "least" | "most" | "more" | "less" | "before" | "after" | "except";

const w = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, "gu");

const notFree = w("no (?:es|son|sera) (?:gratis|gratuit[oa]s?)|(?:not|isn't|aren't) free|not for free");
const free = w(
  "gratis|gratuit[oa]s?|gratuitamente|sin (?:ningun )?(?:costo|cobro|pago)|sin pagar(?: nada)?|no (?:tienen?|tendra|genera) (?:ningun )?(?:costo|valor)|"
  + "no (?:le |les )?(?:cuestan?|valen?)(?: nada| dinero)?|no se (?:pagan?|cobran?)(?: nada)?|no (?:hay que|debe|tiene que|necesita|tendra que) pagar(?: nada)?|"
  + "no (?:le |les )?(?:cobran?|pueden cobrar|deben cobrar|puede cobrar)(?: nada)?|"
  + "(?<!toll-|duty-|toll |duty )free(?: of charge)?|no (?:cost|charge|fee|payment)|without (?:any )?(?:cost|charge|payment|paying)|(?:do|does|will)(?: not|n't) cost(?: anything)?|costs? nothing|"
  + "(?:do|does)(?: not|n't) (?:have|need) to pay|pay nothing|nothing to pay|(?:you|they|he|she|people|children) (?:do|does)(?: not|n't) pay|(?:is|are)(?: not|n't) charged",
);
const paid = w("cuestan?|costara|costo|costos|valen?|valor|pagar?|pagan|pague|pago|pagos|tarifas?|precios?|cobran?|cobro|costs?|fees?|pays?|paid|payment|prices?|charged?|charges");

const neutral = w("no solo|no solamente|not only|sin embargo|no obstante|sin falta|no\\. ?\\d+|nonetheless");
const duties: [Duty, RegExp][] = [
  ["need-not", w(
    "no (?:se )?(?:tienen?|hay|tendra) que|no (?:se )?necesitan?|no (?:es|son) (?:necesari|obligatori)[oa]s?|no hace falta|no (?:se )?(?:requieren?|exigen?)|sin necesidad|"
    + "(?:do|does|did)?(?: not|n't) (?:need|have)(?: to)?|need not|no need|(?:not|n't|never) (?:required|mandatory|necessary|needed|compulsory)|(?:do|does)(?: not|n't) require",
  )],
  ["may-not", w(
    "no (?:se |le |les |lo |la |los |las )?(?:puede|pueden|podra|podran|pueda|puedan|debe|deben|debera|deberan)|prohib\\p{L}+|nunca (?:puede|debe)n?|tampoco (?:puede|debe)n?|"
    + "cannot|can't|can not|may not|must not|mustn't|should not|shouldn't|could not|not allowed|forbidden|prohibited|never (?:can|may|must)|(?:can|may|must) never",
  )],
  ["must", w(
    "deben?|debera|deberan|deba|deban|tienen? que|tendra que|hay que|obligatori[oa]s?|obligad[oa]s?|obligacion|necesitan?|(?:es|son) necesari[oa]s?|requieren?|exigen?|"
    + "must|ha(?:s|ve) to|required?|requires|mandatory|compulsory|needs?|shall|should|obliged|obligation",
  )],
  ["may", w("pueden?|podra|podran|pueda|puedan|opcional(?:es)?|si (?:lo )?(?:quiere|desea|prefiere)|can|may|could|might|optional|allowed|if you (?:want|wish|prefer)")],
];
const denial = w("no|sin|not|without|cannot") ;
const contracted = /n't(?!\p{L})/gu;
const echo = w("nunca|jamas|tampoco|ni|ningun|ninguna|ninguno|nadie|nada|never|nobody|none|nothing|neither|nor");
const bounds: [Bound, RegExp][] = [
  ["most", w("hasta|no mas de|maximo|maxima|a mas tardar|como mucho|up to|at most|maximum|no later than|no more than|not more than")],
  ["least", w("minimo|minima|al menos|por lo menos|como minimo|at least|minimum|no less than|no menos de")],
  ["only", w("solo|solamente|unicamente|exclusivamente|only|exclusively|solely")],
  ["always", w("siempre|always|en todos los casos|in all cases")],
  ["all", w("tod[oa]s?|cualquier|cualquiera|all|every|any|anyone|everyone|anybody|everybody")],
  ["more", w("mas de|mayores? (?:de|que)|more than|over|above|older than")],
  ["less", w("menos de|menores de|less than|under|below|younger than|fewer than")],
  ["before", w("antes de|antes del|before|prior to|previo")],
  ["after", w("despues de|despues del|tras|a partir de|after|following|from the day")],
  ["except", w("salvo|excepto|a menos que|except|unless")],
];

export const marksOf = (clause: string): Marks => {
  let text = flat(clause).replace(neutral, " ");
  const drop = (pattern: RegExp): boolean => {
    const shorter = text.replace(pattern, " · ");
    const found = shorter !== text;
    text = shorter;
    return found;
  };
  const isPaid = drop(notFree);
  const isFree = drop(free);
  const price = isFree && !isPaid ? "free" : isPaid || matches(paid, text) ? "paid" : undefined;
  const bound = new Set(bounds.flatMap(([name, pattern]) => (matches(pattern, text) ? name : [])));
  const plainDenials = count(denial, text) + count(contracted, text);
  const duty = new Set(duties.flatMap(([name, pattern]) => (drop(pattern) ? name : [])));
  // "Nobody", "nor" deny by themselves; beside a "not" they only repeat it.
  return { price, denials: plainDenials > 0 ? String(plainDenials) : matches(echo, text) ? "by itself" : "none", duties: duty, bounds: bound };
};

/** Whether a folded word only says that something costs or does not. */
export const isPriceWord = (word: string): boolean => /^(?:gratis|gratuit\p{L}+|cuestan?|costo|costos|vale|valen|valor|free|costs?|charged?|charges|pay|pays|paid|pagan?|pagar|cobr\p{L}+)$/u.test(word);

const count = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].length;
const matches = (pattern: RegExp, text: string): boolean => count(pattern, text) > 0;

/** Whether a clause may be told by one with other marks. A duty may be told of what is plainly ordered ("bring …"). */
export const agrees = (said: Marks, published: Marks): boolean =>
  (said.price === undefined || said.price === published.price)
  && said.denials === published.denials
  && [...said.duties].every((duty) => published.duties.has(duty) || published.duties.size === 0)
  && [...said.bounds].every((bound) => published.bounds.has(bound) || (bound === "most" && !["least", "more"].some((other) => published.bounds.has(other as Bound))));
