import { fold } from "../words.ts";

/**
 * What somebody says who was away from an open question, without the words for that: "Hola, ya volví, disculpe. Sí, acepto" →
 * "Sí, acepto". Empty where nothing else is said; the same text where nothing of it is.
 */
export const withoutComingBack = (text: string): string => {
  if (text.length > longest) return text;
  const clauses = [...text.matchAll(/[^.,;!?¿¡\n]+/g)].map(({ index, 0: clause }) => ({ index, end: index + clause.length, words: fold(clause).replace(/['’]/g, "").trim() })).filter(({ words }) => words !== "");
  const kept = clauses.filter(({ words }) => !away.test(words) && !courtesy.test(words));
  if (!clauses.some(({ words }) => away.test(words))) return text;
  const first = clauses.find((clause) => kept.includes(clause));
  if (!first) return "";
  const last = clauses.findLast((clause) => kept.includes(clause))!;
  const isLast = last === clauses.at(-1);
  return text.slice(first.index, isLast ? undefined : last.end).trim();
};

const longest = 200;

const away = new RegExp(`^(?:(?:hola|hello|hi|ay|uy|perdon|perdone|disculpe|disculpa|sorry|ok|bueno|buenas|y)\\s+)*(?:${[
  "(?:ya )?(?:volvi|regrese|estoy de vuelta|estoy aqui|estoy aca|llegue)(?: otra vez| de nuevo| ya)?", "ya (?:estoy|vine|pude)", "aqui (?:estoy|sigo|ando)(?: otra vez| de nuevo)?", "(?:perdon|disculpe|disculpa|perdone|que pena)(?: por)? (?:la demora|la tardanza|tardar(?:me)?(?: tanto)?|demorar(?:me)?(?: tanto)?|no (?:responder|contestar)(?: antes)?)",
  "(?:me|nos) (?:demore|tarde|ocupe|llamaron|fui|quede dormid[oa])(?: un (?:rato|poco|momento)| mucho)?", "tuve que (?:salir|atender|colgar|irme)(?: un (?:rato|momento)| algo| una llamada)?", "se (?:me )?(?:fue|cayo) (?:la luz|el internet|la senal)", "estaba ocupad[oa]", "(?:me )?(?:sigue|esta)s? ahi", "todavia (?:esta|sigue)s? ahi",
  "(?:i ?m|i am|im|am) back(?: now| again)?", "back (?:now|again)", "(?:i )?(?:was|were) (?:away|busy|out|gone|offline)(?: for a (?:while|bit|moment))?", "(?:i )?had to (?:go|leave|step away|take a call|do something)", "sorry (?:for|about) (?:the (?:delay|wait)|being late|taking so long|that)", "sorry (?:i )?(?:am |was |took )?(?:so )?(?:late|slow|away|long|busy)",
  "sorry (?:i )?(?:had to \\S+(?: \\S+){0,4}|fell asleep|got (?:busy|a call))", "i (?:fell asleep|got busy|got a call|lost (?:the )?(?:connection|signal|internet))", "(?:are )?(?:you )?still (?:there|here)", "are you (?:still )?there", "i m here|im here|i am here(?: again)?", "took me a (?:while|bit)",
].join("|")})$`);

const courtesy = /^(?:hola|hello|hi|hey|ay|uy|perdon|perdone|disculpe|disculpa|sorry|que pena|buenas|buenos dias|buenas tardes|buenas noches|ok|okay|oye|oiga|por favor|please|gracias|my apologies|apologies)$/;
