import type { Locale } from "../../locale.ts";
import { fold } from "../../words.ts";
import { compilePhrases } from "../phrases.ts";

/** The language that a message asks for ("in english please", "habla español"), when that is all it says. */
export const askedLanguage = (words: readonly string[]): Locale | undefined => {
  if (asks.en.isAll(words)) return "en";
  return asks.es.isAll(words) ? "es" : inOtherWords(words);
};

/** The language that a longer message asks for beside what else it says: "una cita en Cali, in English please". */
export const languageAskedIn = (text: string): Locale | undefined => (within.en.test(fold(text)) ? "en" : within.es.test(fold(text)) ? "es" : undefined);

const within = {
  en: /(?<!\p{L})(?:in english,? (?:please|pls|plz)|(?:please|pls),? (?:\p{L}+ ){0,2}in english)(?!\p{L})|[,.;!?(-]\s*(?:(?:en ingles|in english|english,? (?:please|pls|plz))(?:,? (?:por favor|porfa|please))?|(?:respond|answer|reply|speak|habl|contest)\p{L}* (?:to me |me )?(?:in english|en ingles)[^,.;]{0,15})\s*[.!?)]*$/u,
  es: /(?<!\p{L})(?:en espanol,? (?:por favor|porfa|please)|por favor,? (?:\p{L}+ ){0,2}en espanol)(?!\p{L})|[,.;!?(-]\s*(?:(?:en espanol|in spanish|espanol,? (?:por favor|porfa))(?:,? (?:por favor|porfa|please))?|(?:respond|answer|reply|speak|habl|contest)\p{L}* (?:to me |me )?(?:in spanish|en espanol)[^,.;]{0,15})\s*[.!?)]*$/u,
};

/**
 * A language among words that say nothing else: "can we go on in English, my Spanish is poor". Of two, the one that is not
 * said to be poor; where only that one is named, the other.
 */
const inOtherWords = (words: readonly string[]): Locale | undefined => {
  if (words.length > mostWords || words.some((word) => !languageOf.has(word) && !around.has(word))) return undefined;
  const named = words.flatMap((word, at): Named[] => {
    const locale = languageOf.get(word);
    return locale ? [{ locale, poor: isPoor(words, at) }] : [];
  });
  const wanted = new Set(named.filter(({ poor }) => !poor).map(({ locale }) => locale));
  const poor = new Set(named.map(({ locale }) => locale).filter((locale) => !wanted.has(locale)));
  if (wanted.size === 1) return [...wanted][0];
  return wanted.size === 0 && poor.size === 1 ? (poor.has("en") ? "es" : "en") : undefined;
};

type Named = { locale: Locale; poor: boolean };

/** "No sé inglés", "my Spanish is bad". */
const isPoor = (words: readonly string[], at: number): boolean => {
  const before = words.slice(Math.max(0, at - 4), at);
  const next = words.slice(at + 1).findIndex((word) => languageOf.has(word));
  const after = words.slice(at + 1, at + 1 + Math.min(4, next < 0 ? 4 : next));
  const denies = before.findLastIndex((word) => denying.has(word));
  return (denies >= 0 && before.slice(denies).some((word) => knowing.has(word))) || after.some((word) => bad.has(word)) || /^(?:not|no) (?:es |is )?(?:very )?(?:good|bueno|muy)/.test(after.slice(after[0] === "is" || after[0] === "es" ? 1 : 0).join(" "));
};

const mostWords = 16;

const groups = {
  english: ["ingles", "english", "inglish", "inglis", "englis"],
  spanish: ["espanol", "spanish", "castellano", "español", "espaniol"],
};

const wordsOf = (list: string): Set<string> => new Set(list.split(" "));

const languageOf = new Map<string, Locale>([
  ...groups.english.map((word): [string, Locale] => [word, "en"]), ...groups.spanish.map((word): [string, Locale] => [word, "es"]),
]);

const denying = wordsOf("no not dont doesnt cant cannot never nada little poco without sin barely hardly apenas");
const knowing = wordsOf("hablo habla entiendo entiende se leo manejo domino comprendo speak speaks understand read know get write no nada little poco barely hardly apenas");
const bad = wordsOf("bad poor terrible weak rusty malo mal pobre regular flojo basico basic limited limitado horrible awful");

/** What may stand around the name of a language without asking for anything else. */
const around = wordsOf([
  "hola buenas buenos dias tardes noches perdon disculpe disculpa oye oiga por favor porfa porfavor gracias si no ya y o a al el la lo los las un una me te le se nos mi su",
  "es que en de del con para ahora mejor solo solamente todo esto eso chat conversacion idioma pagina bot aqui adelante hoy siempre desde luego entonces tambien mas muy bien mal nada poco malo bueno regular",
  "quiero quisiera quiere puede puedes podria podrias podemos podriamos prefiero preferiria necesito gustaria deseo vamos sigamos seguir sigo siga sigue continuar continuemos continue volver volvamos vuelva vuelve regresar regresemos pasar pasemos pase pasa pasarnos cambiar cambie cambia cambiemos cambio",
  "hablar hable habla hablame hableme hablemos hablo hablas escribir escriba escribe escribame escribeme responder responda responde respondame respondeme contestar conteste atender atienda atienden poner ponga pon ponerlo pongalo traducir traduzca traduce entiendo entiende comprendo se sabe sabes leo manejo domino posible hay tiene tienen servicio fuera sea si pudiera",
  "hi hello hey sorry excuse please thanks thank you we i id im ill u ur it its is this that the a an my me our us in to into on of with for at from here now then so but and or if instead only just again back rather better also too all everything rest",
  "can could would will may might shall lets let do does dont did not want like need prefer wish love be being possible easier able happy ok okay yes yeah maybe",
  "speak speaks talk write answer reply respond switch change continue go going carry keep use have show read say said chat translate text conversation language messages service understand know get good very bad poor little weak rusty terrible cant cannot really any much well point forward onwards",
  "comfortable feel feeling would more native mother tongue language nativo nativa materna lengua comodo comoda siento",
].join(" "));

const forms = (language: string): string[] => [
  language,
  `(en|in|to|al|a) ${language} [please|por favor|porfa|mejor|instead]`,
  `(habla|hablame|hableme|hablas|hable|hablar|hablemos|escriba|escribe|escribeme|responde|responda|respondeme|respondame|contesta|contesteme|contestame|cambia|cambie|cambiar|pasa|pase|cambialo|ponlo|pongalo|pon|ponga|sigamos|continuar|continuemos|atienden|atiende|lo tienen|esta|tienen) [usted|tu|el idioma|idioma|todo|algo de] [en|a|al|por] ${language} [por favor|mejor]`,
  `(se habla|alguien habla|sabes hablar|sabe hablar|solo hablo|yo hablo|hablo|solo se|prefiero|quiero|quisiera|necesito|puedes|puede|podrias|podria|podemos|me puede|me puedes|me gustaria|hay servicio|tiene|tienes|tienen|me|mi idioma es|no hablo espanol) [hablar|escribir|hablarme|responder|responderme|atender|atenderme|continuar|seguir|cambiar|que me hable|que me hables|que sea|hablo|la pagina|el chat|atencion|que hable|el idioma] [en|a|al] ${language} [por favor|mejor|mi idioma]`,
  `(no hablo|no entiendo|no se|no leo) (@spanish|@english) [en|solo|hablo|hable] ${language}`,
  `(speak|talk|write|answer|reply|respond|switch|change|continue|use|show|say it|chat|go on) [to me|with me|me|the language|language|it|everything|back] [in|to|into] ${language} [please|instead|now]`,
  `(do you|can you|could you|can we|could we|could i|can i|i|i only|i would like|id like|i want|i prefer|i need|would you|will you|lets|does anyone|anyone|is there|do you have|is this available|have you|please) [to|want to|can] [speak|talk|write|answer|reply|respond|switch|change|continue|have|get|use|see|read|understand|have this|do this|do it|chat|help me] [this|it] [in|to|into] ${language} [please|instead|only|service]`,
  `${language} (please|por favor|only|version|instead|porfa|solamente|mejor|now)`, `(idioma|language) ${language}`, `${language} (idioma|language)`,
  `(could|can|would) (this|the chat|it) be in ${language}`,
];

const asks = {
  en: compilePhrases([
    ...forms("@english"), "(i|sorry i) (dont|do not|cant|cannot) (speak|understand|read|know) [any|much] @spanish",
    "no (speak|hablo) @spanish",
    "me no hablo @spanish",
    "[yo] no (hablo|entiendo|se) [el|bien|mucho] @spanish [bien]",
  ], groups),
  es: compilePhrases([
    ...forms("@spanish"), "[yo|es que|perdon] no (hablo|entiendo|se|leo|manejo) [el|nada de|mucho|bien] @english [bien]",
    "[sorry] i (dont|do not|cant|cannot) (speak|understand|read|know) [any|much] @english [well]",
  ], groups),
};
