import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/**
 * Whether somebody who was just given the line of a danger says that it is not so, and what they say besides; undefined
 * where nothing is denied. What may be fear, a limit ("not today", "only when he drinks") or somebody else's name for it denies nothing.
 */
export const denialIn = (text: string): { of: "self-harm" | "other"; rest: string } | undefined => {
  const clauses = text.split(clauseEnd).filter((clause) => clause.trim() !== "");
  const denied = clauses.map((clause) => denies(wordsIn(clause)));
  const of = denied.includes("self-harm") ? "self-harm" : denied.find((kind) => kind !== undefined);
  return of && { of, rest: clauses.filter((_, i) => denied[i] === undefined).join(". ") };
};

/** Whether somebody would rather not call for help; of what may not wait (`urgent`) also who would rather not go, or not today. */
export const hesitatesIn = (text: string, urgent: boolean): boolean => {
  const words = wordsIn(text);
  return words.length <= mostHesitating && (hesitating.find(words) ?? (urgent ? puttingOff.find(words) : undefined)) !== undefined;
};

const clauseEnd = /[.,;:!?¿¡\n()]+|(?<!\p{L})(?:pero|sino|but)(?!\p{L})/iu;

const denies = (words: readonly string[]): "self-harm" | "other" | undefined => {
  if (words.length > mostDenying || words.some((word) => limits.has(word))) return undefined;
  return noSelfHarm.find(words) ? "self-harm" : noHarm.find(words) ? "other" : undefined;
};

const mostDenying = 10;
const mostHesitating = 30;

const limits: ReadonlySet<string> = new Set([
  "hoy", "todavia", "aun", "siempre", "solo", "solamente", "excepto", "menos", "como", "cuando", "si", "mas", "dice", "dicen", "dijo", "quisiera", "sabe", "mientras", "seguro", "segura",
  "today", "tonight", "yet", "always", "only", "just", "except", "like", "when", "if", "unless", "more", "says", "said", "until", "till", "anymore", "sure", "knows", "while",
]);

const noSelfHarm = compilePhrases([
  "no (me|nos) (voy|vamos|pienso) a (hacer [ningun] dano|matar|lastimar|suicidar|herir|quitar la vida)", "no (me quiero|me pienso) (matar|suicidar|hacer [ningun] dano|lastimar)", "no (pienso|estoy pensando en) (hacerme [ningun] dano|matarme|lastimarme|suicidarme|quitarme la vida)", "no soy suicida",
  "(im|i am|am) not (going to|gonna) (hurt|kill|harm) myself", "(wont|will not|would never|will never) (hurt|kill|harm) myself", "(im|i am|am) not (thinking of|thinking about|planning on) (hurting|killing|harming) myself", "(im|i am|am) not suicidal",
]);

const noHarm = compilePhrases([
  "nadie (me|nos) [esta|ha|quiere] (hace dano|hizo dano|hecho dano|hacer dano|haciendo dano|pega|pego|golpea|maltrata|amenaza|amenazo|persigue|obliga|encierra|hace nada|hizo nada|hecho nada)", "no (estoy|estamos|esta|estan) (en peligro|en riesgo|herid*|lastimad*|encerrad*)",
  "no (corro|corremos) [ningun] (peligro|riesgo)", "no hay [ningun] peligro",
  "(nobody|no one) [is|has|ever] (hurts|hurt|hurting|hit|hits|hitting|beats|threatens|threatened|threatening|harms|forces|forcing) (me|us)", "(nobody|no one) is (after|looking for) (me|us)", "(im|i am|we are|were|he is|hes|she is|shes) not (in danger|in any danger|at risk|hurt|injured|locked in)", "(there is|theres) no danger",
]);

const hesitating = compilePhrases([
  "no (quiero|puedo|voy a|quisiera|me atrevo a) (llamar|molestar)", "(me da|tengo) [mucho] (miedo|pena|verguenza) [de] llamar", "(prefiero|mejor) no (llamar|molestar)",
  "(dont|do not|wont|will not|cant|cannot|can not|rather not) [want to|dare to|dare] (call|bother anyone|bother anybody|bother them)", "(afraid|scared|ashamed) (to|of) (call|calling)",
]);

const puttingOff = compilePhrases([
  "(prefiero|mejor) no ir", "no quiero ir (a|al) [la|las] (hospital|urgencias|clinica)", "puedo ir manana", "mejor (voy|llamo) manana",
  "(dont|do not) want to go to [the|a] (hospital|emergency|er|clinic)", "can i [just] (go|call) tomorrow", "(ill|i will) [just] (go|call) tomorrow",
]);
