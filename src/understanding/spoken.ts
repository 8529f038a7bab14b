import { tokens } from "../words.ts";

/** Of a very long message only its first and last part are read. */
export const readable = (text: string): string =>
  text.length <= most ? text : `${text.slice(0, (most * 3) / 4)} ${text.slice(-most / 4)}`;

const most = 4000;

/** A message as folded words, with the spellings of chats written out: "xq no m dejan" → porque no me dejan. */
export const wordsIn = (text: string): string[] =>
  middleOut(tokens(text.replace(/['’`´]/gu, "")).flatMap((word) => {
    const single = word.replace(/([a-z])\1{2,}/gu, "$1");
    return chat.get(single)?.split(" ") ?? [single];
  }));

const middleOut = (words: string[]): string[] =>
  words.length <= mostWords ? words : [...words.slice(0, (mostWords * 3) / 4), ...words.slice(-mostWords / 4)];

const mostWords = 400;

const chat = new Map<string, string>(Object.entries({
  q: "que", k: "que", ke: "que", qe: "que", xq: "por que", xk: "por que", pq: "por que", porq: "por que", x: "por",
  d: "de", m: "me", tmb: "tambien", tb: "tambien", tbn: "tambien", ablar: "hablar", kiero: "quiero", qiero: "quiero", qero: "quiero",
  ud: "usted", uds: "ustedes", pa: "para", toy: "estoy", ta: "esta", tas: "estas", aki: "aqui", xfa: "porfa",
  plis: "por favor", porfis: "porfa", porfavor: "porfa", xfavor: "porfa", ntp: "no", nesesito: "necesito",
  soi: "soy", aiuda: "ayuda", ase: "hace", asen: "hacen", ijo: "hijo", ija: "hija", ijos: "hijos", ijas: "hijas", benezuela: "venezuela", venesuela: "venezuela", benesuela: "venezuela", benezolano: "venezolano", benezolana: "venezolana", venesolano: "venezolano", venesolana: "venezolana", benesolano: "venezolano", benesolana: "venezolana", bengo: "vengo", colejio: "colegio", travajar: "trabajar", travajo: "trabajo", kolombia: "colombia", nesecito: "necesito", necesto: "necesito",
  u: "you", ur: "your", r: "are", pls: "please", plz: "please", wanna: "want to", gonna: "going to", kil: "kill", bos: "boss", hja: "hija", hjo: "hijo", thx: "thanks",
  ty: "thanks", thanx: "thanks", tks: "thanks", wat: "what", wut: "what", wht: "what", cud: "could", cuz: "because",
}));
