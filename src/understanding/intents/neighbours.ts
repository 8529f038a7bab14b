import type { Vector } from "./features.ts";

/** Cosine (0..1) of a message with the nearest example of each class. */
export type Neighbours = (vector: Vector) => Float32Array;

export const indexExamples = (vectors: readonly Vector[], labels: Int32Array, classes: number, size: number): Neighbours => {
  const starts = new Int32Array(size + 1);
  for (const { at } of vectors) for (const feature of at) starts[feature + 1]!++;
  for (let feature = 0; feature < size; feature++) starts[feature + 1]! += starts[feature]!;
  const next = starts.slice();
  const examples = new Int32Array(starts[size]!);
  const values = new Float32Array(starts[size]!);
  vectors.forEach((vector, i) => {
    vector.at.forEach((feature, j) => {
      const place = next[feature]!++;
      examples[place] = i;
      values[place] = vector.values[j]!;
    });
  });
  return (vector) => {
    const cosines = new Float32Array(vectors.length);
    for (let j = 0; j < vector.at.length; j++) {
      const feature = vector.at[j]!;
      const value = vector.values[j]!;
      for (let place = starts[feature]!; place < starts[feature + 1]!; place++) cosines[examples[place]!]! += values[place]! * value;
    }
    const best = new Float32Array(classes);
    cosines.forEach((cosine, i) => {
      if (cosine > best[labels[i]!]!) best[labels[i]!] = cosine;
    });
    return best;
  };
};
