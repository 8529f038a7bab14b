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
  "yes", "yep", "yeah", "yup", "y", "sure", "ok", "okay", "okey", "correct", "right", "agree", "confirm", "agreed", "accept", "autorizo", "authorise", "authorize", "consiento", "consent", "affirmative",
]);
const no = new Set(["no", "nop", "nope", "n", "nah", "nunca", "jamas", "tampoco", "negativo", "never", "negative", "not", "dont", "rechazo"]);
const around = new Set([
  "por", "favor", "senor", "senora", "senorita", "gracias", "muchas", "please", "thanks", "thank", "you", "de", "acuerdo", "que", "es", "asi",
  "eso", "esta", "bien", "todo", "i", "do", "am", "it", "is", "that", "all", "of", "course", "lo", "la", "el", "quiero", "deseo", "yo", "estoy", "want", "to", "s", "t", "thats", "its", "im",
]);

const unsure = new RegExp(`^(?:${[
  "no (?:lo )?se", "no sabria", "no estoy (?:muy |tan |del todo )?segur[oa]", "ni idea", "no tengo (?:ni )?idea", "quien sabe", "no (?:me )?(?:acuerdo|recuerdo)", "tal vez", "quizas?",
  "(?:i )?(?:do not|don t|dont) (?:really )?(?:know|remember)", "(?:i am |i m |im )?(?:not (?:really |so |very |quite )?sure|unsure)", "no idea", "maybe", "perhaps",
].join("|")})(?: |$)`);

/** Whether a short reply says that somebody does not know: "no sé", "I am not sure". */
export const isUnsure = (text: string): boolean => {
  const words = tokens(text);
  return words.length <= 8 && unsure.test(words.join(" "));
};

/** What a short reply says; nothing for a sentence that says more than yes or no. */
export const yesOrNo = (text: string): "yes" | "no" | null => {
  const words = tokens(text.replace(/['’`´]/gu, ""));
  if (words.length > 6 || isUnsure(text)) return null;
  const says = words.map((word) => (yes.has(word) ? "yes" : no.has(word) ? "no" : around.has(word) ? "around" : "other"));
  if (says.includes("other")) return null;
  if (says.includes("no")) return says.indexOf("yes") >= 0 && says.indexOf("yes") < says.indexOf("no") ? null : "no";
  if (says.includes("yes")) return "yes";
  return /^(de acuerdo|of course|por favor|please|asi es|that is right|esta bien|todo bien)$/.test(words.join(" ")) ? "yes" : null;
};
