import { Refusal } from "../blocks.ts";

/** Bytes of text as text: UTF-8, UTF-16 by its mark, else the Windows page of western Europe. */
export const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded("utf-16be", bytes);
  try {
    return unmangled(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return decoded("windows-1252", bytes);
  }
};

const decoded = (encoding: string, bytes: Uint8Array): string => {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw new Refusal("binary content that is no PDF or DOCX");
  return text;
};

const mangled = /[ÃÂ][\u0080-\u00bf]|â[\u0080-\u00bf€][\u0080-\u00bf\u2019\u201c-\u201e\u2122\u0153]/g;

/** "atenciÃ³n" → "atención", where UTF-8 was once read as western and no right letter would be lost. */
const unmangled = (text: string): string => {
  if ((text.match(mangled)?.length ?? 0) < 3 || /[áéíóúñ¿]/.test(text.replace(mangled, ""))) return text;
  const bytes = Buffer.from(text, "latin1");
  if (bytes.toString("latin1") !== text) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
};
