import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/** What people ask after the line of a danger, before they dare to call. */
export type AskedAfter = "turned-away" | "believed" | "women-only" | "no-phone" | "cost" | "papers" | "name" | "next" | "report" | "wait";

/** What a short message asks or fears after a danger; undefined where it is something else. Being deported is asked of the routes. */
export const askedAfter = (text: string): AskedAfter | undefined => {
  const words = wordsIn(text);
  if (words.length > mostWords || words.some((word) => word.startsWith("deport"))) return undefined;
  return asked.find(([, phrases]) => phrases.find(words))?.[0];
};

const mostWords = 24;

const days = "(manana|despues|luego|lunes|martes|miercoles|jueves|viernes|sabado|domingo|tarde|noche|semana)";
const daysEn = "(tomorrow|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|tonight|week|weekend)";

const asked = ([
  ["turned-away", [
    "(niegan|niega|nieguen|negaron|niegue) .. (atencion|servicio|entrada|consulta|ayuda|urgencia*)", "no (me|nos|lo|la|le|los|las) (atienden|atiende|atendieron|reciben|reciba|recibe|quieren (atender|recibir)|dejan entrar)", "(me|nos|lo|la|los) (devuelven|devolvieron|sacan) .. (hospital|urgencia*|clinica)",
    "(turn|turned|turns) (me|us|him|her|them) away", "(refuse*|deny|denied|denies) .. (me|us|him|her|care|treatment|help|treat|see|entry)", "(wont|dont|will not|doesnt|didnt|do not) (see|treat|take|attend|accept|let) (me|us|him|her) [in]",
  ]],
  ["believed", [
    "(no|ni|nadie) (me|nos) [van a|va a|quiere|quieren] (cree*|creyo|creyeron|crean|hace* caso|hacen caso|hicieron caso|hizo caso|haria caso|para* bolas|escuch*|toma* en serio)", "quien me va a (creer|escuchar|hacer caso)", "(se burl*|se rien|se ria*|se rio|burlarse|reirse|burlan) .. (mi|nosotros|uno|uno)", "se (van|va) a (burlar|reir)",
    "(policia|ellos|nadie|fiscalia|linea) no (hace|hacen|hizo|hicieron|viene|vino|vinieron|contesta*|responde*|ayuda*|sirve) [nada]", "no (contestan|contesta nadie|me contestan|responden)", "(niega|niegan|negar*|nego) .. (todo|eso|hechos|lo que)", "(lo|la) (niega|niegan|nego|va a negar|van a negar)", "(dice*|diran|dira|van a decir|va a decir) que (miento|es mentira|son mentiras|estoy loc*|invento|lo invente|exagero)", "(mi|su) palabra contra",
    "(doesnt|dont|does not|do not|wont|will not|didnt|never|not) (believe|listen|take) [to] (me|us|it|my)", "(nobody|no one|noone|who) [will|would|ever|is going to] (believe*|listen*|take* me|care*|answer*|help*)", "(laugh|laughs|laughed|make fun) .. (me|us)", "(police|they|cops|line) (do|does|did) nothing", "(police|they|cops|line|nobody) (dont|wont|didnt|doesnt|do not|will not) (do anything|help|come|answer|pick up|care)",
    "(deny|denies|denied|denying) (it|everything|that|all)", "(say|says|said) [that] (im|i am) (lying|crazy|making it up|exaggerating)", "my word against",
  ]],
  ["women-only", [
    "(solo|solamente|unicamente|nada mas|no mas) .. (mujer|mujeres)", "(linea|numero|eso|es|son|155|purpura) .. para [las] mujeres", "atiende* .. (hombre|hombres)", "para [los] (hombres|un hombre)", "(soy|yo soy) [un] (hombre|varon)",
    "(only|just) for (women|a woman|ladies)", "(for|help|helps|take|see|believe|about|to) [the] (men|a man|a guy|guys)", "(womens|women) (line|number|only)", "(im|i am) [a|the] (man|guy|male|dude)",
  ]],
  ["no-phone", ["(sin|no tengo|no me queda|se me acabo) [el|mi|ni] (saldo|minutos|credito|datos|recargas|celular|telefono|bateria)", "(no|out of|without|dont have) [any|a|phone] (credit|minutes|phone|battery|sim|balance)"]],
  ["cost", ["(no tengo|sin|no hay|no tenemos|no me alcanza la|no nos alcanza la) [con que|como] (plata|dinero|seguro|eps|sisben|pagar)", "(cuanto|cobran|cobra|toca pagar|hay que pagar|vale|es gratis)", "(how much|do they charge|have to pay|is it free|does it cost|no money|no insurance|cant pay|cannot pay|cant afford|cannot afford|without (money|insurance))", "(dont|do not) have .. (money|insurance)"]],
  ["papers", ["(piden|pide|pediran|exigen|necesito|necesita|hay que|toca|debo|tengo que|puedo|puede|atienden) .. (papeles|documento*|cedula|ppt|pasaporte|permiso)", "(need|ask|asking|have to|require|without|show|must) .. (papers|documents|passport|ppt|permit|id)"]],
  ["name", [
    "(quiero|tengo que|debo|toca|piden|pediran|preguntan|preguntaran|hay que|puedo|sin|necesito|necesario) .. (dar|doy|decir|dejar|digo|sepan|preguntar|pedir|mi|el) [mi|mis|el|los] (nombre|datos|cedula|identidad|documento)", "(piden|me piden|preguntan|van a pedir) .. (nombre|datos)", "(identificarme|anonimo|anonima|anonimamente)",
    "(give|giving|say|leave|tell|know|ask|asking|need|want) .. my (name|id|details|data)", "(without|have to give|need to give) .. name", "(anonymously|anonymous)", "ask [me] for .. name",
  ]],
  ["report", [
    "(debo|deberia|puedo|tengo que|toca|sirve|conviene|hay que) .. (denunciar*|poner (la|una|el|esta) (denuncia|queja|demanda|denuncio)|quejarme|presentar [una] (queja|denuncia))", "(donde|como) .. (denuncio|denunciar*|pongo [la|una] denuncia|lo denuncio)",
    "(should|can|do|must|could|shall|where|how) .. (file|report|make|lodge) .. (complaint|report|petition|him|her|it|them|this|that)", "(press|file) charges",
  ]],
  ["next", [
    "que (pasa|me pasa|pasara|va a pasar|pasaria|me hacen|nos hacen|hacen|harian|me preguntan|dicen|me dicen|me van a decir|me van a preguntar) .. (si|cuando|al|despues) ... (llam*|denunci*|voy|marc*|habl*|cuent*|digo|aviso)", "(me|nos) (van a|pueden|iran a|irian a) (llevar|quitar|mandar|sacar|encerrar|separar|meter)", "(lo|la|los|las|le|les) (van a|pueden) (llevar|quitar|mandar|sacar|encerrar|separar|meter)", "me (quitan|quitarian|quiten) (a mi|a mis|el|la|los|mi|mis)",
    "what (happens|will happen|would happen|do they do|will they do|would they do|do they ask|will they ask|do they say) .. (if|when|once|after) .. (call|report|tell|go|ring)", "(will|would|could|can|are) they [going to] (take|put|send|separate|lock|remove) .. (me|us|him|her|them|my)", "will i (lose|be taken|be sent|have to)",
  ]],
  ["wait", [
    `${days} (voy|llamo|vamos|lo llevo|la llevo|lo llevamos|la llevamos|marco|hablo|aviso)`, `(voy|llamo|vamos|llevo|llevamos|ir|llamar|llevarl*|iremos) [..] ${days}`, "(sera que|puedo|podemos|puede|mejor|aguanto|aguanta) [me|nos|se] (espero|esperar|esperamos|esper*|aguantar|hasta)", `(espero|esperamos|aguanto|aguanta) [a|al|hasta] .. ${days}`,
    `(go|call|take|come|ring|see) .. ${daysEn}`, `wait [..] ${daysEn}`, "can (it|this|we|he|she|i) wait", "(ok|okay|fine|safe|better) to wait",
  ]],
] satisfies [AskedAfter, string[]][]).map(([kind, phrases]): [AskedAfter, ReturnType<typeof compilePhrases>] => [kind, compilePhrases(phrases)]);
