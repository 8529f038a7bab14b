import { fold } from "../../../words.ts";
import type { Response } from "../../response.ts";
import type { Turn } from "../../respond.ts";
import { askWhat } from "./correction.ts";

/** "Ese no es mi caso", "that is not what I asked", "change something", in a flow that reads stories, where nothing else is told: which of the answers is wrong? */
export const protest = (turn: Turn): Response | undefined => {
  const { state: { cursor }, parts, inbound: { text = "" } } = turn;
  return cursor && parts.flows.get(cursor.flow)?.given.includes("told") && protests.test(fold(text)) ? askWhat(turn) : undefined;
};

const protests = new RegExp(`(?<!\\p{L})(?:${[
  "(?:ese|eso|esa|esto|este|asi) no (?:es|soy|era|fue|aplica|me (?:sirve|aplica|corresponde))", "no (?:es|era) (?:mi caso|lo mio|asi|eso|por eso|para eso|para mi)", "no soy (?:yo|esa|ese|eso)", "(?:no )?(?:pregunte|pedi|dije|queria) (?:por )?(?:eso|otra cosa)",
  "(?:esta|estan|entendio|quedo) mal", "se equivoc\\p{L}*", "me entendio mal", "nada que ver", "(?:that|this|it)(?: is|'?s| was)? ?n[o']?t (?:me|my (?:case|situation)|mine|it|true|right|what i (?:asked|said|meant|need|want))", "(?:that|this|it)(?: i|'?)?s (?:wrong|not (?:me|my|mine|it|true|right|what|for me))",
  "not (?:my case|what i (?:asked|said|meant|need|want)|for me)", "you (?:got|have) (?:it|me|that) wrong", "i (?:did not|didn'?t) (?:ask|say) (?:that|for that|about that)", "wrong (?:person|case|route|country)", "(?:quiero |puedo |quisiera )?(?:cambiar|corregir) (?:algo|un dato|una cosa|mi respuesta|lo que dije)", "(?:change|correct) (?:something|an answer|my answer|what i said)",
].join("|")})(?!\\p{L})`, "u");
