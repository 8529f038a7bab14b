import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";
import { saysMinor, signsOf } from "./signs.ts";

/** Whether words say that who writes them is a minor. */
export const tellsMinor = (text: string): boolean => saysMinor(signsOf(wordsIn(text)));

/** Who writes is harmed at home by who lives with a parent: a child, as far as nothing tells of a grown person. */
export const fearsParent = (words: readonly string[]): boolean => has(words, parent) && !has(words, grown);

/** Who writes says that they are out of danger, and of nobody who looks for them still. */
export const saysSafe = (words: readonly string[]): boolean => has(words, safe) && !has(words, unsafe);

/** Whether the age of a child is told of somebody else. */
export const tellsOfChild = (text: string): boolean => ofChild.test(wordsIn(text).join(" "));

/** The one who is harmed by those nearest to him is a man, as far as the words tell: he is told of lines that are for everybody. */
export const tellsMan = (text: string): boolean => {
  const words = wordsIn(text);
  const said = words.join(" ");
  return (has(words, man) || harmedHe.test(said)) && !has(words, woman) && !harmedShe.test(said);
};

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

const wives = "(esposa|mujer|novia|exesposa|exnovia|exmujer|companera|ex esposa|ex novia|ex mujer)";

const man = compilePhrases([
  "(soy|como) [un] (hombre|varon|tipo|senor|muchacho|man|esposo|papa|padre)", "(im|i am|as|being) a (man|guy|male|dude|husband|father|dad|grown man)", "(im|i am) male",
  `(mi|la|su) ${wives} .. (me|lo|le) (pega|pego|golpe*|maltrat*|cachete*|aruna*|arano|ara*|amenaz*|encierr*|encerr*|insult*|humill*|tir*|lanz*|corto|chuz*|patea*|quem*|da|dio|echo|control*|quit*|revis*|rompio|jal*|mord*|empuj*|agarr*)`,
  "(my|the) [ex] (wife|girlfriend|gf|ex wife|exwife|ex girlfriend) .. (hit*|beat*|slap*|punch*|kick*|threw|throws|threat*|lock*|abus*|bit*|scratch*|push*|shove*|stab*|cut*|burn*|control*|scream*|attack*|chok*|broke|took|takes|keeps|hurts|came at)", "(afraid|scared|terrified) of my [ex] (wife|girlfriend|gf)", "miedo (a|de) mi (esposa|mujer|novia|exesposa|exnovia)",
  `(hermano|amigo|hijo|papa|padre|tio|primo|vecino|companero|cunado|abuelo|parcero) ... ${wives} .. (le|lo) (pega|pego|golpe*|maltrat*|amenaz*|encierr*|tir*|dio|da|cachete*|quem*|cort*|insult*)`, "(brother|friend|son|dad|father|uncle|cousin|neighbor|neighbour) .. his (wife|girlfriend|gf|ex) .. (hit*|beat*|slap*|punch*|kick*|thr*|lock*|abus*|attack*|burn*|cut*|stab*)",
]);

const woman = compilePhrases(["(soy|como) [una] (mujer|lesbiana|mama|madre|esposa|senora|muchacha|chica)", "(im|i am|as|being) a (woman|girl|lesbian|mother|mom|wife|female)", "(estoy|quede|im|i am) (embarazada|pregnant)", "(we are|were) both women"]);

/** One letter tells a man from a woman: no slip may be forgiven here. */
const harmed = "(?:me (?:tiene|tienen|deja|dejo|mantiene|dejaron)|estoy|soy|fui|he sido|vivo|quede)(?: muy| tan| todo| toda)? (?:encerrad|amenazad|golpead|amarrad|herid|humillad|controlad|secuestrad|maltratad|abusad|violad|agredid|asustad|escondid|aporread)";
const harmedHe = new RegExp(`(?<!\\p{L})${harmed}o(?!\\p{L})`, "u");
const harmedShe = new RegExp(`(?<!\\p{L})${harmed}a(?!\\p{L})`, "u");

const ofChild = /(?<!\p{L})(?:(?:shes|hes|she is|he is)(?: only| just)? (?:[1-9]|1[0-7])(?= years|$| and| but)|(?:tiene|de)(?: solo| apenas)? (?:[1-9]|1[0-7]) anitos|(?:ella|el|nina|nino|hija|hijo|sobrina|sobrino|nieta|nieto)(?: que)?(?: tiene| de)(?: solo| apenas)? (?:[1-9]|1[0-7]) anos)(?!\p{L})/u;
