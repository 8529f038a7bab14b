/** Text as it is checked: one form of each character, nothing invisible, one space between words. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu, "")
    .replace(/[’‘´`]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

/** Lower case without accents, of the same length as `plain` text where that is composed. */
export const flat = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The sentences and list items of a text. */
export const unitsOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .flatMap((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, "").replaceAll("**", "").split(/(?<=[.!?…;])\s+(?=["'¿¡(]?[\p{Lu}\p{N}])/u))
    .map(plain)
    .filter((unit) => /[\p{L}\p{N}]/u.test(unit));

const joints = /\s*[;:()—–]\s*|,\s+|\.\s+|\s+(?:y|e|o|u|pero|sino|aunque|porque|mientras|and|or|but|although|because|while)\s+/iu;

/** The clauses of a sentence. A comma inside a number parts nothing. */
export const clausesOf = (sentence: string): string[] =>
  sentence.split(joints).map((clause) => clause.trim()).filter((clause) => /[\p{L}\p{N}]/u.test(clause));
