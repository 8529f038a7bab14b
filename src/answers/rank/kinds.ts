import { fold } from "../../words.ts";

/** What sort of thing a question wants, and a passage gives. */
export const kinds = ["span", "money", "count", "date", "place", "number", "way"] as const;
export type Kind = (typeof kinds)[number];

/** The sorts of thing that a question wants. */
export const kindsAsked = (question: string): Kind[] => {
  const text = fold(question);
  return kinds.filter((kind) => asked[kind].test(text));
};

/** The sorts of thing that a text gives. */
export const kindsGiven = (text: string): Kind[] => {
  const folded = fold(text.replace(/\*\*/g, ""));
  return kinds.filter((kind) => given[kind].test(folded));
};

const unit = "(?:dia|mes|ano|semana|hora|minuto|day|month|year|week|hour|minute|yr)s?(?:es)?";
const numeral = "(?:\\d+|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce|quince|veinte|treinta|sesenta|noventa|a|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|sixty|ninety)";

const asked: Record<Kind, RegExp> = {
  span: new RegExp(`\\b(?:cuant[oa]s?|kuant[oa]s?|cto|how many|number of|numero de|maximo de|maximum)(?:\\s+\\S+){0,2}?\\s+(?:${unit}|tiempo|time)\\b|\\b(?:plazo|vigencia|demoran?|tardan?|dura|duran|cada cuanto|en cuanto|hasta cuando|how (?:long|soon|early|late|often)|deadline|length|longest|time limit|minimum time|max(?:imum)? time|until when|by when)\\b`),
  money: /\b(?:cuest\w*|vale[n]?|val[oe]r|cobra\w*|paga\w*|pago|precios?|tarifas?|costos?|plata|gratis|gratuit\w*|multa|dolares|pesos|free|fees?|costs?|prices?|charges?|pay|paid|how much|fine|usd|cop)\b/,
  count: /\b(?:cuant[oa]s|how many|numero de|number of)\b/,
  date: /\b(?:cuando|fechas?|desde cuando|hasta cuando|que dia|when|dates?|until|what day|which day|which year|que ano)\b/,
  place: /\b(?:donde|direccion|oficina|en que (?:lugar|parte|sitio)|a que entidad|where|address|which office|what office|located)\b/,
  number: /\b(?:telefonos?|lineas?|numero (?:de telefono|gratuito|unico)|llamo|llamar|whatsapp|correo|phone|hotline|call|toll|e-?mail|number to)\b/,
  way: /\b(?:como (?:hago|se|pido|saco|lo|la|le|puedo|presento|solicito|me|tramito|radico|es el)|que hago|pasos?|paso a paso|que toca|how (?:do|can|to|should)|what do i do|steps?|walk me)\b/,
};

const given: Record<Kind, RegExp> = {
  span: new RegExp(`\\b${numeral}\\b(?:\\s*\\([^)]*\\))?(?:\\s+(?:business|working|calendar|full|whole))?\\s+${unit}\\b|\\b(?:diari|daily|every day)`),
  money: /\b(?:pesos|dolares|euros|cop|usd|uvt|gratis|gratuit\w*|sin costo|free|no cost|precio|price|tarifa|fee)\b|\$/,
  count: new RegExp(`\\b(?:\\d+|${numeral})\\b`),
  date: /\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december|lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d)\b/,
  place: /\b(?:calle|carrera|avenida|diagonal|transversal|oficinas?|notaria|consulado|centro|sede|pagina|portal|en linea|offices?|notary|consulate|website|online|street|headquarters)\b|www\.|https?:/,
  number: /\d{3}[\s.-]?\d{3,}|\b01 ?8000|\b1\d\d\b|@/,
  way: /^\s*-\s|\n- |\b(?:primero|despues|luego|entre a|llene|presente|pida|vaya|lleve|first|then|fill in|go to|submit|bring|ask for)\b/m,
};
