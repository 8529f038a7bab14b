import { tokens } from "../../words.ts";
import type { Choice } from "../types.ts";
import type { Validator } from "./validator.ts";

/** "yes" or "no", words that a flow can branch on. */
export const yesno: Validator = {
  parse: (text) => {
    const value = yesOrNo(text);
    return value ? { ok: value } : { problem: "yesno" };
  },
  show: (value) => ({ key: `repair.button.${value}` }),
  choices: ["yes", "no"].map((value): Choice => ({ value, title: { key: `repair.button.${value}` } })),
};

const yes = new Set([
  "si", "sip", "sii", "siii", "s", "claro", "dale", "listo", "correcto", "exacto", "acepto", "confirmo", "afirmativo", "vale", "bueno", "obvio",
  "yes", "yep", "yeah", "yup", "y", "sure", "ok", "okay", "okey", "correct", "right", "agree", "confirm", "agreed", "accept", "affirmative",
]);
const no = new Set(["no", "nop", "nope", "n", "nah", "nunca", "jamas", "tampoco", "negativo", "never", "negative", "not", "dont", "rechazo"]);
const around = new Set([
  "por", "favor", "senor", "senora", "senorita", "gracias", "muchas", "please", "thanks", "thank", "you", "de", "acuerdo", "que", "es", "asi",
  "eso", "esta", "bien", "todo", "i", "do", "am", "it", "is", "that", "all", "of", "course", "lo", "la", "el", "quiero", "deseo", "yo", "estoy", "want", "to", "s", "t",
]);

/** What a short reply says; nothing for a sentence that says more than yes or no. */
export const yesOrNo = (text: string): "yes" | "no" | null => {
  const words = tokens(text);
  if (words.length > 6) return null;
  const says = words.map((word) => (yes.has(word) ? "yes" : no.has(word) ? "no" : around.has(word) ? "around" : "other"));
  if (says.includes("other")) return null;
  if (says.includes("no")) return says.indexOf("yes") >= 0 && says.indexOf("yes") < says.indexOf("no") ? null : "no";
  if (says.includes("yes")) return "yes";
  return /^(de acuerdo|of course|por favor|please|asi es|that is right|esta bien|todo bien)$/.test(words.join(" ")) ? "yes" : null;
};
