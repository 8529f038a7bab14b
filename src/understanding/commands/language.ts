import type { Locale } from "../../locale.ts";
import { compilePhrases } from "../phrases.ts";

/** The language that a message asks for ("in english please", "habla español"), when that is all it says. */
export const askedLanguage = (words: readonly string[]): Locale | undefined => {
  if (asks.en.isAll(words)) return "en";
  return asks.es.isAll(words) ? "es" : undefined;
};

const groups = {
  english: ["ingles", "english", "inglish", "inglis", "englis"],
  spanish: ["espanol", "spanish", "castellano", "español", "espaniol"],
};

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
