import { useId, useLayoutEffect, useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { CaseDetail } from "../../cases/contract.ts";
import { keepHere, keptHere } from "../../desk/kept.ts";
import { faultWords } from "../../words.ts";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import type { Outcome } from "./done-words.ts";
import { Files } from "./files.tsx";
import { AnswerFile } from "./answer-file.tsx";
import { TemplateChoice } from "./template-choice.tsx";

const most = 20_000;

type Props = { one: CaseDetail; onDone: (deed: string, outcome: Outcome) => void; onRefused: (why: Refusal) => void };

/** Where the answer is written. What was not kept yet survives a reload of the tab. */
export const DraftForm = ({ one, onDone, onRefused }: Props) => {
  const { say, locale } = useSpeech();
  const id = useId();
  const last = one.drafts.at(-1);
  const [text, setText] = useState(() => keptHere(`case-${one.id}`) || (last?.text ?? ""));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  useLayoutEffect(() => keepHere(`case-${one.id}`, text === last?.text ? "" : text), [text]);
  const send = async (deed: "draft" | "ask-review") => {
    if (busy || !text.trim()) return;
    setBusy(true);
    const refused = await keep(one, text.trim(), deed);
    setBusy(false);
    const stale = refused?.status === 409;
    setRefusal(stale ? undefined : refused);
    if (stale) onRefused(refused);
    if (refused) return;
    keepHere(`case-${one.id}`, "");
    onDone(deed, {});
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void send("draft"); }}>
      {last?.state === "returned" && last.review && <p class="note">{say("draft.returned", { name: last.review.by, reason: last.review.reason ?? "" })}</p>}
      <TemplateChoice spoken={one.locale} onChoose={(template) => setText((before) => (before.trim() ? `${before.trimEnd()}\n\n${template}` : template))} />
      <p class="field">
        <label for={id}>{say("draft.title")}</label>
        <textarea
          id={id} class="draft-text" name="text" rows={10} maxLength={most} lang={one.locale} value={text} aria-describedby={`${id}-hint`}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <span class="hint" id={`${id}-hint`}>{say("draft.label")}. {text.includes("…") && say("draft.holes")}</span>
      </p>
      <Files one={one} side="answer" />
      <AnswerFile one={one} onDone={onDone} />
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <div class="dialog-buttons">
        <button type="submit" class="secondary" aria-disabled={busy || !text.trim()}>{say("draft.save")}</button>
        <button type="button" class="primary" aria-disabled={busy || !text.trim()} onClick={() => { void send("ask-review"); }}>{say("draft.to-review")}</button>
      </div>
    </form>
  );
};

/** Keeps the words unless they are kept as they are, then passes them on where that is wanted. */
const keep = async ({ id, drafts }: CaseDetail, text: string, deed: "draft" | "ask-review"): Promise<Refusal | undefined> => {
  const last = drafts.at(-1);
  if (deed === "draft" || last?.state !== "draft" || last.text !== text) {
    const kept = await call("POST", `cases/${id}/draft`, { text });
    if (!kept.ok) return kept;
  }
  if (deed === "draft") return undefined;
  const asked = await call("POST", `cases/${id}/ask-review`, {});
  return asked.ok ? undefined : asked;
};
