import { useEffect, useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { Near, ReviewGroup } from "../../contract.ts";
import { faultWords } from "../../words.ts";
import { Dialog } from "../dialog.tsx";
import { Choice, Fault, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { PassageChoice } from "./passage-choice.tsx";

const decisions = ["question", "alias", "not-ours", "dismissed"] as const;
type Given = { decision: (typeof decisions)[number]; locale: "es" | "en"; text: string; word: string; pair: string };

/** What a group of questions becomes: chosen, seen as a change of the files, then decided. */
export const ReviewDialog = ({ group, onDone, onClose }: { group: ReviewGroup; onDone: () => void; onClose: () => void }) => {
  const { say, locale } = useSpeech();
  const [given, setGiven] = useState<Given>({ decision: "question", locale: group.locales[0] ?? "es", text: group.text, word: "", pair: "" });
  const [diff, setDiff] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const set = (change: Partial<Given>) => {
    setDiff(undefined);
    setGiven((before) => ({ ...before, ...change }));
  };
  const send = async (path: string, then: (diff: string) => void) => {
    const got = await call<{ diff: string }>("POST", `review/${path}`, bodyOf(given));
    setRefusal(got.ok ? undefined : got);
    if (got.ok) then(got.value.diff);
  };
  return (
    <Dialog title={group.text} say={say} onClose={onClose} wide>
      <form onSubmit={(event) => { event.preventDefault(); void send(group.id, onDone); }}>
        <Choice
          label={say("review.what")} value={given.decision} options={decisions.map((value) => ({ value, title: say(`review.${value}`) }))}
          onChoose={(value) => set({ decision: value as Given["decision"] })}
        />
        {given.decision !== "dismissed" && <Words group={group} given={given} onChange={set} />}
        {diff !== undefined && <Diff text={diff} />}
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
        <div class="dialog-buttons">
          <button type="button" class="secondary" onClick={onClose}>{say("cancel")}</button>
          {given.decision !== "dismissed" && <button type="button" class="secondary" onClick={() => { void send("preview", setDiff); }}>{say("review.preview")}</button>}
          <button type="submit" class="primary">{say("review.send")}</button>
        </div>
      </form>
    </Dialog>
  );
};

type WordsProps = { group: ReviewGroup; given: Given; onChange: (change: Partial<Given>) => void };

const Words = ({ group, given, onChange }: WordsProps) => {
  const { say } = useSpeech();
  const [near, setNear] = useState<Near[]>([]);
  const offer = (found: Near[]) => {
    setNear(found);
    onChange({ pair: found[0]?.pair ?? "" });
  };
  useEffect(() => {
    void call<{ nearest: Near[] }>("GET", `review/${group.id}`).then((got) => { if (got.ok) offer(got.value.nearest); });
  }, [group.id]);
  const isAlias = given.decision === "alias";
  return (
    <>
      <Choice
        label={say("review.language")} value={given.locale} options={(["es", "en"] as const).map((value) => ({ value, title: say(`language.${value}`) }))}
        onChoose={(value) => onChange({ locale: value as Given["locale"] })}
      />
      <Field
        label={say(isAlias ? "review.alias-text" : "review.text")} name="text" value={given.text} maxLength={isAlias ? 60 : 300} required lang={given.locale}
        onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      {isAlias && <Field label={say("review.word")} name="word" value={given.word} maxLength={60} required onInput={({ currentTarget }) => onChange({ word: currentTarget.value })} />}
      {given.decision === "question" && <PassageChoice near={near} locale={given.locale} pair={given.pair} onFound={offer} onChoose={(pair) => onChange({ pair })} />}
    </>
  );
};

const Diff = ({ text }: { text: string }) => {
  const { say } = useSpeech();
  if (text === "") return <p role="status">{say("review.nothing")}</p>;
  return <pre class="diff" role="region" aria-label={say("review.diff")} tabIndex={0}>{text}</pre>;
};

const bodyOf = ({ decision, locale, text, word, pair }: Given): object => {
  switch (decision) {
    case "question":
      return { decision, locale, text, pair };
    case "alias":
      return { decision, locale, text, word };
    case "not-ours":
      return { decision, locale, text };
    case "dismissed":
      return { decision, locale };
    default:
      return decision satisfies never;
  }
};
