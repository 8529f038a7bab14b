import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { plain } from "./number.ts";

/** Without 0, 1, I, L, O and U. */
const signs = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const length = 8;

/** Eight signs, "ABCD-2345": 39 bits, and few tries. */
export const newCode = (): string => {
  const code = Array.from({ length }, () => signs[randomInt(signs.length)]).join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};

export const codeHash = (key: string, uid: string, code: string): string => keyed(key, `code:${uid}:${plain(code)}`);

/** In the same time whether there is such a hash or not. */
export const isCode = (key: string, uid: string, code: string, hash: string | null): boolean => {
  const given = Buffer.from(codeHash(key, uid, code), "hex");
  const right = Buffer.from(hash ?? "0".repeat(64), "hex");
  return timingSafeEqual(given, right) && hash !== null;
};

/** What stands for a document, a contact or an address: nobody without the key can try them out. */
export const personHash = (key: string, what: "document" | "email" | "phone" | "address", value: string): string =>
  keyed(key, `${what}:${what === "document" ? plain(value) : value.trim().toLowerCase()}`);

const keyed = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("hex");
