import type { Reply, SourceShown } from "../conversation/message.ts";
import type { Locale } from "../locale.ts";
import type { Texts } from "../text.ts";

/** A reply as one text with its sources below, for clients that draw nothing but text. */
export const withSources = (texts: Texts, { text, sources, locale }: Reply): string =>
  [text, ...sources.map((source) => sourceLine(texts, source, locale))].join("\n\n");

/** The same with the name of the person who wrote it before, for chats that show one sender only. */
export const withName = (texts: Texts, reply: Reply): string =>
  reply.name === undefined ? withSources(texts, reply) : `**${reply.name}:** ${withSources(texts, reply)}`;

const sourceLine = (texts: Texts, { title, url, published }: SourceShown, locale: Locale): string => {
  const linked = url ? `[${title}](${url})` : title;
  return published
    ? texts.text("answer.source.dated", locale, { title: linked, published })
    : texts.text("answer.source.undated", locale, { title: linked });
};
