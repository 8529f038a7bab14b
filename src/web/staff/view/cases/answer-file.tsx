import { useRef, useState } from "preact/hooks";
import { Attach } from "../../../chat/view/icons.tsx";
import { call, type Refusal } from "../../api.ts";
import type { CaseDetail } from "../../cases/contract.ts";
import { faultWords } from "../../words.ts";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import type { Outcome } from "./done-words.ts";

const types = "image/jpeg,image/png,image/webp,application/pdf,audio/ogg,audio/mpeg,audio/mp4";
const heaviestMb = 10;

/** Sends a file with the answer; what it is, the service reads from its bytes. */
export const AnswerFile = ({ one, onDone }: { one: CaseDetail; onDone: (deed: string, outcome: Outcome) => void }) => {
  const { say, locale } = useSpeech();
  const picker = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    if (file.size > heaviestMb * 1024 * 1024) return setRefusal({ ok: false, status: 413, code: "case-file-too-large" });
    const sent = await call<Outcome>("POST", `cases/${one.id}/attach?${new URLSearchParams({ name: file.name })}`, file);
    setRefusal(sent.ok ? undefined : sent);
    if (sent.ok) onDone("attach", {});
  };
  return (
    <div class="answer-file">
      <input ref={picker} type="file" accept={types} hidden onChange={({ currentTarget }) => { void send(currentTarget); }} />
      <button type="button" class="secondary" onClick={() => picker.current?.click()}><Attach />{say("draft.attach")}</button>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
    </div>
  );
};
