import { compilePhrases } from "../phrases.ts";

/**
 * Signs that somebody asks what the law says of it, how to report it, or how to tell true from false: "is there a fine
 * for a trocha" is no evasion. The knowledge answers that, and only with what is published.
 */
export const asksForRule = (words: readonly string[]): boolean => phrases.find(words) !== undefined;

const phrases = compilePhrases([
  "(cual|que|cuanto|hay|existe|cuales) .. (sancion|sanciones|multa|multas|castigo|pena|consecuencia|consecuencias)",
  "que (le|me|les) (pasa|hacen|puede pasar) .. (a|al|si|por)",
  "que pasa (si|cuando|con)",
  "(que dice|que dicen|segun) .. (ley|norma|normas|reglas|decreto)",
  "(es|son) (delito|ilegal|legal|permitido|obligatorio|normal|verdad|falso|cierto que)",
  "(camino|forma|manera|opcion|opciones|via|salir|entrar|volver|regresar) legal*",
  "como (me regularizo|regularizo|normalizo|me pongo al dia|arreglo mi situacion|arreglo mis papeles|puedo regularizar*)",
  "(como|donde|a quien|ante quien) .. (denuncio|denunciar|denuncia|reporto|reportar|aviso|avisar|lo cuento|me quejo|pongo en conocimiento)",
  "quiero (denunciar|avisar|informar|reportar|poner una denuncia)",
  "como (se|puedo|hago para) [saber|para] (sabe|saber|confirma|confirmar|verifica|verificar|comprueba|comprobar|reconoce|reconocer|distingue)",
  "como (se si|verifico|compruebo|confirmo|reconozco|distingo)",
  "(necesito|hay que|es necesario|se necesita|me toca) [contratar|tener|usar|pagar] [un|una|a un] (tramitador|gestor|intermediario)",
  "(what|which|is there|are there|how much is) .. (sanction|sanctions|fine|penalty|penalties|punishment|consequence*)",
  "what (happens|would happen|can happen) .. (if|to|when|with)",
  "what (does|do|did) .. (law|rule|rules|decree) .. (say|says)",
  "is it (a crime|illegal|legal|allowed|normal|true|compulsory)",
  "(legal|lawful|proper) (way|path|option|options|means)",
  "how (do|can) i (become regular|get regular|regularise|regularize|put my situation right|fix my papers)",
  "(how|where|who|whom) .. (report|complain|let the authorities know|tell the authorities)",
  "i want to (report|tell about|inform)",
  "how (do|can|does|would) (i|one|you|we|an employer|someone|somebody) (know|confirm|verify|check|tell|recognise|recognize) (that|if|whether|a|an|the)",
  "do i need (an agent|a fixer|a go between|someone)",
]);

/** Words that ask for what only another country gives: its visa. */
export const asksOfAbroad = (words: readonly string[]): boolean => abroad.find(words) !== undefined;

const abroad = compilePhrases([
  "visa* .. (para|pa|a) [entrar|ir|irme|irnos|viajar|trabajar|estudiar|vivir] [a|en|al|los] @country",
  "visa* .. (para|pa) .. (entrar|ir|irme|irnos|viajar|mudarme) (a|en|al) [los] @country",
  "visa* (americana|canadiense|schengen|britanica)",
  "visa* .. (for|to) [enter|visit|move to|go to|travel to|work in|study in|live in] [the] @country",
  "(american|canadian|schengen|british|us|uk) visa*",
], {
  country: [
    "estados unidos", "eeuu", "canada", "mexico", "chile", "peru", "argentina", "brasil", "ecuador", "panama", "uruguay", "bolivia", "venezuela", "costa rica",
    "espana", "francia", "alemania", "italia", "portugal", "inglaterra", "reino unido", "europa", "australia", "china", "japon", "india", "rusia", "turquia",
    "united states", "usa", "us", "uk", "united kingdom", "brazil", "spain", "france", "germany", "italy", "england", "europe", "japan", "russia", "turkey",
  ],
});
