import { compilePhrases, type Groups } from "../phrases.ts";
import { wordsIn } from "../spoken.ts";

/** Who says one of `wants` and none of `unlike` wants to hand something in; `speaks`: who speaks of it at all. `lists`: what phrases name. */
export type FilingPhrases = { lists: Groups; wants: readonly string[]; unlike: readonly string[]; speaks: readonly string[] };

export type Filing = {
  /** Whether somebody says that they want to hand in a petition, a complaint, thanks and so on, in whatever words. */
  wants: (message: string) => boolean;
  /** Whether petitions, complaints and the like are spoken of. */
  speaks: (message: string) => boolean;
};

/** Throws on a phrase that cannot be read. */
export const createFiling = ({ lists, ...phrases }: FilingPhrases): Filing => {
  const wants = compilePhrases(phrases.wants, lists);
  const unlike = compilePhrases(phrases.unlike, lists);
  const speaks = compilePhrases(phrases.speaks, lists);
  return {
    wants: (message) => {
      const words = wordsIn(message);
      return words.length > 0 && wants.find(words) !== undefined && unlike.find(words) === undefined;
    },
    speaks: (message) => speaks.find(wordsIn(message)) !== undefined,
  };
};
