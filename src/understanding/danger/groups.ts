import type { Groups } from "../phrases.ts";

/** Word lists that the danger rules share. Folded: lower case, no accents. */
export const groups: Groups = {
  // who does it
  pareja: ["marido", "esposo", "esposa", "novio", "novia", "ex", "pareja", "companero", "exmarido", "exnovio", "exesposo", "expareja", "conyuge", "mujer"],
  familiar: ["papa", "padre", "padrastro", "mama", "madrastra", "tio", "primo", "hermano", "suegro", "suegra", "cunado", "abuelo", "hijo mayor"],
  cercano: ["@pareja", "@familiar"],
  jefe: ["jefe", "jefa", "patron", "patrona", "dueno", "duena", "senor", "senora", "hombre", "hombres", "gente", "coyote", "empleador"],
  partner: ["husband", "hubby", "wife", "boyfriend", "girlfriend", "bf", "gf", "ex", "partner", "fiance", "spouse"],
  relative: ["dad", "father", "stepdad", "stepfather", "mom", "mum", "mother", "stepmother", "uncle", "cousin", "brother", "son", "inlaws"],
  close: ["@partner", "@relative"],
  boss: ["boss", "employer", "owner", "madam", "man", "men", "people", "guy", "guys", "landlord", "smuggler", "recruiter", "agency"],
  // to whom
  nino: ["nino", "nina", "ninos", "ninas", "hijo", "hija", "hijos", "hijas", "hijito", "hijita", "bebe", "menor", "menores", "sobrino", "sobrina", "nieto", "nieta", "hermanito", "hermanita", "hijastra", "hijastro", "chino", "adolescente"],
  kid: ["kid", "kids", "child", "children", "boy", "girl", "son", "daughter", "baby", "toddler", "minor", "minors", "nephew", "niece", "grandson", "granddaughter", "teenager", "stepdaughter", "stepson", "little brother", "little sister"],
  otra: ["amiga", "vecina", "hermana", "prima", "mama", "hija", "companera", "tia", "mujer", "muchacha", "senora", "chica", "cunada"],
  otro: ["amigo", "amiga", "hermano", "hermana", "hijo", "hija", "esposo", "esposa", "papa", "mama", "primo", "prima", "vecino", "vecina", "pareja", "companero", "companera", "sobrino", "sobrina", "tio", "tia", "abuelo", "abuela", "marido", "mujer", "novio", "novia", "bebe", "nino", "nina", "senor", "senora", "persona", "muchacho", "muchacha", "embarazada"],
  someone: ["friend", "brother", "sister", "son", "daughter", "husband", "wife", "dad", "mom", "mum", "father", "mother", "cousin", "neighbor", "neighbour", "partner", "boyfriend", "girlfriend", "nephew", "niece", "uncle", "aunt", "grandma", "grandpa", "grandmother", "grandfather", "baby", "child", "kid", "man", "woman", "person", "someone", "boss", "coworker", "roommate"],
  // deeds
  golpear: ["pega", "pego", "pegan", "pegaron", "pegando", "pegaba", "pegarme", "golpea", "golpeo", "golpean", "golpearon", "golpeando", "golpeaba", "golpeado", "maltrata", "maltrato", "maltratan", "maltrataba", "maltratando", "agrede", "agredio", "agredieron", "abusa", "abuso", "abusan", "abusaba", "abusaron", "viola", "violo", "violaron", "violar", "patea", "pateo", "estrangulo", "ahorca", "ahorco", "ahorcarme", "cachetea", "cacheteo", "apunalo", "acuchillo", "quemo", "casca", "casco", "manosea", "manoseo", "toca mis partes", "tortura", "torturo", "lastima", "lastimo"],
  hit: ["hits", "hit", "hitting", "beats", "beat", "beating", "beaten", "punches", "punched", "slaps", "slapped", "slapping", "kicks", "kicked", "chokes", "choked", "choking", "strangles", "strangled", "rapes", "raped", "abuses", "abused", "abusing", "assaults", "assaulted", "molests", "molested", "hurts", "hurting", "tortures", "stabbed", "gropes", "groped", "burned"],
  matar: ["matar", "matarme", "matarla", "matarlo", "matarnos", "asesinar", "asesinarme"],
  encerrar: ["encierra", "encierran", "encerro", "encerraron", "encerrada", "encerrado", "encerradas", "encerrados", "secuestrada", "secuestrado", "secuestraron", "secuestro", "retenida", "retenido", "cautiva"],
  dejar: ["deja", "dejan", "dejaba", "dejaban", "permite", "permiten"],
  let: ["let", "lets", "allow", "allows", "allowed"],
  wont: ["wont", "doesnt", "dont", "didnt", "will not", "does not", "do not", "never", "not"],
  quitar: ["quito", "quitaron", "quitan", "quita", "retiene", "retienen", "retuvo", "retuvieron", "escondio", "escondieron", "esconde", "tienen", "tiene", "guardo", "guardaron", "decomiso", "decomisaron", "quedo con", "quedaron con", "devuelve", "devuelven"],
  papeles: ["pasaporte", "pasaportes", "papeles", "documento", "documentos", "cedula", "identificacion", "celular"],
  passport: ["passport", "passports", "papers", "documents", "id", "ids", "phone"],
};
