import { compilePhrases } from "../phrases.ts";

/**
 * How a message is told, wherever in it that shows: "ten years ago", "haha", "for my thesis". The same dangerous words
 * mean something else beside one of these. Given as places in the list below.
 */
export const signsOf = (words: readonly string[]): number[] => {
  const ended = [...words, "_end"];
  return compiled.flatMap(({ phrases }, place) => (phrases.find(ended) ? [place] : []));
};

/** Beside one of these a fixed phrase alone is no danger: it is long past, a joke, a tale, or a matter of study. */
export const isFarOff = (signs: readonly number[]): boolean => signs.some((place) => farOff.has(compiled[place]!.name));

/** Who writes says that they are a minor. */
export const saysMinor = (signs: readonly number[]): boolean => signs.some((place) => compiled[place]!.name === "minor");

/** That no harm is done: a clause with one of these tells of none. */
const denials: string[] = [
  "(a mi|aqui|aca|conmigo) nadie", "nadie (me|nos|lo|la|le|los|las) .. (pega*|peg*|golpe*|maltrat*|amenaz*|amenas*|oblig*|tien*|retien*|encerr*|encierr*|viola*|abus*|persigue|hizo|hace|busca)", "nadie [esta|aqui esta] (enferm*|herid*|grave|en peligro)",
  "(no|ni) [me|nos] (estoy|estamos|esta|corro|corremos|hay|es) [en|un|una|ninguna|ningun|caso de|de] (peligro|riesgo|violencia|trata|emergencia|maltrato|amenaza*)", "no (me|nos) (pega*|peg*|golpe*|maltrat*|amenaz*|amenas*|oblig*)",
  "(nobody|no one|none of us|noone) [is|has|was|here is] (hit*|beat*|hurt*|threaten*|holding|forcing|forced|abus*|violent|ill|sick|injured|in danger|locked|following|after)",
  "(im|i am|we are|were|its|it is|that is|thats) not [being|a|an|in|about] [any] (trafficked|danger|emergency|violence|violent|abuse|victim*|abused|threatened|suicidal|sick|hurt)", "no (violence|danger|emergency|one hits|one is hurting)",
];

/** Whether a clause says that no harm is done. */
export const isDenied = (words: readonly string[]): boolean => denied.find(words) !== undefined && !words.some((word) => sometimes.has(word));

/** "He does not always hit me" denies nothing. */
const sometimes: ReadonlySet<string> = new Set(["siempre", "todos", "tanto", "mucho", "seguido", "duro", "fuerte", "hoy", "todavia", "aun", "solo", "always", "every", "often", "much", "hard", "today", "yet", "only", "anymore"]);

const phrasesOf: Record<string, string[]> = {
  past: [
    "hace .. (anos|decada*|siglos|tiempo|mucho)", "(en|del|de|in|from|since) (19*|20*)", "cuando [yo] (era|eramos|tenia)", "de (nino|nina|joven|chiquita|chiquito)",
    "(years|decades|ages) (ago|back)", "long ago", "back in", "(el|la) (ano|decada) pasad*", "last year", "when (i|we) (was|were)", "a while back",
  ],
  over: [
    "(quedo|ya quedo) atras", "ya (paso|lo supere|es historia|no tengo contacto)", "(hoy|ahora|ya) .. (tranquil*|en paz|felices|estamos bien|estoy bien)",
    "(its|is|that is) .. (over|history|behind (me|us))", "got over it", "(live|am|are|were) .. (happily|in peace|fine now|fine today)", "(fallecio|murio|passed away|died) .. (ano|anos|year|years|20*)",
  ],
  joke: ["ja*ja*", "je*je*", "jaja", "jajaja", "jejeje", "lol", "lmao", "lmaoo", "haha", "hahaha", "ha", "xd", "joking [aside]", "just kidding", "en broma", "es broma", "chiste"],
  tale: [
    "(en|de) [la|una|el] (pelicula|serie|novela|cuento)", "in (the|a) (movie|film|series|novel|story)", "(vamos a|lets|let us) (jugar|play)", "(imagina|imagine|haz|pretend|supongamos|suppose)",
    "(tu|you) (eres|are) (el|un|una|don|dona|the|a|my|don)",
  ],
  study: [
    "(tesis|investigacion|trabajo) (de|sobre|acerca)", "(soy|im|i am) [a|un|una] (periodista|investigador*|estudiante|reporter|journalist|researcher|student)", "(estadistica*|cifras|statistics|figures)",
    "(my|a|the) (thesis|dissertation|paper|podcast|research)", "(volante|afiche|cartelera|flyer|poster|leaflet|notice board)", "(capacitacion|charla|taller|training|workshop)",
  ],
  trade: [
    "(con|with) (contrato|contratos|contracts)", "(agencia|empresa|compania|gimnasio|agency|company|firm|gym) .. (legal|registrada|licensed|registered|se dedica)", "(mi|la|my|our|the) (empresa|compania|company|firm)",
    "(doy|dicto) clases", "instructor*", "i (teach|coach)", "(un|una|an|a) (empleado|empleada|trabajador|ingeniero|tecnico|employee|worker|engineer|technician)",
  ],
  procedure: [
    "(que|cual|cuales|which|what) .. (visa|requisitos|requirements|documento*|papeles|papers|permiso|permit|formulario|form|costo|valor|plazo)", "(cuanto|cuanta) .. (cuesta|vale|cobran|demora|dura|tarda|tiempo)", "how (much|long|many)",
    "(duplicado|duplicate|renov*|renew*|apostil*|cita|appointment|slot|prorroga|extension)", "como (saco|renuevo|pido|registro|repongo|firmo|doy|cambio|corrijo)", "how do (i|we) (get|renew|replace|register|sign|give|change|prove|fix)",
  ],
  denied: [
    ...denials, "no (dije|digo|le dije|le digo|le estoy diciendo|estoy diciendo|quise decir|me refiero|me referia|hablo de|hablaba de|es que)",
    "eso no es (asi|cierto|verdad|mi caso|lo que)", "(se equivoco|me entendio mal|entendio mal)",
    "(i|we) (never|didnt|did not) (said|say|mean|meant)", "(that is|thats|this is|its) not (it|what i|my case|true)", "you (got it wrong|misunderstood|understood wrong)", "not what i (said|meant|asked)",
  ],
  minor: [
    "tengo @age (anos|y|e|soy|vivo|vine|llegue|llevo|estoy|quiero|no|me|mi|pero|ok|_end)", "(cumpli|acabo de cumplir) @age", "(soy|una|un) (nina|nino|chica|chico|pelada|pelado|muchacha|estudiante) de @age [anos] (y|_end)",
    "(im|i am|i just turned|just turned) [only] @age (and|years|yrs|yo|y|born|came|from|my|living|i|but|so|dont|not|_end)", "@age (yo|year old|years old|f|m) (here|girl here|boy here)", "soy menor", "(im|i am) a minor",
  ],
  now: [
    "(ahora|ahorita|anoche|ayer|hoy|esta noche|esta manana|ya mismo|todavia|now|tonight|2nite|yesterday|today|still|again|otra vez|right now|last night|this morning|an hour ago)", "(auxilio|socorro|ayuda|ayudeme|help|urgente|urgent)",
    "(a quien llamo|who do (i|we) call|que hago|what (do|should) (i|we) do|where can i get (help|protection))",
  ],
};

const groups = {
  age: [
    "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete",
    "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
  ],
};

const denied = compilePhrases(denials);
const compiled = Object.entries(phrasesOf).map(([name, phrases]) => ({ name, phrases: compilePhrases(phrases, groups) }));

const farOff: ReadonlySet<string> = new Set(["past", "over", "joke", "tale", "study", "denied"]);
