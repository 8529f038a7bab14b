/** What a search has found so far, by document; made once a shelf and used again, since a search never waits. */
export type Tally = {
  scores: Float32Array;
  /** How much of the question's words, and which share (0..1) of its runs of letters, a document holds. */
  reached: Float32Array;
  runs: Float32Array;
  /** What the runs add to the score. */
  ofRuns: Float32Array;
  /** The documents met, `count` of them. */
  touched: Uint32Array;
  count: number;
  /** Of one unit or way at a time. */
  value: Float32Array;
  reach: Float32Array;
  sum: Float32Array;
  terms: Uint8Array;
};

export const createTally = (documents: number): Tally => {
  const numbers = () => new Float32Array(documents);
  return {
    scores: numbers(), reached: numbers(), runs: numbers(), ofRuns: numbers(), touched: new Uint32Array(documents), count: 0,
    value: numbers(), reach: numbers(), sum: numbers(), terms: new Uint8Array(documents),
  };
};

/** Notes a document when it is met for the first time. */
export const touch = (tally: Tally, doc: number): void => {
  if (tally.scores[doc] === 0 && tally.ofRuns[doc] === 0) tally.touched[tally.count++] = doc;
};

/** Makes the tally ready for the next search. */
export const clear = (tally: Tally): void => {
  for (let at = 0; at < tally.count; at++) {
    const doc = tally.touched[at]!;
    tally.scores[doc] = tally.reached[doc] = tally.runs[doc] = tally.ofRuns[doc] = 0;
  }
  tally.count = 0;
};

/** The documents of highest score, best first; of equals the lower number. */
export const highest = ({ scores, touched, count }: Tally, most: number): number[] => {
  const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  const heap: number[] = [];
  const sink = (at: number) => {
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && worse(heap[child]!, heap[least]!)) least = child;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  };
  for (let at = 0; at < count; at++) {
    const doc = touched[at]!;
    if (heap.length < most) {
      heap.push(doc);
      if (heap.length === most) for (let parent = most >> 1; parent >= 0; parent--) sink(parent);
    } else if (worse(heap[0]!, doc)) {
      heap[0] = doc;
      sink(0);
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
};
