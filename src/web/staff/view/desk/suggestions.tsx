import { afterRender } from "../../../chat/view/after-render.ts";
import { RichText } from "../../../chat/view/rich-text.tsx";
import { Sources } from "../../../chat/view/sources.tsx";
import type { Locale } from "../../../../locale.ts";
import type { Suggestion } from "../../contract.ts";
import type { OpenTicket } from "../../desk/open-ticket.ts";
import { sayIn } from "../../words.ts";
import { useSpeech } from "../speech.ts";
import { insertInReply } from "./focus.ts";

type Props = { open: OpenTicket; canUse: boolean; onUse: () => void };

/** What the knowledge says to the citizen's last words. A press puts it into the box; the advisor decides what is sent. */
export const Suggestions = ({ open, canUse, onUse }: Props) => {
  const { say, locale } = useSpeech();
  const spoken = open.detail?.ticket.locale ?? locale;
  const use = (suggestion: Suggestion) => {
    onUse();
    afterRender(() => insertInReply(withSource(suggestion, spoken)));
  };
  return (
    <section class="part">
      <h2>{say("suggestion.title")}</h2>
      {open.suggestions.length === 0 && <p class="quiet-words">{say("suggestion.none")}</p>}
      {open.suggestions.map((suggestion) => (
        <div class="suggestion" key={suggestion.pair}>
          <div class="words" lang={spoken}><RichText text={suggestion.text} say={say} /></div>
          <Sources sources={suggestion.sources} locale={locale} say={say} />
          {canUse && <button type="button" class="secondary" onClick={() => use(suggestion)}>{say("suggestion.use")}</button>}
        </div>
      ))}
    </section>
  );
};

const withSource = ({ text, sources }: Suggestion, locale: Locale): string => {
  const [source] = sources;
  return source ? `${text}\n\n${sayIn(locale)("source.one")}: ${[source.title, source.url].filter(Boolean).join(", ")}` : text;
};
