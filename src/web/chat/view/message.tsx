import { clock } from "../dates.ts";
import type { Locale } from "../../../locale.ts";
import type { Choice, Message as Shown } from "../transcript.ts";
import { sayIn, type Say } from "../words.ts";
import { Choices } from "./choices.tsx";
import { RichText } from "./rich-text.tsx";
import { Sources } from "./sources.tsx";

type Props = {
  message: Shown;
  /** The first of several by the same author: who and when are shown. */
  first: boolean;
  current: boolean;
  locale: Locale;
  say: Say;
  onPress: (choice: Choice, locale: Locale) => void;
  onRetry: (key: string) => void;
  onFocus: () => void;
};

/** One message of either side. */
export const Message = ({ message, first, current, locale, say, onPress, onRetry, onFocus }: Props) => {
  const { author, key, at, text, choices, sources, state } = message;
  const spoken = message.locale ?? locale;
  const sayHere = sayIn(spoken);
  return (
    <article
      class={`message ${author}${message.advisor === undefined ? "" : " advisor"}${message.danger ? " danger" : ""}${state === "stored" ? "" : ` ${state}`}`}
      tabIndex={current ? 0 : -1} aria-labelledby={`by-${key}`} data-key={key} onFocus={onFocus}
    >
      <p class={first ? "by" : "by hidden"} id={`by-${key}`}>
        <span>{authorOf(message, say)}</span> <time dateTime={at.toISOString()}>{clock(at, locale)}</time>
      </p>
      <div class="words" {...(author === "bot" ? { lang: spoken } : {})}>
        {author === "bot" ? <RichText text={text} say={sayHere} /> : <p class="own">{text}</p>}
        {message.file !== undefined && <p class="file">{fileLine(message.file, message.href, sayHere)}</p>}
        {sources.length > 0 && <Sources sources={sources} locale={spoken} say={sayHere} />}
      </div>
      {choices.length > 0 && (
        <div lang={spoken}>
          <Choices choices={choices} chosen={message.chosen} open={message.open} say={sayHere} onPress={(choice) => onPress(choice, spoken)} />
        </div>
      )}
      {state === "pending" && <p class="state">{say("message.pending")}</p>}
      {state === "refused" && (
        <p class="state" role="alert">
          {say("message.failed")} <button type="button" class="plain" onClick={() => onRetry(key)}>{say("message.retry")}</button>
        </p>
      )}
    </article>
  );
};

export const authorOf = ({ author, advisor }: Shown, say: Say): string =>
  advisor === undefined ? say(`author.${author}`) : say("author.advisor", { name: advisor });

const fileLine = (name: string, href: string | undefined, say: Say) => {
  const words = say("message.file", { name });
  return href === undefined ? words : <a href={href} download={name}>{words}</a>;
};
