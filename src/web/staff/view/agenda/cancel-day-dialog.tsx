import { useEffect, useState } from "preact/hooks";
import type { Agenda, DayCancelled } from "../../agenda/contract.ts";
import { shown } from "../../agenda/shown.ts";
import { call, type Refusal } from "../../api.ts";
import { faultWords, type Say } from "../../words.ts";
import { dayWords } from "../cases/days.ts";
import { Dialog } from "../dialog.tsx";
import { Choice, Fault } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";
import { useNames } from "./names.ts";

const reasons = ["flood", "strike", "power", "security", "other"] as const;

type Props = { agenda: Agenda; onDone: (words: string) => void; onClose: () => void };

/** Calls off what is still to come of a day: first says how many people it is about, then asks once. */
export const CancelDayDialog = ({ agenda, onDone, onClose }: Props) => {
  const { say, locale } = useSpeech();
  const { office, counter: counterName } = useNames();
  const [counter, setCounter] = useState(shown.state().counter);
  const [reason, setReason] = useState<string>(reasons[0]);
  const given = { day: agenda.from, reason, ...(counter ? { counter } : {}) };
  const { preview, unseen } = usePreview(agenda, counter);
  const { busy, refusal, onSubmit } = useForm(async () => {
    if (!preview) return undefined;
    const done = await call<DayCancelled>("POST", `agenda/${agenda.office}/cancel-day`, given);
    if (!done.ok) return done;
    onDone(outcomeWords("done.cancel", done.value, say));
  });
  const fault = refusal ?? unseen;
  const counters = [{ value: "", title: say("agenda.all-counters") }, ...office.counters.map(({ id }) => ({ value: id, title: counterName(id) }))];
  return (
    <Dialog title={say("agenda.plan.cancel-title", { day: dayWords(agenda.from, locale) })} say={say} onClose={onClose}>
      <form onSubmit={onSubmit}>
        <Choice label={say("agenda.reason.label")} value={reason} options={reasons.map((value) => ({ value, title: say(`agenda.reason.${value}`) }))} onChoose={setReason} />
        {office.counters.length > 1 && <Choice label={say("agenda.counter")} value={counter} options={counters} onChoose={setCounter} />}
        <p role="status" class={preview ? "note" : "hint"}>
          {preview ? outcomeWords("told.preview", preview, say) : say("loading")}
        </p>
        <Fault>{fault && faultWords(fault, locale)}</Fault>
        <div class="dialog-buttons">
          <button type="button" class="secondary" onClick={onClose}>{say("agenda.plan.keep-day")}</button>
          <button type="submit" class="primary" aria-disabled={busy || !preview}>{say("agenda.plan.cancel-send")}</button>
        </div>
      </form>
    </Dialog>
  );
};

/** What would happen; the reason changes nothing of it. */
const usePreview = ({ office, from }: Agenda, counter: string) => {
  const [preview, setPreview] = useState<DayCancelled>();
  const [unseen, setUnseen] = useState<Refusal>();
  useEffect(() => {
    let current = true;
    setPreview(undefined);
    void call<DayCancelled>("POST", `agenda/${office}/cancel-day/preview`, { day: from, reason: reasons[0], ...(counter ? { counter } : {}) }).then((seen) => {
      if (!current) return;
      setPreview(seen.ok ? seen.value : undefined);
      setUnseen(seen.ok ? undefined : seen);
    });
    return () => { current = false; };
  }, [office, from, counter]);
  return { preview, unseen };
};

/** How many are told, for how many another opening is kept at once, and how many come first on the list. */
const outcomeWords = (when: "told.preview" | "done.cancel", { cancelled, offered }: DayCancelled, say: Say): string => {
  if (cancelled === 0) return say(`agenda.${when}-none`);
  const counted = [["", cancelled], ["-kept", offered], ["-first", cancelled - offered]] as const;
  return counted.filter(([, count]) => count > 0).map(([what, count]) => say(`agenda.${when}${what}`, { count })).join(" ");
};
