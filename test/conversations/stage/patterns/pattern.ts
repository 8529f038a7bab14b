import type { Bilingual } from "../../../../src/locale.ts";
import type { Scene } from "../scene.ts";

/** A way in which a conversation leaves the straight road; `applies` says at which questions it can. */
export type Pattern = { name: string; applies?: (scene: Scene) => boolean; play: (scene: Scene) => Promise<void> };

export const day = 86_400_000;
export const both = (es: string, en: string): Bilingual => ({ es, en });
export const isText = ({ question }: Scene) => question.rule.as === "text";
export const takesFiles = ({ question }: Scene) => question.rule.as === "files";
export const isChoice = ({ question }: Scene) => question.rule.as === "choice";
export const last = ({ flow, cursor }: Scene) => flow.questions.find(({ position }) => {
  const at = cursor.trail.at(-1);
  return at && position.step === at.step && position.field === at.field;
});
export const drafts = (state: Scene["before"]) => state.paused.map(({ cursor }) => cursor.flow);
export const other = (locale: "es" | "en") => (locale === "es" ? "en" : "es");

export const cancelWords = both("ya no quiero seguir", "I changed my mind");
