/** A folded word as it sounds in Spanish, so that "bolver" and "volver", "otel" and "hotel" are one. */
export const sounded = (word: string): string =>
  word
    .replace(/ch/g, "C").replace(/h/g, "").replace(/v/g, "b").replace(/z/g, "s").replace(/c(?=[ei])/g, "s")
    .replace(/qu(?=[ei])/g, "k").replace(/[cq]/g, "k").replace(/ll/g, "y").replace(/gu(?=[ei])/g, "G").replace(/g(?=[ei])/g, "j")
    .replace(/G/g, "g").replace(/(.)\1/g, "$1");
