import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/**
 * Whether somebody tells in passing that they are outside Colombia: "me vine a Panamá con una señora", "we are locked in a flat in
 * Istanbul", "quiero volverme a Colombia". Not where they come from, where others are, nor where they returned from.
 */
export const tellsAbroad = (text: string): boolean => {
  const words = wordsIn(text);
  return !returned.find(words) && (here.find(words) !== undefined || homeward.find(words) !== undefined);
};

const groups = {
  foreign: [
    "venezuela", "caracas", "maracaibo", "ecuador", "quito", "guayaquil", "peru", "lima", "arequipa", "chile", "santiago de chile", "antofagasta", "iquique", "argentina", "buenos aires", "bolivia", "paraguay", "uruguay",
    "montevideo", "brasil", "brazil", "sao paulo", "panama", "costa rica", "nicaragua", "honduras", "guatemala", "el salvador", "mexico", "cancun", "tijuana", "cuba", "haiti", "republica dominicana", "dominican republic",
    "santo domingo", "puerto rico", "aruba", "curazao", "curacao", "trinidad", "guyana", "surinam", "estados unidos", "eeuu", "united states", "the us", "the usa", "usa", "miami", "orlando", "nueva york", "new york", "new jersey", "houston",
    "texas", "california", "atlanta", "boston", "chicago", "los angeles", "canada", "toronto", "montreal", "espana", "spain", "madrid", "barcelona", "valencia", "murcia", "malaga", "bilbao", "zaragoza", "alicante", "ibiza", "mallorca", "lisboa",
    "portugal", "lisbon", "francia", "france", "paris", "italia", "italy", "milan", "roma", "alemania", "germany", "berlin", "suiza", "switzerland", "belgica", "belgium", "holanda", "netherlands", "amsterdam", "inglaterra", "england",
    "londres", "london", "the uk", "irlanda", "ireland", "suecia", "sweden", "noruega", "norway", "austria", "polonia", "poland", "turquia", "turkey", "estambul", "istanbul", "israel", "dubai", "emiratos", "emirates", "qatar",
    "arabia saudita", "saudi arabia", "china", "hong kong", "macao", "japon", "japan", "corea", "korea", "tailandia", "thailand", "camboya", "cambodia", "myanmar", "birmania", "laos", "malasia", "malaysia", "india", "rusia",
    "russia", "ucrania", "ukraine", "australia", "nueva zelanda", "new zealand", "ciudad de panama", "panama city", "iquique", "lago agrio", "tulcan", "ibarra", "newark", "dallas", "washington", "vancouver", "rome", "napoles", "bruselas", "brussels", "dublin",
    "viena", "vienna", "zurich", "ginebra", "geneva", "frankfurt", "munich", "hamburgo", "hamburg", "lyon", "oporto", "porto", "escocia", "scotland", "dinamarca", "denmark", "otro pais", "another country", "el exterior",
  ],
};

const here = compilePhrases([
  "(estoy|estamos|vivo|vivimos|sigo|seguimos|ando|trabajo|trabajamos|aqui|aca|atrapad*|encerrad*|escondid*|varad*|me tienen|nos tienen) .. (en|de) [la|un|una|ciudad de] @foreign",
  "(me|nos) (vine|vinimos|fui|fuimos|traj*|trajeron|trajo|mude|mudamos|mandaron|llevaron) .. (a|en|para|hasta) @foreign", "(llegue|llegamos|vine|vinimos) .. (a|en) @foreign", "(yo|ya|nosotros|nosotras) (en|desde) @foreign",
  "(im|i am|we are|were|i live|we live|living|stuck|trapped|locked|hiding|stranded|here|i work|we work|staying|held) ... in @foreign", "(brought|took|moved|sent|flew) (me|us) .. to @foreign",
  "(i|we) (came|moved|flew|got|arrived) .. (to|in) @foreign", "desde @foreign [..] (escribo|pido|necesito|quiero)", "(writing|calling) from @foreign", "(vivo|estoy|estamos) .. (en el exterior|fuera de colombia|afuera del pais)", "(i|we) (live|am|are) .. (abroad|outside colombia)",
  "(me|nos|se me) (robaron|quitaron|vencio|estafaron|despidieron|echaron|detuvieron|quedo|dejo|dejaron|abandono) ... en @foreign", "(perdi|perdimos|me quede|nos quedamos|me enferme) ... en @foreign",
  "(salgo|salimos|viajo|viajamos) .. de @foreign", "(left|abandoned|dumped) (me|us) ... in @foreign", "(stolen|stole|lost|robbed|mugged|expired|fired|arrested|detained|evicted) ... in @foreign", "(llevo|llevamos) ... en @foreign", "(ive|i have|weve|we have) been .. (in|living in) @foreign", "@foreign [es] [is] (donde vivo|donde estoy|where i live|where i am)",
], groups);

/** Who wants to go home is not there. */
const homeward = compilePhrases([
  "(quiero|queremos|necesito|necesitamos|quisiera|puedo|podemos|como|ayudeme a|ayuda para|para) [..] (volver|volverme|volvernos|regresar|regresarme|regresarnos|devolverme|devolvernos|retornar|irme|irnos) .. (a|para) (mi casa en colombia|colombia)",
  "(want|wants|need|how|can|help|trying|way|must) .. (go|get|come|fly|return|going|travel) [me|us] (back|home|back home) [..] to colombia", "(nearest|closest|which|where) .. (colombian consulate|consulate of colombia)", "consulado de colombia (aqui|aca|mas cercano)",
]);

/** Then the country that is named is behind them. */
const returned = compilePhrases([
  "(volvi|volvimos|regrese|regresamos|devolvi|devolvimos|retorne|retornamos|retornad*|repatriad*|deportad*|me deportaron|nos deportaron|deported|repatriated|returned|returnee) ...", "(i|we) (came|went|moved|flew|got) back", "back (from|in colombia)", "(im|i am|were|we are) back",
  "(estoy|estamos|vivo|vivimos) .. en colombia", "(here|live|am|are) in colombia", "llegue .. a colombia", "(i|we) (came|moved|flew) [..] to colombia",
]);
