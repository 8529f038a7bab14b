import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "dist", "learned");
const code = ["intents.ts", "intents/features.ts", "intents/regression.ts", "intents/chance.ts"];

/**
 * What the intents' classifier learned from the very same examples by the very same code: kept in `dist`, so that it
 * is learned once and not at every start. Where nothing can be written, it is learned each time.
 */
export const learnedBefore = (examples: readonly object[]) => {
  const hash = createHash("sha256").update(JSON.stringify(examples));
  for (const file of code) hash.update(readFileSync(join(import.meta.dirname, "understanding", file)));
  const file = join(folder, `intents-${hash.digest("hex").slice(0, 16)}.f32`);
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
