import { compilePhrases, type Phrases } from "../../understanding/phrases.ts";
import { readable, wordsIn } from "../../understanding/spoken.ts";
import type { Dimension } from "../profile.ts";

/** Reviewed phrases of one word: `sure` goes before `likely`, what stands within `not` is something else, and `gone` takes the word back. */
export type Said = { sure: string[]; likely?: string[] | undefined; not?: string[] | undefined; gone?: string[] | undefined };

/** The words of a dimension that were told, in the order of the file, those that are asked for, and those that were taken back. */
export type Found = { told: string[]; asked: string[]; denied: string[] };

/** Between two parts of a sentence, two sentences, and after a question; no words that people write. */
const [pause, stop, question] = ["|", "|.", "|?"] as const;

/** A story as folded words, with its pauses. */
export const heardIn = (story: string): string[] =>
  [...readable(story).matchAll(/([^,.;:!?¿¡\n]*)([,.;:!?¿¡\n]*)/gu)].flatMap(([, part = "", mark = ""]) => [...wordsIn(part), mark.includes("?") ? question : /[.;!¿¡\n]/u.test(mark) ? stop : pause]);

/** Finds the words of a dimension. Where several were told, the sure ones go before the likely ones. */
export const finder = (dimension: Dimension, listed: Partial<Record<string, Said>>): ((heard: readonly string[]) => Found) => {
  const known = Object.entries(listed).map(([word, lists]) => (
    { word, sure: compilePhrases(lists!.sure), likely: compilePhrases(lists!.likely ?? []), not: compilePhrases(lists!.not ?? []), gone: compilePhrases(lists!.gone ?? []) }
  ));
  const isDenied = dimension === "need" ? isUnwanted : isTakenBack;
  return (heard) => {
    const gone = known.filter((one) => one.gone.find(heard) !== undefined).map(({ word }) => word);
    const hits = known.flatMap(({ word, not, ...lists }) => {
      const others = not.findAll(heard);
      const spans = (one: Phrases) => one.findAll(heard).filter(([from, to]) => !others.some(([start, end]) => start <= from && to <= end));
      const hit = (isSure: boolean) => ([from, to]: [number, number]) => ({ word, isSure, from, denied: gone.includes(word) || isDenied(heard, from), asked: isAsked(heard, from, to) });
      return [...spans(lists.sure).map(hit(true)), ...spans(lists.likely).filter(([from]) => dimension !== "paper" || !isWanted(heard, from)).map(hit(false))];
    });
    const standing = hits.filter(({ denied }) => !denied);
    const told = standing.some(({ isSure }) => isSure) ? standing.filter(({ isSure }) => isSure) : standing;
    const words = (some: typeof hits) => [...new Set(some.map(({ word }) => word))];
    return { told: words(told), asked: words(told.filter(({ asked }) => asked)), denied: [...new Set([...gone, ...words(hits.filter(({ denied }) => denied))])].filter((word) => !words(told).includes(word)) };
  };
};

const set = (words: string): Set<string> => new Set(words.split(" "));

const denials = set("no sin ni nunca tampoco not without never nor dont doesnt didnt isnt arent wasnt werent havent hasnt cannot");
/** Words that a "no" reaches beyond. */
const fillers = set("tengo tenemos tiene tienen tenia hay habia soy somos es era son esta estoy estamos he ha hemos tenido sido ser estar mis mi un una unos ningun ninguna any a an the my our i im am is are was were been be have has had got get ya todavia aun yet el la los las lo de del con really that this eso en");
/** With one of these a "no" takes a need back: "no busco trabajo". Without it the need is what is lacking: "no tengo trabajo". */
const seeking = set("es era son fue busco buscaba buscamos quiero queria queremos necesito necesitaba necesitamos vengo venia vine pregunto pregunte preguntaba hablo hablaba trata pido pedi is was want wanted need needed looking asking asked");
const about = set("de del el la los las lo un una por para sobre con en the a an for about my mi mis ningun ninguna any to asunto tema cosa it its i am was im that this eso");

/** A phrase that begins with its own "no" stands for that. */
const isTakenBack = (heard: readonly string[], from: number): boolean => {
  if (denials.has(heard[from]!)) return false;
  const at = heard.findLastIndex((word, i) => i < from && !fillers.has(word));
  return at >= 0 && from - at <= reach && denials.has(heard[at]!);
};

const isUnwanted = (heard: readonly string[], from: number): boolean => {
  const at = heard.findLastIndex((word, i) => i < from && !about.has(word) && !seeking.has(word));
  if (at < 0 || from - at > reach || !denials.has(heard[at]!)) return false;
  if (heard[at] === "not") return true;
  const since = heard[at] === "ni" ? heard.slice(Math.max(0, at - reach), from) : heard.slice(at + 1, from);
  return since.some((word) => seeking.has(word));
};

const reach = 6;

/** A paper that somebody wants or asks about is none that they have. */
const isWanted = (heard: readonly string[], from: number): boolean => heard.slice(Math.max(0, from - wantReach), from).some((word) => wanting.has(word));

const wanting = set("quiero queremos sacar saco pedir pido necesito necesitamos tramitar tramito solicitar solicito obtener conseguir consigo que cual del sobre para want get getting apply need ask request obtain what which about for");
const wantReach = 4;

/** Whether what stands there is asked for, in a wish or in a question, rather than told in passing. */
const isAsked = (heard: readonly string[], from: number, to: number): boolean => {
  if (lacking.has(heard[from]!) || lacking.has(heard[from - 1] ?? "")) return false;
  const begins = heard.findLastIndex((word, i) => i < from && isPause(word)) + 1;
  if (heard.slice(begins, to).some((word) => asking.has(word))) return true;
  return heard.slice(to).find((word) => word === stop || word === question) === question;
};

const isPause = (word: string): boolean => word === pause || word === stop || word === question;
const lacking = set("no sin ni without lost perdi perdio");
const asking = set("quiero queremos quisiera quisieramos queria necesito necesitamos necesita necesitan nesecito busco buscamos buscando buscar ayuda ayudan ayudame ayudeme ayudas conseguir consigo conseguirle donde adonde quien quienes como puedo podemos podria debo ocupo requiero urge deseo gustaria saber orienten orientacion montar ganas want wants need needs looking search seeking find finding get help how where who which can could should would wish wanna");
