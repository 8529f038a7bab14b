/** Whether somebody leaves the day to the office: "lo antes posible", "cualquier día", "whenever". */
export const isSoonest = (text: string): boolean => pattern.test(text);

const pattern = new RegExp(`(?<!\\p{L})(?:${[
  "(?:lo|el|la) (?:mas|antes) (?:pronto|antes|rapido|posible|cercano|cercana|proximo|proxima|cerca)[ a-z]*", "lo antes", "antes posible", "cuanto antes", "mas pronto posible", "apenas (?:haya|se pueda)",
  "(?:la|el) primer[ao]?(?: (?:cita|cupo|fecha|dia|turno|hora))?(?: que| disponible| libre|$)", "(?:la|el)? ?prim(?:er|era) (?:cita|cupo|fecha|dia|turno)(?: que| disponible| libre|$)",
  "(?:proxim[oa]|siguiente) (?:cita|cupo|fecha|disponible|que)", "cualquiera|cualquier (?:dia|fecha|hora|horario|momento|cita|cupo)", "cuando (?:sea|haya|puedan|se pueda|quieran|usted|tengan)[ a-z]*", "me da (?:igual|lo mismo)", "da (?:igual|lo mismo)",
  "no (?:me )?importa", "ya mismo", "de una(?: vez)?", "urgente", "lo que haya", "no tengo preferencia", "sin preferencia",
  "as soon as (?:possible|you can)", "asap", "soonest", "(?:the )?earliest", "soon", "any ?time", "any (?:day|date|hour|moment|slot|appointment|one|opening)", "when ?ever", "(?:the )?(?:first|next) (?:available|free|one|opening|appointment|day|slot)",
  "first thing", "no preference", "(?:does not|doesn'?t|don'?t|do not) (?:matter|mind|care)", "urgent(?:ly)?", "right away", "quickest", "whatever",
].join("|")})(?!\\p{L})`, "u");
