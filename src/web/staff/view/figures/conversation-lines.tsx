import type { Locale } from "../../../../locale.ts";
import { RichText } from "../../../chat/view/rich-text.tsx";
import type { ConversationTold } from "../../figures/contract.ts";
import { dateAndTime } from "../dates.ts";
import { useSpeech } from "../speech.ts";

/** What was said, redacted; what is not shown says why. */
export const ConversationLines = ({ lines, locale: spoken }: { lines: ConversationTold["lines"]; locale: Locale }) => {
  const { say, locale } = useSpeech();
  return (
    <ol class="redacted">
      {lines.map(({ from, at, text, hidden, sources }, number) => (
        <li key={number} class={`redacted-line ${from}`}>
          <p class="hint">{say(`figures.from-whom.${from}`)} · {dateAndTime(at, locale)}</p>
          {text === null ? <p class="quiet-words">{say(`figures.hidden.${hidden ?? "none"}`)}</p> : <div lang={spoken}>{from === "bot" ? <RichText text={text} say={say} /> : <p class="own">{text}</p>}</div>}
          {sources && sources.length > 0 && <p class="hint">{say("figures.sources", { sources: sources.join("; ") })}</p>}
        </li>
      ))}
    </ol>
  );
};
