import { tokens } from "../../words.ts";
import type { Choice } from "../types.ts";
import { withoutBeside } from "./choice.ts";
import { yesOrNo } from "./yesno.ts";

/** Of what is offered: "any" is the first; "yes", "that one" is the only one, and of several one must ask `which`. Null: other words. */
export const pointed = (options: Choice[], text: string): { value: string } | "which" | null => {
  const offered = withoutBeside(options);
  const words = tokens(text).filter((word) => !polite.has(word)).join(" ");
  if (any.test(words)) return { value: offered[0]!.value };
  if (!that.test(words) && yesOrNo(text) !== "yes") return null;
  return offered.length === 1 ? { value: offered[0]!.value } : "which";
};

/** Short words that take one of what is offered and tell nothing else. */
export const isPointing = (text: string): boolean => {
  const words = tokens(text).filter((word) => !polite.has(word)).join(" ");
  return any.test(words) || that.test(words) || yesOrNo(text) !== null;
};

const polite = new Set(["por", "favor", "please", "gracias", "thanks", "ok", "okay", "bueno", "listo", "dale", "si", "yes", "pues", "entonces", "then", "fine", "bien", "vale"]);
const any = /^(?:(?:the )?(?:nearest|closest)(?: one)?|(?:la|el) (?:mas cercan[ao]|mas cerca|que (?:este|quede) mas cerca)|(?:the )?soonest(?: one)?|(?:la|el) mas pronto|cualquiera(?: (?:de (?:esas|esos|ellas|estas|las \w+)|esta|me sirve|sirve))?|la que sea|el que sea|(?:me )?da (?:igual|lo mismo)|me da (?:igual|lo mismo)|la que quiera|any(?: (?:one|of (?:them|those|these)|is|will do|works))*|either(?: one| works)?|whichever|any one|anyone|i do not mind|i dont mind|whatever)$/;
const that = /^(?:es[ao]|est[ae]|es[ae] mism[ao]|es[ao] est[ae]|es[ae] hora|es[ae] cita|con es[ae]|la que (?:hay|dice|me ofrece)|tomo es[ae]|that(?: one)?(?: works| is)?|(?:i (?:will )?)?take (?:it|that)(?: one)?|ill take (?:it|that)(?: one)?|this(?: one)?|works(?: for me)?|that works(?: for me)?|me sirve|sirve|perfecto|perfect)$/;
