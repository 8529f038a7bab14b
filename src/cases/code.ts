import { createHmac, randomInt, timingSafeEqual } from "node:crypto";

/** No two of these look or sound alike when written by hand: no 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, no vowel that makes words. */
const signs = "34679CDFHJKMNPQRTVWXY";
/** 21 signs at 12 places: 52.7 bits. */
const length = 12;

/** A code to follow a case with: `XXXX-XXXX-XXXX`. */
export const newCode = (): string =>
  Array.from({ length }, () => signs[randomInt(signs.length)]!).join("").replace(/(.{4})(?=.)/g, "$1-");

/** What is kept of a code, however it was typed. */
export const hashCode = (secret: string, code: string): string =>
  createHmac("sha256", secret).update(`code:${code.toUpperCase().replace(/[^A-Z0-9]/g, "")}`).digest("hex");

/** Whether a typed code is the one whose hash is kept; takes as long when there is none. */
export const isCode = (secret: string, typed: string, kept: string | undefined): boolean => {
  const nobodys = hashCode(secret, "");
  const same = timingSafeEqual(Buffer.from(hashCode(secret, typed), "hex"), Buffer.from(kept ?? nobodys, "hex"));
  return same && kept !== undefined;
};

/** What opens the receipt of a case: whoever has the address has it. */
export const receiptToken = (secret: string, radicado: string): string =>
  createHmac("sha256", secret).update(`receipt:${radicado}`).digest("hex").slice(0, 32);

export const isReceiptToken = (secret: string, radicado: string, token: string): boolean => {
  const expected = Buffer.from(receiptToken(secret, radicado));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

/** Finds the cases of one person without keeping their document twice. */
export const personLikeness = (secret: string, document: string): string =>
  createHmac("sha256", secret).update(`person:${document.toUpperCase().replace(/[^A-Z0-9]/g, "")}`).digest("hex");
