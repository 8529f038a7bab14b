import type { Outgoing } from "../../desk/outbox.ts";
import { faultWords } from "../../words.ts";
import { Clock } from "../icons.tsx";
import { useSpeech } from "../speech.ts";

type Props = { outgoing: Outgoing; onRetry: (key: string) => void; onDiscard: (key: string) => void };

/** One's own message until the service shows it back. */
export const Pending = ({ outgoing: { key, text, file, refused }, onRetry, onDiscard }: Props) => {
  const { say, locale } = useSpeech();
  return (
    <article class={`said advisor ${refused ? "refused" : "under-way"}`}>
      <p class="by"><span>{say("author.me")}</span></p>
      <div class="words"><p class="own">{file ? file.name : text}</p></div>
      {refused ? (
        <p class="delivery undeliverable" role="alert">
          {say("message.refused", { why: faultWords({ ok: false, status: 0, code: refused }, locale) })}
          <button type="button" class="plain" onClick={() => onRetry(key)}>{say("message.retry")}</button>
          <button type="button" class="plain" onClick={() => onDiscard(key)}>{say("message.discard")}</button>
        </p>
      ) : <p class="delivery pending"><Clock />{say("delivery.pending")}</p>}
    </article>
  );
};
