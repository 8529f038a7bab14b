/**
 * The number of a case: office, year, sequence and two check letters, `PQR-2026-000123-KT`. Figures stand only where
 * figures belong and the letters at the end are consonants without look-alikes of one another, so O typed for 0 is read.
 */
export const radicadoShape = /^([A-Z]{2,4})-(\d{4})-(\d{6})-([BCDFGHJKMNPQRSTVWXYZ]{2})$/;

/** Writes a radicado with its check. Throws when the sequence does not fit its six figures. */
export const writeRadicado = (prefix: string, year: number, sequence: number): string => {
  const body = `${prefix}-${year}-${String(sequence).padStart(6, "0")}`;
  const written = `${body}-${checkOf(body)}`;
  if (!radicadoShape.test(written)) throw new Error(`radicado: "${written}" is none; the prefix has 2 to 4 letters, the sequence at most six figures`);
  return written;
};

const letters = "BCDFGHJKMNPQRSTVWXYZ";

/** The greatest prime below 20 × 20. No sign's value, nor a difference of two, is a multiple of it. */
const modulus = 397;

/** The check of `PQR-2026-000123`: the number that its signs are in base 36, modulo a prime, so that one wrong sign or two that changed places never give the same. */
const checkOf = (body: string): string => {
  const value = [...body.replaceAll("-", "")].reduce((sum, sign) => (sum * 36 + Number.parseInt(sign, 36)) % modulus, 0);
  return letters[Math.floor(value / 20)]! + letters[value % 20]!;
};

const typed = /(?<![a-z0-9])([a-z]{2,4})[\s.\-–/]*([0-9oil]{4})[\s.\-–/]*([0-9oil]{6})[\s.\-–/]*([a-z0-9]{2})(?![a-z0-9])/g;

/** The first radicado in a text in lower case without accents, however it is typed: "pqr 2026 000123 kt", with O for 0. */
export const findRadicado = (flat: string): { value: string; start: number; end: number } | null => {
  for (const match of flat.matchAll(typed)) {
    const [whole, prefix, year, sequence, check] = match as unknown as [string, string, string, string, string];
    const body = `${prefix.toUpperCase()}-${figures(year)}-${figures(sequence)}`;
    if (consonants(check) !== checkOf(body)) continue;
    return { value: `${body}-${checkOf(body)}`, start: match.index, end: match.index + whole.length };
  }
  return null;
};

const figures = (text: string): string => text.replaceAll("o", "0").replace(/[il]/g, "1");

/** A figure among the letters is the letter that it looks like. */
const consonants = (text: string): string => text.toUpperCase().replaceAll("8", "B").replaceAll("5", "S").replaceAll("2", "Z").replaceAll("6", "G");
