import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/** Whether somebody says that they want to hand in a petition, a complaint, thanks and so on, in whatever words. */
export const wantsToFile = (message: string): boolean => {
  const words = wordsIn(message);
  return words.length > 0 && wants.find(words) !== undefined && unlike.find(words) === undefined;
};

/** Whether petitions, complaints and the like are spoken of. */
export const speaksOfFiling = (message: string): boolean => speaks.find(wordsIn(message)) !== undefined;

const made = "(poner|ponerle|presentar|presentarla|presentarlo|radicar|radicarla|interponer|dejar|meter|elevar|formular|registrar|instaurar|pasar|redactar|escribir|enviar|mandar|hacer|levantar|colocar|poner aqui)";
const paper = "(queja|quejas|kweja|reclamo|reclamacion|peticion|petision|derecho de peticion|denuncia|sugerencia|felicitacion|pqr|pqrs|pqrsd|pqrsdf|pqrsf|solicitud (respetuosa|formal|escrita|por escrito|a la entidad|al director|a migracion)|consulta (formal|escrita|juridica|oficial|a la entidad))";
const making = "(file|filing|make|lodge|submit|put in|register|send|write|leave|place|raise|enter|present|hand in|give)";
const sheet = "(complaint|complaints|petition|claim|grievance|report against|denunciation|denuncia|queja|suggestion|compliment|pqr|pqrs|pqrsdf|commendation|formal request|written request|information request|access to information request|foi request|thank you note|consulta|consultation)";
const staff = "(funcionari*|oficial*|agente*|emplead*|guarda*|vigilante*|celador*|asesor*|servidor* public*|señora|senora|señor|senor|muchach*|joven|doctora|doctor|persona)";
const workers = "(officer*|official*|agent*|employee*|guard*|clerk*|advisor*|staff|worker*|somebody|someone|lady|man|guy|your people)";
const lead = "(quiero|quisiera|necesito|deseo|vengo a|voy a|quisieramos|queremos|dejeme|me gustaria|kiero|busco|pretendo|requiero|tengo que|puedo|podria|podemos|se puede|permite|permiten|donde puedo|donde|desea|empecemos|reciba*|recibame|tome|ayude* a|ayudame a|para)";

const wants = compilePhrases([
  `${lead} .. ${made} .. ${paper}`, `${made} (una|un|la|el|mi|esta|este) .. ${paper}`,
  `(tengo|traigo|va|aqui va|esta es|es|reciba*|recibame|vengo con|quiero dejar|dejo|pongo|presento|radico|elevo|interpongo|formulo) (una|un|la|mi|esta|esto es una) ${paper}`,
  "(quiero|quisiera|necesito|deseo|vengo a|voy a|puedo|podria|queremos|me gustaria|donde) [formalmente] (quejarme|quejarnos|reclamar|denunciar|denunciarlo|denunciarla|reportar|felicitar|felicitarlos)",
  `${lead} (denunciar|reportar|felicitar|dar las gracias|agradecer|agradecerle|dar gracia*|reconocer|resaltar) .. ${staff}`,
  `(quiero|quisiera|quiere|necesito|deseo|vengo a|queremos|me gustaria) .. (dar|darle|mandar*|enviar*|expresar) .. (gracia*|agradecimiento*|felicitacion*|reconocimiento)`,
  "(quiero|quisiera|necesito|deseo) .. (queja|reclamo|denuncia|sugerencia|felicitacion) (formal|contra|por|de|para|sobre|anonim*)",
  "(tengo|traigo|les tengo|va) (una|unas|la|mi) (idea|sugerencia|propuesta|recomendacion|sugerencias|observacion) .. (para|de|que|sobre|y|nada|sin|al)", "(queja|reclamo|denuncia) (contra|formal|por el trato|por mal|por la mala|por maltrato)",
  "(solicitud|peticion) (para|al) (el director|la directora|la entidad|migracion|director|los jefes)", "(presentar|deseo presentar|elevar|quiero presentar|quisiera presentar) .. (solicitud|peticion|consulta)",
  "(poner en conocimiento|dejar constancia|que quede constancia|conste)", "(quiero|deseo|quisiera) .. (el|un|su) (concepto|criterio|pronunciamiento) (oficial|de la entidad|juridico|por escrito)",
  `(want|need|like|wish|would like|wanna|have|going|ready|try*|came|trying|come|able) [to|you to] ${making} .. ${sheet}`, `(can|may|could|how do|where do|where can|how can|where should) (i|we|one) .. ${making} .. ${sheet}`, `(i am|im|we are) (filing|making|lodging|submitting|sending) .. ${sheet}`,
  `(help me|let me|please|start|begin|take|take down|accept|receive|register) .. (my|a|an|the|this) ${sheet}`, `(i|we) (have|got|bring|file|lodge|submit|make|send) (a|an|my|one|just a|this) [small|little|formal|short|serious] ${sheet}`,
  `(want|need|like|wish|wanna|can|may|could|must|have|going|where do|how do) .. (complain|complaining) [about|against|of]`, `(want|need|like|wish|wanna|going) .. (report|denounce) (an|a|some|something|that|somebody|someone|officers|corrupt*|bribe*|illegal|your|two|what) `,
  `(want|need|like|wish|wanna|would like|just) .. (thank|praise|congratulate|commend|compliment|recognise|recognize) .. ${workers}`, "(say|send|express|give|pass on|leave|write) .. (thank*|gratitude|compliment*|praise|thanks) .. (to|for|an|about)",
  "(i have|ive got|got|have|just|heres|bring|here is) (a|an|my|one|some) [small|little|good|simple] (suggestion|sugestion|idea|proposal|feedback) .. (for|to|about|on|that|please|no)", "(suggestion|sugestion|complaint|petition|claim|report) (against|for the office|for migracion|for the website|for migration|box)",
  "(put|file|submit|make) (it|this|that|one|my case) (here|through|in this|in writing|now|on record)", "(where|how) (do|can) i (put|file|submit|send|write) (it|this|that|the|my) .. (complaint|request|petition|suggestion|thank*|report|claim)",
  "(official|legal|formal) (interpretation|opinion|position|view) .. (of|on|from|please|in)", "(ask|want|like|request|need) .. (opinion|interpretation|position) (of|from|by) (migracion|migration|the office|the authority|the entity|your)", "(somebody|someone|officer|clerk|lady|guy) .. (did|does|was) (a )?(great|good|fantastic|wonderful|excellent) job",
  "(derecho de peticion|peticion|queja|reclamo|denuncia|solicitud) .. (me|nos|lo|la) (radica|radican|recibe|reciben|tramita|tramitan)", "(quiero|queremos|quisiera|quisieramos|deseo|deseamos) (pedir|pedirles|solicitar|solicitarles) (que|le|les|a la entidad)",
  "(una|unas|mi) (idea|sugerencia|propuesta) para (mejorar|cambiar|arreglar|que) ... (dejo|dejar|dejarla|digo|mando|escribo|pongo|entrego)", "(sirve|es) (para|pa) (quejarse|quejarme|denunciar|reclamar)", "(reclamo|queja|denuncia) por (el|la|los|las|un|una|pago|cobro|error|demora|maltrato|mal|falta)",
  "(can|could|would|will) you [please] (move|transfer|correct|amend|join|merge|unify|unite) my (process|record|records|file|case|name|date|data)", "(where|how) (can|do|could) i (request|ask for) .. (numbers|figures|statistics|data)", "(file|make|submit|lodge|send|start) (such a|such an|a|an|my|this) [formal|written|official] (request|petition)",
  "(otra|una|la) copia [autentica|certificada|integra|simple] de (la|mi|una) (resolucion|expediente|acta|acto)",
  "(foi|access to information|freedom of information|transparency) (request|law)", "(formal|respectful|written) (request|petition|complaint) (concerning|about|for|to|regarding|on)",
]);

/** Of lost papers and of cases that are filed already, other things are told. */
const unlike = compilePhrases([
  "denuncia .. (perdida|robo|hurto|extravio)", "(perdida|robo|hurto) .. denuncia", "(puse|presente|radique|hice|interpuse|mande|envie|meti) .. (queja|peticion|reclamo|denuncia|pqr*) .. (hace|respond*|contest*|estado|va)", "(en que va|como va|estado de|seguimiento) .. (queja|peticion|reclamo|denuncia|pqr*|radicado)",
  "police report", "report .. (lost|stolen|theft|change|guest*|foreigner*|worker*|employee* in sire|hiring)", "reportar .. (extranjer*|huesped*|trabajador*|sire|cambio|contrat*|perdida)", "(filed|sent|lodged|submitted) .. (complaint|petition|claim) .. (ago|status|answer*|reply)", "(status|news|progress|track|follow) .. (complaint|petition|claim|case)",
  "(retirar|desistir|cancelar|withdraw|cancel) .. (queja|peticion|reclamo|complaint|petition|claim)", "(demandar|tutela|refugio|visa|asilo|nacionalidad|asylum|refugee|lawsuit) ", "(que es|what is|que significa) .. (queja|peticion|reclamo|petition|complaint)",
  "(cuanto|cuantos|how long|how many days|que plazo|what term) ", "(responder|contestar|answer|reply to) .. (queja|peticion|petition|complaint)",
]);

const speaks = compilePhrases([
  "(queja|quejas|quejarme|reclamo*|reclamar|derecho de peticion|peticion*|petision|denunci*|sugerencia*|felicitacion*|felicitar|pqr*|pqrs*|petition*|complaint*|complain*|claim|claims|grievance*|suggestion*|compliment*|denounce)",
]);
