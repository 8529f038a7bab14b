import { flat } from "./flat.ts";
import type { Found } from "./validator.ts";

/** Takes a found value out of a text, leaving a separator. */
export const blank = (text: string, { start, end }: Found): string => `${text.slice(0, start)} , ${text.slice(end)}`;

/** What is left of a message when its values are taken out, without the words that only introduced them. */
export const leftOver = (text: string): string => {
  const parts = text.split(/[,;\n]+/).map(bare);
  return parts.filter(Boolean).join(", ");
};

const bare = (part: string): string => {
  let rest = part.trim();
  for (let before = ""; before !== rest;) {
    before = rest;
    const end = trailing.exec(flat(rest))?.index;
    if (end !== undefined) rest = rest.slice(0, end).trim();
    if (onlyIntroduction.test(flat(rest))) rest = "";
  }
  return rest;
};

const label = "(?:correo|correo electronico|e-?mail|mail|telefono|tel|cel|celular|movil|whatsapp|numero|phone|mobile|cell|number|documento|cedula|document|id|nombre|name|ciudad|city|fecha|date)";
const trailing = new RegExp(`(?:^|\\s)(?:(?:y|e|and|con|with|mi|my|el|the|es|is|de|of|su|por|al|at|en|in|i|me|vivo|resido|estoy|live|living|${label})\\s*[:.=-]?\\s*)+$`);
const onlyIntroduction = new RegExp(`^(?:[\\s.:=-]|y\\b|e\\b|and\\b|mi\\b|my\\b|el\\b|la\\b|the\\b|es\\b|is\\b|de\\b|of\\b|en\\b|in\\b|i\\b|vivo\\b|resido\\b|estoy\\b|live\\b|am\\b|${label}\\b)*$`);
