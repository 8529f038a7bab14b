import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "dist", "learned");
const regression = ["intents/regression.ts", "intents/chance.ts"];
const code = {
  intents: ["intents.ts", "intents/features.ts", ...regression],
  dangers: ["danger/learned.ts", "danger/features.ts", "danger/meaning.ts", "danger/concepts.ts", "danger/noise.ts", "danger/signs.ts", "danger/said.ts", "danger/rules.ts", "phrases.ts", "phrases/word.ts", "spoken.ts", ...regression],
  kinds: ["case-kind.ts", "case-kind/concepts.ts", "refusal/features.ts", "phrases.ts", "phrases/word.ts", "language/lexicon.ts", "spoken.ts", ...regression],
  refusals: [
    "refusal.ts", "refusal/features.ts", "refusal/concepts.ts", "refusal/kinds.ts",
    "phrases.ts", "phrases/word.ts", "language/lexicon.ts", "spoken.ts", ...regression,
  ],
};

/**
 * What the classifier of intents, dangers, refusals or kinds of cases learned from the very same examples by the very same code: kept in `dist`, so that it
 * is learned once and not at every start. Where nothing can be written, it is learned each time.
 */
export const learnedBefore = (examples: readonly object[], of: keyof typeof code = "intents") => {
  const hash = createHash("sha256").update(JSON.stringify(examples));
  for (const file of code[of]) hash.update(readFileSync(join(import.meta.dirname, "understanding", file)));
  const file = join(folder, `${of}-${hash.digest("hex").slice(0, 16)}.f32`);
  return {
    recall: (): Float32Array | undefined => {
      if (!existsSync(file)) return undefined;
      const bytes = readFileSync(file);
      return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    keep: (learned: Float32Array): void => {
      const aside = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(aside, new Uint8Array(learned.buffer, learned.byteOffset, learned.byteLength));
        renameSync(aside, file);
      } catch {
        return;
      }
    },
  };
};
