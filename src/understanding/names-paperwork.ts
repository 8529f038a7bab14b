import { fold } from "../words.ts";

/** Whether words ask for a paper of migration to be got, renewed or put right, and for no way to help; questions about it are none. */
export const namesPaperwork = (given: string): boolean => given.length <= longest && !/[?¿]/.test(given) && asked.test(fold(given)) && !helpless.test(fold(given));

const longest = 400;

const want = "(?:quiero|queremos|quisiera|necesito|necesitamos|me toca|le toca|tengo que|debo|vengo a|(?:i|we)(?:'?d| would) like to|(?:i|we) (?:want|need|have) to|need to|needs to)";
const make = "(?:sacar(?:le)?|renovar(?:le)?|pedir|tramitar|solicitar|registrar|prorrogar|duplicar|corregir|reclamar|actualizar|get|renew|extend|register|replace|correct|request|collect|apply for)";
const paper = "(?:cedula de extranjeria|ppt|salvoconductos?|visa|pasaporte|certificado|prorroga|permiso|registro|duplicado|foreigner id|safe-?conduct|passport|certificate|travel records?|tourist permit|extension|stay)";
const asked = new RegExp(`(?<!\\p{L})${want} ${make}(?: \\S+){0,4}? ${paper}(?!\\p{L})|(?<!\\p{L})(?:necesito|quiero|(?:i|we) need|(?:i|we) want) (?:un |una |el |la |a |the |my |mi |our )?(?:duplicado|prorroga|certificado|salvoconducto|travel records|certificate)(?!\\p{L})`, "u");

/** Who asks for help beside it looks for the way. */
const helpless = /(?<!\p{L})(?:ayud\p{L}*|orient\p{L}*|no se que hacer|help\p{L}*|guide|what do i do|que hago|abogad[oa]|lawyer|refugi\p{L}*)(?!\p{L})/u;
