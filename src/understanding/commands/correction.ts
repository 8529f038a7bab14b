import { compilePhrases } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/**
 * What a message wants corrected, in its own words: "no, marzo no, mayo" → "marzo no, mayo", "cambia el teléfono" →
 * "el teléfono". Undefined when it corrects nothing.
 */
export const findCorrection = (text: string): string | undefined => {
  const words = wordsIn(text);
  if (words.length > longest || words.length < 2) return undefined;
  if (!whole.isAll(words)) return undefined;
  const rest = text.trim().replace(opening, "").replace(verb, "").replace(closing, "").trim();
  return rest === "" ? text.trim() : rest;
};

const longest = 20;

const opening = /^(?:\s*(?:no|perd[oó]n|disculpe|disculpa|espere|espera|ay|uy|sorry|wait|oops|ups|hola|bueno|actually|please|por favor|porfa)\b[\s,.:;!]*)+/iu;
const verb = /^(?:(?:quiero|quisiera|necesito|puedo|me gustar[ií]a|podr[ií]a|i want to|i need to|i would like to|can i|could i|can you|could you|let me|please)\s+)*(?:cambi|corri[gj]|modifi[cq]|actuali[zc]|arregl|rectifi[cq]|edit|change|correct|fix|modify|update|amend)[\p{L}]*\s+(?=(?:el|la|los|las|mis?|ese|esa|my|the|that|this)\b)/iu;
const closing = /[\s,.:;!]*(?:please|por favor|porfa|gracias|thanks)?[\s.!]*$/iu;

const groups = {
  dato: ["correo", "email", "mail", "e mail", "telefono", "celular", "numero", "nombre", "apellido", "apellidos", "nombres", "direccion", "cedula", "documento", "pasaporte", "fecha", "hora", "ciudad", "oficina", "sede", "dia", "mes", "ano", "descripcion", "asunto", "edad", "pais", "nacionalidad", "tipo", "respuesta", "dato", "datos", "texto", "mensaje", "barrio", "tramite", "solicitud", "fecha de nacimiento", "tipo de documento", "numero de documento", "numero de telefono", "numero de cedula", "numero de pasaporte", "correo electronico"],
  field: ["email", "mail", "e mail", "email address", "phone", "phone number", "cell", "cellphone", "mobile", "number", "name", "last name", "surname", "first name", "address", "id", "id number", "document", "document number", "passport number", "passport", "date", "time", "hour", "city", "office", "day", "month", "year", "description", "subject", "age", "country", "nationality", "type", "answer", "info", "information", "details", "message", "text", "birthday", "birth date", "date of birth", "kind", "street", "last answer", "request"],
  mal: ["mal", "malo", "mala", "equivocado", "equivocada", "incorrecto", "incorrecta", "errado", "errada", "erroneo", "erronea", "mal escrito", "mal escrita", "con error", "con un error"],
  wrong: ["wrong", "incorrect", "mistaken", "misspelled", "misspelt", "not right", "not correct", "a mistake", "outdated", "mistyped"],
  cambiar: ["cambia", "cambie", "cambiar", "cambiame", "cambieme", "corrige", "corrija", "corregir", "corrijame", "corrigeme", "modifica", "modifique", "modificar", "arregla", "arregle", "arreglar", "actualiza", "actualice", "rectificar", "rectifique", "editar", "edita", "edite"],
  change: ["change", "correct", "fix", "edit", "modify", "update", "amend"],
  pedir: ["quiero", "quisiera", "necesito", "puedo", "podria", "me gustaria", "hay que", "toca", "debo", "puede", "puedes", "me puede", "me puedes", "podemos", "deseo"],
  ask: ["i want to", "i need to", "can i", "could i", "can you", "could you", "i would like to", "id like to", "let me", "may i", "can we", "lets", "want to", "need to", "please"],
  mes: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "manana", "hoy", "bogota", "cali", "medellin", "cucuta", "barranquilla", "bucaramanga", "cartagena"],
  month: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "bogota", "cali", "medellin", "cucuta", "barranquilla", "bucaramanga", "cartagena"],
};

const before = "[no] [perdon|disculpe|disculpa|espere|espera|ay|uy|sorry|wait|oops|ups|hola|bueno|actually|please|por favor|porfa|no]";

const whole = compilePhrases([
  `${before} (el|la|mi|mis|los|las|ese|esa|tu) @dato [que (puse|di|escribi|le di|te di|ingrese|mande|envie)] (esta|estan|quedo|quedaron|es|era|fue|lo escribi|la escribi|lo puse|la puse|me quedo) @mal [..] [por favor]`,
  `${before} (puse|escribi|di|ingrese|le di|te di|digite|coloque|mande) [@mal] (el|la|mi|mis|los|un|una) [@mal] @dato [@mal|que no era|que no es|viejo|vieja|anterior|por error] [por favor]`,
  `${before} me equivoque [de|en|con] [el|la|mi|mis|los] [@dato|@mes] ...`,
  `${before} [@pedir] @cambiar [de|le] (el|la|mi|mis|los|las|ese|esa) @dato [que (di|puse|escribi)|anterior|por favor] [(a|por|es|seria|mejor) ...]`,
  `${before} @cambiar @dato [(a|por|es) ...]`,
  `${before} (mi|el|la) @dato (no es|no era) [ese|esa|eso|asi|correcto|correcta|el correcto|la correcta|... (es|sino|era) ...]`,
  `${before} (mi|el|la) (correo|email|telefono|celular|nombre|apellido|direccion|cedula) (correcto|correcta|bueno|nuevo|nueva|verdadero) (es|seria) ...`,
  `no [perdon|disculpe] @mes no [@mes|es @mes|era @mes|mejor @mes|sino @mes|en @mes]`,
  `[no] [perdon] @mes no [es|era|mejor|sino|en|quise decir|el] @mes`,
  "no [es|era|en|el] @mes [sino|es|era|mejor] [en|el] @mes",
  "[no|perdon] (quise decir|quería decir|queria decir|queria poner|quise poner|quise escribir|quiero decir) ...",
  "no (era|es) .. (sino|es|era) ...",
  "no perdon (es|era) ...",
  "[no] perdon (es|era|mejor) ..",
  "[perdon] (digo|corrijo|correccion|mejor dicho) ...",
  "(lo|la) (escribi|puse) mal",
  "[perdon|ay|uy] me equivoque",
  "eso (esta mal|no es correcto|esta equivocado|no es asi)",
  "(hay|tengo|tiene) un error en (el|la|mi|mis|los) @dato",
  "(ese|esa) no es mi @dato",
  `${before} (my|the|that|this) @field [i (gave|wrote|typed|entered|put)] (is|was|are|were|looks) @wrong [..]`,
  `${before} (i|ive|i have) [just] (got|gave|put|typed|wrote|entered|have|spelled|made|misspelled|mistyped) (my|the|you the|a|you my) [wrong] @field [wrong|incorrectly|incorrect|badly|by mistake]`,
  `${before} (i|ive) (gave|put|typed|wrote|entered) [you] (the|a|my) wrong @field`,
  `${before} (wrong|incorrect) @field [..]`,
  `${before} i made a mistake [in|with|on] [my|the] [@field] [..]`,
  "i made a mistake",
  "[i] (misspelled|mistyped|misspelt) (my|the) @field [..]",
  `${before} [@ask] @change (my|the|that|this) @field [i gave|please] [(to|it is|its|with) ...]`, `${before} @change @field [to ...]`,
  `${before} (my|the) @field (is not|isnt|was not|wasnt) [that|right|correct|...]`,
  "(thats|that is|this is) not my @field [..]",
  "my (correct|right|new|real|actual) @field is ...",
  "[no|sorry|wait] [it is|its|i said|in|on] not [in|on] @month [but|its|it is|in|on] @month",
  "[no|sorry|wait] [in|on] @month not [in|on] @month",
  "[no|sorry|wait] not [in|on] @month [..]",
  "no not @month [..]",
  "[no|sorry|wait|oops] i meant [to say|to write] ...",
  "[no] sorry (its|it is|it was) ..",
  "correction ...",
  "(thats|that is|this is) (wrong|incorrect|not right|not correct)",
  "(there is|theres) (a|an) (mistake|error|typo) in (my|the) @field",
  "i (typed|wrote|spelled|put) (it|that) wrong",
], groups);
