import { fold } from "../../words.ts";

/**
 * The kind that somebody names in a sentence, of those that are offered: "it is no compliment, it is a claim because …".
 * Who only says that it is not the one proposed, and that something is to be done, asks for it: a petition.
 */
export const kindSaid = (message: string, offered: readonly string[], proposed: string): string | undefined => {
  const said = fold(message);
  const named = Object.entries(names).filter(([kind, name]) => offered.includes(kind) && [...said.matchAll(new RegExp(name, "gu"))].some(({ index }) => !denied.test(said.slice(0, index))));
  const specific = named.filter(([kind]) => kind !== general);
  const [only] = specific.length > 0 ? specific : named;
  if (only && specific.length <= 1) return only[0];
  const isRejected = names[proposed] !== undefined && [...said.matchAll(new RegExp(names[proposed], "gu"))].some(({ index }) => denied.test(said.slice(0, index)));
  return isRejected && wants.test(said) && offered.includes(general) && proposed !== general ? general : undefined;
};

const general = "petition-general";

const names: Record<string, string> = {
  "petition-copies": "(?<!\\p{L})(?:peticion de copias?|pedir copias?|pido copias?|petition for copies|asking for copies)",
  "petition-information": "(?<!\\p{L})(?:peticion de informacion|pido informacion|pedir informacion|petition for information|information request|request for information)",
  "petition-consultation": "(?<!\\p{L})(?:consulta|consultation)(?!\\p{L})", complaint: "(?<!\\p{L})(?:queja|complaint)(?!\\p{L})", claim: "(?<!\\p{L})(?:reclamo|reclamacion|claim)(?!\\p{L})",
  suggestion: "(?<!\\p{L})(?:sugerencia|suggestion)(?!\\p{L})", report: "(?<!\\p{L})(?:denuncia|denunsia)(?!\\p{L})", compliment: "(?<!\\p{L})(?:felicitacion|compliment)(?!\\p{L})",
  [general]: "(?<!\\p{L})(?:peticion|petition|solicitud|request)(?!\\p{L})",
};

/** What stands right before a kind that is not meant. */
const denied = /(?<!\p{L})(?:no|not|ninguna?|nada de|isn't|isnt|ni|sin|no a)(?: (?:es|era|quiero|is|una?|a|an|de|la|el|the|it|esa?|this|that|any|ninguna?)){0,4} *$/u;
const wants = /(?<!\p{L})(?:es para que|para que me|quiero que|pido que|necesito que|es que (?:me|nos)|i want|i need|i ask|so that|please)(?!\p{L})/u;
