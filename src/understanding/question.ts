import { compilePhrases } from "./phrases.ts";
import { wordsIn } from "./spoken.ts";

/** True when a message asks for information, rather than answers a question. */
export const looksLikeQuestion = (text: string): boolean => {
  if (/[?¿]/u.test(text.replace(/https?:\S+/gu, ""))) return true;
  const words = wordsIn(text.slice(0, longest));
  return opens.start(words) > 0 || anywhere.find(words) !== undefined;
};

const longest = 1000;

const lead = "[hola|buenas|buenos dias|buenas tardes|buenas noches|disculpe|disculpa|perdon|oye|oiga|y|pero|entonces|hello|hi|hey|sorry|excuse me|and|but|so|ok|good morning|por favor|please|una pregunta|una duda|una consulta|question]";

const opens = compilePhrases([
  `${lead} [a|de|en|con|para|por|desde|hasta|sobre|hace] (que|quien|quienes|cual|cuales|cuando|cuanto|cuanta|cuantos|cuantas|donde|adonde|como)`,
  `${lead} (se puede|se pueden|puedo|podria|puede un|puede una|podemos|es posible|es obligatorio|es gratis|es necesario|es verdad|es cierto|hay que|hay alguna|hay algun|tengo que|toca|debo|tengo derecho|sirve|cuesta|vale|tiene costo|tienen|existe|atienden|me pueden|me puede|me puedes|necesito cita|necesito visa|necesito saber|sabe|sabes|saben)`,
  `${lead} (what|whats|who|whos|whose|which|when|whens|where|wheres|why|how|hows|can|could|should|would|will|do|does|did|is|are|am|was|were|may|must|have|has) (i|you|we|they|he|she|it|the|a|an|my|there|this|that|to|is|are|do|does|much|many|long|old|far|documents|kind|time|happens|should|can|would|will|if|your|children|someone|people|foreigners|did|any|office|one|about|papers|visa|for|in|s|else|not|have|its|colombians|venezuelans|anyone|cost|immigration)`,
  `${lead} (what|who|when|where|why|how|which)`,
], {});

const anywhere = compilePhrases([
  "(quiero|quisiera|necesito|me gustaria|deseo|kiero|para) (saber|averiguar|conocer|consultar|preguntar|informacion|que me informe*|que me diga*|que me explique*|entender)",
  "(informacion|info|informe) (de|sobre|acerca|para)",
  "(tengo|una|hacer una|hacerle una) (duda|pregunta|consulta)",
  "(me puede|me puedes|puede|puedes|podria|podrias) (decir|informar|explicar|ayudar con|indicar|decirme|explicarme|informarme|indicarme)",
  "(digame|dime|expliqueme|explicame|informeme|indiqueme|cuenteme) (que|como|cuanto|donde|cuando|cual|si|sobre|por|a que)",
  "(no se|quiero saber) (si|como|donde|cuanto|cual|que)",
  "(cuanto|cuantos|cuantas) (cuesta|cuestan|vale|valen|es|se demora|demora|tiempo|dias|me cobran|cobran|hay que pagar|sale|tarda|anos|meses)",
  "(requisitos|costo|precio|valor|horario|horarios|direccion de) (para|de|del|de la)",
  "(i want|i need|id like|i would like|want|need|like) to (know|ask|find out|learn|check|understand)",
  "(information|info) (about|on|for|regarding)",
  "(have|got) a question",
  "(can|could|would) you (tell|explain|inform|help me with|let me know)",
  "(tell|explain) [to] me (what|how|where|when|which|if|about|why|whether)",
  "(wondering|wonder) (if|what|how|where|when|whether|about)",
  "(dont know|not sure) (if|how|where|what|whether)",
  "how (much|many|long|do|can|to|does|often|soon)",
  "cada cuanto",
  "(requirements|cost|price|opening hours) (for|of|to)",
  "do i (need|have)",
  "que (puedo|debo|podemos|tengo que|toca|se puede) hacer",
  "(que|a quien|donde) (hago|acudo|voy)",
  "what (can|should|do|must|could) (i|we) do",
]);
