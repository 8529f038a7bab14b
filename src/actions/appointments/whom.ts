import { fold } from "../../words.ts";

/** Whether words tell that a child, or a grown-up, is the one who will be attended; undefined where they do not. */
export const whomOf = (said: string): "adult" | "child" | undefined => {
  const text = fold(said);
  const child = young.exec(text);
  const grown = old.exec(text);
  if (!child) return grown || own.test(text) ? "adult" : undefined;
  if (grown && grown.index < child.index) return "adult";
  const age = ageIn(text.slice(Math.max(0, child.index - before), child.index + child[0].length + after));
  return age !== undefined && age >= 18 ? "adult" : "child";
};

/** Whose the name and the document are that were told before it was known that a child comes. */
export const toldOf = (said: string, { name, document }: { name?: string; document?: string }): "child" | "adult" => {
  if (document !== undefined && /^(?:RC|TI) /.test(document)) return "child";
  const at = name === undefined ? -1 : fold(said).indexOf(fold(name));
  return at > 0 && ofChild.test(fold(said).slice(0, at)) ? "child" : "adult";
};

/** Whether a writer who asks for another grown-up tells their own name. */
export const tellsOwnName = (said: string): boolean => {
  const text = fold(said);
  return old.test(text) && /(?<!\p{L})(?:soy|me llamo|mi nombre|my name|i am|i'm|this is)(?!\p{L})/u.test(text);
};

const ofChild = /(?:hij[oa]|nin[oa]|niet[oa]|son|daughter|child|grandson|granddaughter)(?: (?:se llama|es|is called|is named|is))?,? $/u;

const before = 20;
const after = 60;

const young = /(?<!\p{L})(?:mi|mis|un|una|my|our|her|his|the|del|al|el|la|de|for|pa|para|para el|para la) (?:(?:pequen[oa]|menor|small|little|young|newborn|one of my|twin|\d+[- ]?(?:year|yr)s?[- ]?old) )*(?:hij[oa]s?|hijit[oa]s?|nin[oa]s?|bebes?|niet[oa]s?|sobrin[oa]s?|menor de edad|nene|nena|chin[oa]|pelad[oa]|muchachit[oa]|son|daughters?|dauther|daugther|kids?|child|baby|boy|girl|grandson|granddaughter|nephew|niece|toddler|stepson|stepdaughter)(?!\p{L})/u;

const old = /(?<!\p{L})(?:mi|my|our) (?:(?:elderly|old|dear|senora|anciana|viej[oa]|querid[oa]) )*(?:ma|pa|mama|papa|madre|padre|abuel[oa]|suegr[oa]|espos[oa]|marido|mujer|novi[oa]|compan?er[oa]|pareja|herman[oa]|ti[oa]|amig[oa]|mum|mom|mother|dad|father|grandmother|grandfather|grandma|grandpa|wife|husband|partner|brother|sister|aunt|uncle|friend|girlfriend|boyfriend|mother in law|father in law|mother-in-law|father-in-law)(?!\p{L})/u;

/** What is the writer's own: nobody who writes so is a small child. */
const own = /(?<!\p{L})(?:mi|my) (?:ppt|cedula|c\.?e\.?|visa|pasaporte|passport|permiso|permit|foreigner|foreign|colombian|salvoconducto|safe|migrant|work|tourist|90|first|primera|entries)(?!\p{L})|(?<!\p{L})(?:perdi|me (?:la |lo )?robaron|se me (?:perdio|vence|vencio|dano)|me aprobaron|i lost|i overstayed|soy|para mi(?! \p{L})|for me|for myself|myself)(?!\p{L})/u;

const ageIn = (text: string): number | undefined => {
  const match = /(?<!\d)(\d{1,2})(?!\d)(?:\s*(?<unit>anos?|anitos?|years?|yrs?|yo|months?|mes(?:es)?))?/u.exec(text);
  if (!match) return undefined;
  return /^mes|^month/.test(match.groups?.["unit"] ?? "") ? 0 : Number(match[1]);
};
