/**
 * What a line with alternatives stands for: `(my husband|he) hits me (a|b|c)` gives up to twice as many sentences
 * as its longest list has words, so that each alternative stands in one or two of them, beside different others.
 */
export const variantsOf = (line: string): string[] => {
  const pieces = line.split(/[()]/u).map((piece, i) => (i % 2 === 0 ? [piece] : piece.split("|")));
  const longest = Math.max(...pieces.map((alternatives) => alternatives.length));
  const count = longest === 1 ? 1 : 2 * longest;
  const sentences = Array.from({ length: count }, (_, k) =>
    pieces.map((alternatives, place) => alternatives[(k + Math.floor(k / longest) * place) % alternatives.length]).join(""));
  return [...new Set(sentences)];
};

/** What is wrong with how alternatives are written in a line, if anything. */
export const faultOfVariants = (line: string): string | undefined =>
  /^([^()|]|\([^()]+\))*$/u.test(line) ? undefined : "an alternative stands between ( and ), divided by |";
