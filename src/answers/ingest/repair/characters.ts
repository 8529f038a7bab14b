/** Ligatures, hidden marks, odd spaces and control characters of one line; tabs stay. */
export const cleanCharacters = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu, "")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ue000-\uf8ff]/g, "");

const tags = /<\/?(?:p|b|i|u|br|em|strong|span|div|font|sup|sub)\b[^<>]*>/gi;

/** A line without the marks of other formats that were left in it: tags, bold, links. The target of a link is lost. */
export const withoutMarks = (text: string): string =>
  text
    .replace(tags, " ")
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/<((?:https?:|mailto:)[^<>\s]+)>/g, "$1")
    .replace(/\*{2,}|(?<!\p{L})__|__(?!\p{L})/gu, "")
    .replace(/(?<![\p{L}\p{N}*])\*(\S[^*]*\S)\*(?![\p{L}\p{N}*])/gu, "$1");

export const oneSpaced = (text: string): string => text.replace(/\s+/g, " ").trim();
