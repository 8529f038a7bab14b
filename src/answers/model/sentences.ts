import { z } from "zod";
import type { Sentence } from "./check/sentence.ts";

const sentence = z.strictObject({ text: z.string().min(1).max(2000), cites: z.array(z.string().max(20)).max(10) });

/** What a model is asked to write. */
export const written = z.strictObject({ sentences: z.array(sentence).max(20) });

export type Reader = {
  /** Takes the next piece of the JSON; gives the sentences that it completes. Throws on a sentence of another shape. */
  read: (piece: string) => Sentence[];
  /** All of it, checked. Throws when it is not what was asked for. */
  end: () => Sentence[];
};

const mostCharacters = 20_000;

/** Reads `{"sentences": [{…}, …]}` as it comes in. */
export const createReader = (): Reader => {
  let all = "";
  let at = 0;
  let start = -1;
  let depth = 0;
  let quoted = false;
  const step = (): Sentence | undefined => {
    const sign = all[at++];
    if (quoted) {
      if (sign === "\\") at++;
      else if (sign === '"') quoted = false;
      return undefined;
    }
    if (sign === '"') quoted = true;
    else if (sign === "{" && ++depth === 2) start = at - 1;
    else if (sign === "}" && depth-- === 2) return sentence.parse(JSON.parse(all.slice(start, at)));
    return undefined;
  };
  return {
    read: (piece) => {
      all += piece;
      if (all.length > mostCharacters) throw new SyntaxError("the model writes without end");
      const found: Sentence[] = [];
      while (at < all.length && !(all[at] === "\\" && at + 1 === all.length)) {
        const next = step();
        if (next) found.push(next);
      }
      return found;
    },
    end: () => written.parse(JSON.parse(all)).sentences,
  };
};
