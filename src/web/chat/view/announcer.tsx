import type { Locale } from "../../../locale.ts";
import type { Message } from "../transcript.ts";
import { plainText } from "../markdown.ts";
import { sayIn } from "../words.ts";
import { authorOf } from "./message.tsx";

/** Speaks what is new, once: the answers since the citizen's last words, and which choice was taken. */
export const Announcer = ({ messages, locale }: { messages: Message[]; locale: Locale }) => {
  const since = messages.map(({ author }) => author).lastIndexOf("citizen");
  const pressed = messages.slice(0, Math.max(0, since)).filter(({ author }) => author === "bot").at(-1);
  const title = pressed?.choices.find(({ value }) => value === pressed.chosen)?.title;
  return (
    <div class="hidden" aria-live="polite" aria-relevant="additions">
      {pressed?.fresh && title && <p key={`chosen ${pressed.key}`}>{`${title}, ${sayIn(locale)("choices.chosen")}`}</p>}
      {messages.slice(since + 1).filter(({ author, fresh }) => author === "bot" && fresh).map((message) => (
        <p key={message.key} lang={message.locale ?? locale}>{spoken(message, message.locale ?? locale)}</p>
      ))}
    </div>
  );
};

const spoken = (message: Message, locale: Locale): string => {
  const { text, sources, choices } = message;
  const say = sayIn(locale);
  return [
    `${authorOf(message, say)}: ${plainText(text)}`,
    ...(sources.length > 0 ? [`${say(sources.length === 1 ? "source.one" : "source.many")}: ${sources.map(({ title }) => title).join("; ")}`] : []),
    ...(choices.length > 0 ? [say("choices.announce", { choices: choices.map(({ title }) => title).join("; ") })] : []),
  ].join(". ");
};
