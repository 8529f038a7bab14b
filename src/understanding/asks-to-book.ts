import { fold } from "../words.ts";

/** Whether words ask for an appointment, whatever it is for; not those about one that somebody has, nor questions about appointments. */
export const asksToBook = (given: string): boolean => {
  if (given.length > longest) return false;
  const text = fold(given);
  if (seeksPlace(given) || unwanted.test(text)) return false;
  if (must.test(text) && !/[?¿]/.test(text) && !had.test(text)) return true;
  if (byVideo.test(text) || inPerson.test(text) || (videoTold.test(text) && !/[?¿]/.test(text))) return true;
  if (other.test(text) || need.test(text)) return false;
  if (how.test(text)) return text.split(" ").length >= fewestTold;
  return wants.test(text) || (begins.test(text) && !/[?¿]/.test(text)) || books.test(text);
};

const longest = 400;

/** Whether words speak of a place (cupo) as schools and shelters have them, and of nothing that an office has. */
export const seeksPlace = (given: string): boolean => {
  const text = fold(given);
  return place.test(text) && !ofOffice.test(text);
};

const place = /(?<!\p{L})cupos?(?!\p{L})/u;
const ofOffice = /(?<!\p{L})(?:citas?|turnos?|oficinas?|migracion|atenci|atiend|ppt|pep|visa|cedula|salvoconducto|pasaporte|permiso|prorrog|renov|huella|biometr|tramite|video|consul|appointment|vend)/u;
/** "No quiero cita". */
const unwanted = /(?<!\p{L})(?:no (?:quiero|queremos|necesito|busco|pedi|vengo por|es para|era)|(?:i )?(?:do ?n[o']?t|do not|did ?n'?t|didn'?t) (?:want|need|ask for))(?: (?:pedir|sacar|agendar|to (?:book|make|have|get)))?(?: (?:una?|ninguna|la|esa|an?|any|the|that))? (?:cita|turno|appointment|appt|slot)(?!\p{L})(?!,? (?:en|para|por|con|de|pa|mas|for|in|by|on|at|but|sino)(?!\p{L}))/u;

const thing = "(?:citas?|sitas?|citica|turnos?|cupos?|appointments?|ap+oint?me?nts?|appt|slot|video ?llamadas?|video ?calls?)";
const want = "(?:(?:quiero|queremos|kiero|quisiera|quisieramos|necesito|necesitamos|nesecito|nesesito|requiero|requerimos|deseo|solicito|busco|me gustaria|deme|me das?|me dan|me pueden? (?:dar|agendar|sacar)|vengo (?:por|a)|(?:i|we) want|(?:i|we) need|need|want|(?:i|we)(?:'?d| would) like|could (?:i|we) (?:please )?(?:have|get|book|make)|can (?:i|we) (?:please )?(?:have|get|book|make)|may i (?:have|book)|give me|get me)\\s+)";
const make = "(?:(?:pedir|sacar|agendar|reservar|apartar|separar|programar|solicitar|tomar|to book|to get|to make|to schedule|to have|book|schedule|make|get|reserve|have)\\s+)";
const wants = new RegExp(`(?<!\\p{L})${want}${make}?(?:(?:una?|an?|the|la|el|otra|another) )?(?:(?!(?:my|mi|no)\\b)\\S+ ){0,4}?${thing}(?!\\p{L})`, "u");
const polite = "(?:(?:hola|buen[oa]s?(?: tardes| noches| dias)?|aja|ola|hello|hi|hey|good (?:morning|afternoon|evening)|por favor|porfa|please|disculpe|ok|si pero|si|yes)[,. !]*)*";
const begins = new RegExp(`(?:^|[,.;] ?)${polite}(?:(?:una?|an?) )?${thing} (?:para|pa|pal|de|del|por|for|to|en|in)(?!\\p{L})|^${polite}(?:pedir|sacar|agendar|reservar|apartar|separar|book|schedule|reserve) (?:(?:una?|an?|la) )?${thing}`, "u");
const books = /(?<!\p{L})(?:(?:quiero|quisiera|necesito|requiero|deseo|me gustaria|para) (?:agendar|reservar|apartar)(?:me)?|(?:(?:i(?:'?d| would)|would|we would) like|i want|i need|need|want) to (?:book|schedule)|can (?:i|we) book (?:that|it|this|one|in)|i(?:'m| am) booking|book (?:me|us|him|her|them)(?: in)?(?: for| an?)|(?:agende|agenda|reserve|reserva|aparte|aparta|anote|apunte|saque)(?:me|nos)|(?:get|put) (?:me|us) (?:in|down))(?!\p{L})/u;

const byVideo = /(?<!\p{L})(?:quiero|queremos|quisiera|necesito|necesitamos|(?:i|we) (?:want|need|would like))(?!\p{L}).{0,90}(?:por|by|via|en|through) (?:una? )?video ?(?:llamada|call|conferencia)/u;

const videoTold = /(?<!\p{L})(?:by|por|via|through|en) (?:an? |una? )?video ?(?:llamada|call|conferencia)(?!\p{L})/u;

/** Advice that is wanted face to face is given by appointment. */
const inPerson = /(?<!\p{L})(?:quiero|queremos|quisiera|necesito|necesitamos|(?:i|we) (?:want|need|would like))(?!\p{L}).{0,40}(?:orient|asesor|atiend|atencion|hablar|ayud|advi[cs]e|help|guid|talk|speak|attend|see somebody|meet).{0,40}(?:en persona|presencial|in person|face to face|personalmente|en la oficina|at the office)/u;

/** Whoever was told to come by appointment wants one. */
const must = new RegExp(`(?<!\\p{L})(?:me toca|y toca|toca que|tengo que|debo|debemos|(?:me|nos) (?:dijeron|dicen|mandaron|pidieron|piden|exigen)(?: (?:que|a|para))?(?: (?:toca|tengo que|debo|necesito|hay que))?|(?:i|we) (?:have|need|must|should|got)(?: to)?|(?:told|asked) (?:me|us)(?: (?:that )?(?:i|we) (?:need|have|must|should))?(?: to)?) (?:pedir|pida|sacar|saque|agendar|agende|reservar|solicitar|tener|make|book|get|have|schedule) (?:(?:una?|an?|the|la) )?${thing}(?!\\p{L})`, "u");
const had = new RegExp(`(?<!\\p{L})(?:ya|already) (?:\\S+ )?(?:tengo|have|saque|pedi|booked)|(?:cancel|mover|cambiar|reagend|reschedul)`, "u");

/** How one books is asked by whoever wants to, once they tell what for. */
const how = new RegExp(`(?<!\\p{L})(?:como|how|where|donde)(?: do| can| puedo| hago)?(?: i| para)? (?:saco|pido|agendo|reservo|aparto|sacar|pedir|agendar|book|schedule|make|get) (?:(?:una?|an?) )?(?:${thing}|for)(?!\\p{L})|(?<!\\p{L})(?:i|can i) book for (?:her|him|them|my)`, "u");
const fewestTold = 8;

/** "¿Necesito cita?" asks whether. */
const need = /(?:^|[,.] )(?:y )?(?:¿ ?(?:y )?(?:se )?necesit[oa]|do i need|se necesita|necesit[oa] (?:una )?citas?(?: \S+){0,6} ?\?)/u;

const other = new RegExp([
  `\\b(?:mi|mis|esa|esta|my|that|this) ${thing}`, `\\b(?:tengo|tenia|saque|pedi|agende|tuve|ya hay|(?<!could )(?<!can )(?<!may )i have|i had|i booked|i made|i got) (?:ya )?(?:una|la|an?|the|otra)? ?${thing}`,
  "cancel", "anular", "reprogram", "reagend", "aplazar", "reschedul", "postpone", "(?:cambiar|mover|correr|confirmar|change|move|confirm)(?:la|me)? ",
  "no puedo (?:ir|asistir|llegar)", "(?:can ?not|can'?t) (?:make|attend|come|go)", "no (?:hay|encuentro|consigo|me dan|me dejan|aparecen|salen) (?:mas )?cita", "no (?:free |more )?appointments?",
  "sin cita", "without (?:an )?appointment", "vend(?:en|iendo|e)", "sell(?:s|ing)?\\b", "cobra", "queja", "reclamo", "peticion", "denuncia(?:r)? ", "complain", "petition", "\\bdo i (?:need|have)", `(?:hay que|tengo que|toca) (?:\\S+ ){0,3}${thing}`, "es (?:necesari|obligatori)",
  "^(?:y )?¿?(?:como|que|cuanto|cuando|donde|cual|por que|how|what|when|where|why|which|is|are|does) (?!.*(?:necesito|quiero|need|want))", "lista de espera", "waiting list",
].join("|"), "u");
