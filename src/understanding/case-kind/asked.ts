import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/** What people ask about filing while they file. */
export const topics = ["cost", "term", "data", "address", "anonymous", "reserved", "kinds", "consent", "pause", "harm"] as const;
type Topic = (typeof topics)[number];

/** What a question about the filing itself is about; undefined for any other message. Longer ones tell a story. */
export const topicOf = (message: string): Topic | undefined => {
  const words = wordsIn(message);
  if (words.length === 0 || words.length > mostWords) return undefined;
  return (Object.keys(phrases) as Topic[]).find((topic) => phrases[topic].find(words));
};

const mostWords = 26;

const filing = "(esto|eso|radicar*|presentar*|la queja|una queja|la peticion|una peticion|el tramite|el reclamo|la denuncia|hacer*|poner*|respuesta|tramite)";
const here = "(this|it|that|filing|file|to file|the complaint|a complaint|a petition|the petition|the request|the report|answer|reply)";

const phrases: Record<Topic, ReturnType<typeof compilePhrases>> = {
  pause: compilePhrases([
    "(se detiene|se para|se suspende|corre|sigue corriendo|se congela|deja de correr|para) .. (plazo|termino|multa|dias|tiempo)", "(plazo|termino|dias|multa) .. (se detiene|se para|se suspende|corre|siguen corriendo|sigue corriendo|se congela)",
    "(does|do|will|is|are) .. (deadline|days|clock|time|fine|period|term) .. (stop|stops|pause|paused|run|running|suspended|frozen|keep running)", "(deadline|clock|days) (stop|stops|paused|suspended) while",
  ]),
  reserved: compilePhrases([
    "(identidad reservada|reserva de identidad|que es reservad*|que significa .. reservad*)", "(what is|what does|what means|meaning of) .. reserved", "(difference|diferencia) .. (reserved|reservad*|anonim*|anonymous)",
  ]),
  anonymous: compilePhrases([
    "(puedo|se puede|podria|puede ser|es posible|toca|tengo que|debo|obligatorio) .. (anonim*|sin (mi )?nombre|sin decir quien soy|dar mi nombre|decir mi nombre|sin dar .. nombre|sin identificarme|identificarme)",
    "(can i|can it|may i|is it possible|do i have|must i|could i|should i) .. (anonymous*|without .. name|give .. name|say who|identify)", "(sirve|vale|reciben|aceptan|pasa) .. (denuncia|denunsia|queja|esto) .. si no .. (doy|digo|pongo) .. (datos|nombre)", "(es|sera|queda) anonim*", "(is|will) (it|this) .. anonymous",
  ]),
  harm: compilePhrases([
    "(me|nos) .. (afecta*|perjudic*|dana*|castig*|represalia*|devolver|deportar) .. (tramite|permiso|visa|ppt|esto|quejarme|denunciar|queja)", "(afecta*|perjudica*|dana*) .. mi (tramite|permiso|visa|ppt|proceso|cita)", "(represalias|retaliation|reprisals)", "(affect|hurt|harm|damage) .. my (visa|permit|case|process|application|papers|status)", "(can|will|could) they .. (deport|punish) me",
  ]),
  address: compilePhrases([
    "(guardan|guarda|queda|registran|ven|rastrean) .. (ip|direccion ip|ubicacion)", "(keep|store|log|save|record|see|track) .. (ip|location)", "ip (address|adress)", "mi ip",
  ]),
  consent: compilePhrases([
    "(que pasa|y) si no (autorizo|acepto|doy .. permiso)", "(para que|por que) .. (autoriz*|permiso|mis datos|los datos|el documento|la cedula|mi numero|mi correo|mi telefono|piden)", "(what (happens )?if|and if) i .. (not|dont|do not|refuse) .. (authori*|agree|accept|consent)", "(what is it for|what is that for|whats it for)", "(para que (es|sirve) (eso|esto))", "(mi|mis) (herman*|espos*|hij*|mama|papa|famili*|amig*|companer*) .. (tiene|tienen|debe|deben) que dar .. datos", "my (brother|sister|wife|husband|son|daughter|mother|father|family|friend) .. (have|has|need|needs) to give .. (data|details|name)", "why (do|does|must|should) (you|they|i) .. (need|want|ask|give|authori*|data|document|name|number)",
    "what .. (use|used) .. (data|it) for", "what .. (my|the) data .. for",
  ]),
  data: compilePhrases([
    "(quien|quienes) .. (ve|ven|vera|veran|va a ver|van a ver|lee|leen|lo lee|sabe|sabra|sabran|tiene acceso|se entera|puede ver|va a saber|recibe)", "(mis datos|mi informacion|mi nombre|los datos) .. (seguro*|proteg*|compart*|public*|quien|guard*|borr*|ven|a salvo)", "(comparten|venden|publican|guardan|protegen|borran) .. (datos|informacion|nombre)", "(que hacen|que van a hacer) con (mis|los) datos", "(los|las|el|la) .. (lo|la|me|los) (ve|ven|vera|veran|va a ver|van a ver|leen|lee)", "(quien|quienes) [es|son] [el que|los que] supervis*", "(how|como) .. (reserve|reserva) .. (work|works|funciona)", "who .. (able|allowed) to .. (see|read)", "who supervis*", "(se entera|se va a enterar|va a saber|sabra|se enteraran) .. (funcionari*|oficial*|jefe|el|ella|ellos)",
    "who .. (see*|read*|access*|know*|look*|get to see|find* out)", "(my data|my information|my name|my details) .. (safe|protected|shared|published|secure|private|kept|seen|deleted)", "(do you|will you|are you) .. (share|sell|publish|keep|store|delete) .. (data|information|name|details)", "(will|does|can) (he|she|they|the officer|my boss|the official) .. (know|find out|see)",
  ]),
  cost: compilePhrases([
    `(cuanto|que) (cuesta|vale|cobran|hay que pagar|toca pagar|me cobran) .. ${filing}`, "(cuanto (cuesta|vale|cobran|me cobran|sale)|tiene (algun )?costo|es gratis|es gratuit*|hay que pagar|toca pagar|me (van a )?cobra* (algo|por)|cobran (algo|por))",
    `how much .. ${here}`, "(is (it|this|that) free|does (it|this|that) cost|any (cost|fee|charge)|(does|do|will|is) .. cost* .. (anything|something|money)|do i (have to )?pay|how much (is|does) (it|this)|is there a (fee|charge|cost))",
  ]),
  term: compilePhrases([
    "(cuanto|cuantos|cuantos dias|cuanto tiempo) .. (demora*|demoran|tard*|respond*|contest*|respuesta|tienen para)", "(cuando|en que fecha|en cuanto) .. (respond*|contest*|respuesta|resuelv*|me dan)", "(que|cual) .. plazo", "(plazo|tiempo) (tienen|hay|de respuesta)",
    "how (long|many days|soon|fast|quickly) .. (take|takes|wait|answer*|reply|respond*|hear|it be|is the wait|have to)", "(when|by when) .. (answer*|reply|replies|respond*|hear|response|resolve*)", "what .. (deadline|term)", "(response|waiting|answer) time",
  ]),
  kinds: compilePhrases([
    "(diferencia*|distint*|cual es mejor|en que se diferencia*) .. (queja|reclamo|peticion|denuncia|consulta|sugerencia|tipo*)", "(queja|reclamo|peticion|denuncia) .. (diferenci*|es lo mismo|o es)", "que es (una|un|la|el) (queja|reclamo|peticion|denuncia|consulta|sugerencia|pqr*)",
    "(difference*|different) .. (complaint|claim|petition|report|consultation|kinds|types|queja|reclamo)", "(complaint|claim|petition|report) .. (difference|same as|same thing)", "what is (a|an|the) (complaint|claim|petition|report|consultation|queja|reclamo|denuncia)",
  ]),
};
