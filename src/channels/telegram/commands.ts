import { locales, type Locale } from "../../locale.ts";
import type { Texts } from "../../text.ts";

/** What can be asked by a slash command, in the order of Telegram's menu: a choice of `conversation/handlers/chosen.ts`. */
const commands = {
  menu: "flow:welcome",
  tramites: "flow:find-tramite",
  appointment: "flow:book-appointment",
  case: "flow:file-case",
  contact: "flow:contact",
  language: "flow:language",
  person: "person",
  help: "command:help",
  cancel: "command:cancel",
  channel: "command:channel",
} as const;

/** The word of a slash command → what it does, and the language of the word when only one has it. */
export type CommandTable = Record<string, { choice: string; locale?: Locale }>;

/** Citizens may use the words of either language. */
export const commandTable = (texts: Texts): CommandTable => {
  const table: CommandTable = {};
  for (const [name, choice] of Object.entries(commands)) {
    const words = locales.map((locale) => ({ locale, word: texts.text(`channel.telegram.${name}.command`, locale) }));
    const shared = words.every(({ word }) => word === words[0]?.word);
    for (const { word, locale } of words) table[word] = { choice, ...(shared ? {} : { locale }) };
  }
  return table;
};

/** Telegram's menu, for everybody and for each language. */
export type CommandList = { language?: Locale; commands: { command: string; description: string }[] };

export const commandLists = (texts: Texts): CommandList[] => {
  const list = (locale: Locale) =>
    Object.keys(commands).map((name) => ({
      command: texts.text(`channel.telegram.${name}.command`, locale),
      description: texts.text(`channel.telegram.${name}.description`, locale),
    }));
  return [{ commands: list("es") }, ...locales.map((language) => ({ language, commands: list(language) }))];
};
