import type { Locale } from "../locale.ts";
import { asksForChannel } from "./commands/channel.ts";
import { findCorrection } from "./commands/correction.ts";
import { askedLanguage } from "./commands/language.ts";
import { courtesy, groups, phrases } from "./commands/phrases.ts";
import { compilePhrases } from "./phrases.ts";
import { wordsIn } from "./spoken.ts";
import type { Command } from "./types.ts";

/**
 * The command that a message is, in either language, or undefined. A command is the whole message: "volver" is
 * `back`, "quiero volver a Colombia" is not.
 */
export const findCommand = (text: string): Command | undefined => {
  if (text.length > longest) return undefined;
  const words = wordsIn(text);
  if (words.length === 0) return findSign(text);
  const bare = withoutCourtesy(words);
  const locale: Locale | undefined = askedLanguage(words) ?? askedLanguage(bare);
  if (locale) return { name: "language", locale };
  if (asksForChannel(words) || asksForChannel(bare)) return { name: "channel" };
  const plain = findPlain(words) ?? findPlain(bare);
  if (plain) return { name: plain };
  const correction = findCorrection(text);
  return correction === undefined ? undefined : { name: "correct", words: correction };
};

const longest = 300;

/** A message without words: "???", or a thumb. */
const findSign = (text: string): Command | undefined => {
  if (/^\s*[?¿]+\s*$/u.test(text)) return { name: "confused" };
  return /^(?:\s|👍|👌|✅|🙏|🙂|😊|\p{Emoji_Modifier}|\uFE0F)+$/u.test(text) && text.trim() !== "" ? { name: "okay" } : undefined;
};

const findPlain = (words: string[]) => compiled.find(({ all }) => all.isAll(words))?.name;

const withoutCourtesy = (words: string[]): string[] => {
  let bare = words;
  for (let taken = polite.start(bare); taken > 0 && taken < bare.length; taken = polite.start(bare)) bare = bare.slice(taken);
  for (let taken = politeEnd.start(bare.toReversed()); taken > 0 && taken < bare.length; taken = politeEnd.start(bare.toReversed())) {
    bare = bare.slice(0, bare.length - taken);
  }
  return bare;
};

const polite = compilePhrases(courtesy);
const politeEnd = compilePhrases(courtesy.map((phrase) => phrase.split(" ").toReversed().join(" ")));

/** From the most telling to the vaguest: what fits several is the first. */
const order = [
  "cancel", "restart", "menu", "back", "repeat", "person", "video", "help", "skip", "resume", "chitchat", "greeting",
  "goodbye", "thanks", "okay", "confused", "insult",
] as const;

const compiled = order.map((name) => ({ name, all: compilePhrases(phrases[name], groups) }));
