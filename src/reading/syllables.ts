/**
 * The syllables of one Spanish word, by the rules of the Ortografía (2010): two open vowels, or a closed one with an
 * accent mark beside an open one, are two syllables; every other run of vowels is one; an h between vowels changes nothing.
 */
export const spanishSyllables = (word: string): number => {
  const vowels = soundsOf(word).split(/[^aeoáéóiuíúw]+/u).filter(Boolean);
  return Math.max(1, vowels.reduce((sum, run) => sum + nucleiOf(run), 0));
};

/** Silent letters away, a sounded ü as w (never alone a syllable beside a vowel), y as the vowel that it is there. */
const soundsOf = (word: string): string =>
  word.normalize("NFC").toLowerCase()
    .replace(/qu(?=[eiéí])/gu, "q")
    .replace(/gu(?=[eiéí])/gu, "g")
    .replace(/ü/gu, "w")
    .replace(/y(?![aeiouáéíóúw])/gu, "i")
    .replace(/(?<=[aeiouáéíóúw])h(?=[aeiouáéíóúw])/gu, "");

/** Of a run of vowels: each open one is a nucleus, and each accented closed one; closed ones alone make one. */
const nucleiOf = (run: string): number => {
  const strong = run.match(/[aeoáéóíú]/gu)?.length ?? 0;
  const accentedBesideClosed = /^(?:[iuw][íú]|[íú][iuw])$/u.test(run) ? 1 : 0;
  const doubled = run.match(/ii|uu/gu)?.length ?? 0;
  return Math.max(strong, 1, accentedBesideClosed) + (strong === 0 ? doubled : 0);
};
