import { findCommand } from "../commands.ts";
import { wordsIn } from "../spoken.ts";
import { compilePhrases } from "../phrases.ts";

/** A message or a sentence that answers or scolds who is talking here, and tells nothing: "no, I did not say that", "thanks!", an insult. */
export const isRemark = (sentence: string): boolean => {
  const words = wordsIn(sentence);
  const command = findCommand(sentence)?.name;
  return words.length === 0 || (command !== undefined && said.has(command)) || (words.length <= longest && protest.find(words) !== undefined) || insult.find(words) !== undefined;
};

/** What is told without the remarks in it; "" where nothing else is. */
export const withoutRemarks = (message: string): string =>
  message.split(/(?<=[.!?])\s+|\n+/u).filter((sentence) => !isRemark(sentence)).join(" ").trim();

const said = new Set(["greeting", "goodbye", "thanks", "okay", "chitchat", "insult", "confused", "help", "person", "menu", "repeat", "skip", "back", "cancel"]);
const longest = 14;

const protest = compilePhrases([
  "[yo] no (dije|digo|he dicho|pregunte|pedi|pregunto) (eso|esto|que|nada)", "no (mire|senor|senora|mijo|mija|hombre|vea) no", "no (es|era) (eso|el|la|lo que|para eso|lo) .. (que|pido|busco|pregunto|dije|ppt)", "[si] pero eso no .. (respond*|contest*|sirve|pregunt*)", "no (busco|quiero) (canal*|cita*|abogad*)", "(usted|vos) no .. (entiend*|entend*|escuch*)", "yo no tengo (ninguna|ningun) (cita|reserva)",
  "i (do not|dont|didnt|did not|am not|never) .. (said|say|look for|looking for|ask|asked|mean|meant) .. (that|this|channel|it|lawyer|appointment)", "no (sir|madam|man|bro) i", "(that|this) (is|was) not .. (what|my question|it)", "(great|ok|okay|perfect) thanks", "you (do not|dont|did not|didnt) .. (understand|listen|answer)", "(let us|lets|please let us) begin", "ay (mijo|mija|senor)",
]);
const insult = compilePhrases(["bot (bruto|estupido|tonto|inutil|idiota|de mierda)", "(stupid|dumb|useless|idiot) (bot|machine|robot)", "(calvo|bobo|gono*) (hp|hpta|hijueputa|malparid*)", "(hp|hpta|hijueputa|malparid*)"]);
