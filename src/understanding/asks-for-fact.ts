import { fold } from "../words.ts";

/** Whether words ask in so many words what, who, when, how much or in what way: more than whether something can be done here. */
export const asksForFact = (given: string): boolean => {
  const text = fold(given);
  return opening.test(text) || midway.test(text) || supposing.test(text);
};

const which = "(?:que|quien(?:es)?|cual(?:es)?|cuando|cuant[oa]s?|donde|como|what|whats|who|which|when|where|how|why)";
const before = "(?:a|de|en|con|para|por|desde|hasta|sobre|in|to|at|for|by|from|with|on|until) ";

/** At the beginning of a sentence or a clause. */
const opening = new RegExp(`(?:^|[?¿.!,;:]\\s*|\\b(?:y|and|hola|hello|hi|pero|but) )(?:${before})?${which}(?!\\p{L})`, "u");

const midway = /(?<!\p{L})(?:(?:who|where|how|what|when) (?:can|do|does|should|must|could|will|did) (?:i|we|you|they|it)|how (?:often|much|many|long|soon)|cada cuanto|a quien (?:acudo|puedo|le)|(?:en )?cuanto (?:me|se|tiempo|vale|cuesta|cobran|demoran?|tardan?)|what if)(?!\p{L})/u;

/** "And if it is a complaint?" after an answer; "y sí, quiero…" wishes something. */
const supposing = /^¿?\s*(?:y|pero|and|but) (?:si|if) (?:es|no|me|se|el|la|los|las|un|una|yo|ya|soy|tengo|mi|hay|nunca|alguien|i|it|its|the|my|they|nobody|someone)(?!\p{L})/u;
