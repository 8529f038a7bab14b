import { useState } from "preact/hooks";
import { call } from "../../api.ts";
import type { Near } from "../../contract.ts";
import { Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";

type Props = { near: Near[]; locale: "es" | "en"; pair: string; onFound: (near: Near[]) => void; onChoose: (pair: string) => void };

/** The passage that a question is to be answered with: one of the nearest, or one that is looked for. */
export const PassageChoice = ({ near, locale, pair, onFound, onChoose }: Props) => {
  const { say } = useSpeech();
  const [words, setWords] = useState("");
  const search = async () => {
    const got = await call<{ passages: Near[] }>("GET", `review/passages?${new URLSearchParams({ q: words, locale })}`);
    if (got.ok) onFound(got.value.passages);
  };
  return (
    <>
      <fieldset>
        <legend>{say("review.passage")}</legend>
        {near.length === 0 && <p class="quiet-words" role="status">{say("review.no-passage")}</p>}
        {near.map((passage) => (
          <p class="check" key={passage.pair}>
            <input id={`near-${passage.pair}`} type="radio" name="pair" value={passage.pair} checked={passage.pair === pair} onChange={() => onChoose(passage.pair)} />
            <label for={`near-${passage.pair}`} lang={passage.locale}>{passage.heading}</label>
          </p>
        ))}
      </fieldset>
      <div class="search-line">
        <Field
          label={say("review.search")} type="search" name="q" value={words} maxLength={300} onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); void search(); } }}
        />
        <button type="button" class="secondary" aria-disabled={!words} onClick={() => { if (words) void search(); }}>{say("review.find")}</button>
      </div>
    </>
  );
};
