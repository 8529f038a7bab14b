import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { keepFile } from "./keep-file.ts";

const folder = join(import.meta.dirname, "..", "dist", "learned");
const understanding = join(import.meta.dirname, "understanding");

/** Files and folders of `understanding` whose code makes the result. */
const code = {
  intents: ["intents.ts", "intents", "phrases.ts", "phrases", "language"],
  dangers: ["danger", "phrases.ts", "phrases", "spoken.ts", "language", "intents/regression.ts", "intents/chance.ts"],
  kinds: ["case-kind.ts", "case-kind", "refusal", "phrases.ts", "phrases", "spoken.ts", "language", "intents/regression.ts", "intents/chance.ts"],
  refusals: ["refusal.ts", "refusal", "phrases.ts", "phrases", "spoken.ts", "language", "intents/regression.ts", "intents/chance.ts"],
};

/**
 * What the classifier of intents, dangers, refusals or kinds of cases learned from the very same examples by the very same code: kept in `dist`, so that it
 * is learned once and not at every start. Where nothing can be written, it is learned each time.
 */
export const learnedBefore = (examples: readonly (object | string)[], of: keyof typeof code = "intents") => {
  const hash = createHash("sha256").update(JSON.stringify(examples));
  for (const file of code[of].flatMap(filesIn)) hash.update(readFileSync(file));
  const file = join(folder, `${of}-${hash.digest("hex").slice(0, 16)}.f32`);
  return {
    recall: (): Float32Array | undefined => {
      if (!existsSync(file)) return undefined;
      const bytes = readFileSync(file);
      return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    keep: (learned: Float32Array): void => {
      keepFile(file, new Uint8Array(learned.buffer, learned.byteOffset, learned.byteLength));
    },
  };
};

const filesIn = (name: string): string[] => {
  const path = join(understanding, name);
  return statSync(path).isDirectory() ? readdirSync(path).sort().map((file) => join(path, file)) : [path];
};
