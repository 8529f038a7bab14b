import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";
import { saysMinor, signsOf } from "./signs.ts";

/** Whether words say that who writes them is a minor. */
export const tellsMinor = (text: string): boolean => saysMinor(signsOf(wordsIn(text)));

/** Who writes is harmed at home by who lives with a parent: a child, as far as nothing tells of a grown person. */
export const fearsParent = (words: readonly string[]): boolean => has(words, parent) && !has(words, grown);

/** Who writes says that they are out of danger, and of nobody who looks for them still. */
export const saysSafe = (words: readonly string[]): boolean => has(words, safe) && !has(words, unsafe);

const has = (words: readonly string[], phrases: ReturnType<typeof compilePhrases>): boolean => phrases.find(words) !== undefined;

const parent = compilePhrases([
  "(padrastro|novio de mi mama|marido de mi mama|esposo de mi mama|companero de mi mama)", "(cuando|si|mientras) mi mama .. (trabaja|sale|turno|duerme|no esta)", "mi (mama|papa) no me cree",
  "(stepdad|stepfather|step dad|my mums boyfriend|my moms boyfriend|my mothers boyfriend)", "(when|while) (my mum|my mom|mum|mom|mama) .. (works|is out|is at work|sleeps|asleep)", "(my mum|my mom|mum|mom) (wont|doesnt|does not|didnt) believe me",
]);

const grown = compilePhrases(["(mi|my) (marido|esposo|esposa|novio|hijo|hija|hijos|husband|wife|boyfriend|son|daughter|kids|children|jefe|boss)", "tengo (18|19|2*|3*|4*|5*|6*) anos", "(im|i am) (18|19|2*|3*|4*|5*|6*)"]);

const safe = compilePhrases([
  "(estoy|estamos|quede|quedamos|me siento) [ya|ahora|hoy|aqui|bien y] (a salvo|segura|fuera de peligro|en un lugar seguro|en un sitio seguro|en un refugio)", "ya (estoy|estamos) .. (a salvo|segura|seguro|seguros|lejos de (el|ella|ellos|ese))",
  "ya no (vivo|vivimos|estoy|estamos|tengo contacto) con (el|ella|ellos|ese)", "ya (me fui|nos fuimos|me sali|me escape|me vole|me rescataron|nos rescataron)", "(el|ella|ellos|nadie) no sabe[n] donde (estoy|vivo|estamos)",
  "(esta|lo tienen) (preso|en la carcel)", "(i am|im|we are|were) [all|both|already|now] (safe|out of danger|in a safe place|in a shelter)", "safe (now|here)", "(i|we) (got away|got out|escaped|left) .. (already|last|days ago|weeks ago|for good)",
  "(he|she|they) (doesnt|does not|dont|do not) know where (i|we) (am|live|are)", "no longer (with|live with|living with) (him|her|them)", "(he|she) is in (jail|prison)",
]);

const unsafe = compilePhrases([
  "no [me|nos] (estoy|estamos|siento|se) .. (segura|seguro|seguros|a salvo)", "(not|isnt|arent|never|if|until|am i|are we|how) .. safe", "(me|nos) [esta|estan|volvio a|anda|andan] (encontro|encontraron|busca|buscan|buscando|amenaza*|persigue*|sigue|siguen|llama|llaman|escribe)",
  "(found|finds|looking for|hunting|threaten*|following|calls|texting|texts) (me|us)", "(otra vez|de nuevo|todavia|again|still|tonight|esta noche)", "(miedo|temo|afraid|scared|fear)",
]);
