/** Learns weights by Adam on all examples at once; `gradient` fills the slope. */
export const descend = (size: number, gradient: (weights: Float64Array, slope: Float64Array) => void, { rounds = 400, rate = 0.05, decay = 1e-3 } = {}): Float64Array => {
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(size);
    gradient(weights, slope);
    for (let i = 0; i < size; i++) {
      const g = slope[i]! + decay * weights[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.999 * second[i]! + 0.001 * g * g;
      weights[i]! -= (rate * (first[i]! / (1 - 0.9 ** round))) / (Math.sqrt(second[i]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  return weights;
};

/** The candidate that is right should outweigh the others. */
export const listwise = (lists: { rows: number[][]; right: number }[], size: number) =>
  descend(size, (weights, slope) => {
    for (const { rows, right } of lists) {
      const scores = rows.map((row) => dot(row, weights));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const sum = powers.reduce((a, b) => a + b, 0);
      rows.forEach((row, i) => {
        const error = (powers[i]! / sum - (i === right ? 1 : 0)) / lists.length;
        if (Math.abs(error) > 1e-6) for (let j = 0; j < size; j++) slope[j]! += error * row[j]!;
      });
    }
  });

/** Whether a row is a yes. */
export const logistic = (rows: number[][], labels: number[], size: number) =>
  descend(size, (weights, slope) => {
    rows.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-dot(row, weights)));
      for (let j = 0; j < size; j++) slope[j]! += ((p - labels[i]!) / rows.length) * row[j]!;
    });
  });

const dot = (row: number[], weights: Float64Array): number => row.reduce((sum, value, i) => sum + value * weights[i]!, 0);
