import { useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import { faultWords } from "../../words.ts";
import { Dialog } from "../dialog.tsx";
import { Fault, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";

type Given = { day: string; norm: string; es: string; en: string };

/** A new civic day: first it says how many deadlines move, then it is confirmed. */
export const CivicDialog = ({ onDone, onClose }: { onDone: (moved: number) => void; onClose: () => void }) => {
  const { say, locale } = useSpeech();
  const [given, setGiven] = useState<Given>({ day: "", norm: "", es: "", en: "" });
  const [moves, setMoves] = useState<number>();
  const [refusal, setRefusal] = useState<Refusal>();
  const set = (change: Partial<Given>) => {
    if (change.day !== undefined) setMoves(undefined);
    setGiven((before) => ({ ...before, ...change }));
  };
  const look = async () => {
    const seen = await call<{ moves: number }>("POST", "cases/civic/preview", { day: given.day });
    setRefusal(seen.ok ? undefined : seen);
    if (seen.ok) setMoves(seen.value.moves);
  };
  const add = async () => {
    const added = await call<{ moved: number }>("POST", "cases/civic", given);
    setRefusal(added.ok ? undefined : added);
    if (added.ok) onDone(added.value.moved);
  };
  const box = (name: "norm" | "es" | "en", label: string, hint?: string) => (
    <Field
      label={label} name={name} value={given[name]} maxLength={300} required autoComplete="off" {...(hint ? { hint } : {})}
      {...(name === "norm" ? {} : { lang: name })} onInput={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  );
  return (
    <Dialog title={say("civic.add")} say={say} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); void (moves === undefined ? look() : add()); }}>
        <Field label={say("civic.day")} name="day" type="date" value={given.day} required onChange={({ currentTarget }) => set({ day: currentTarget.value })} />
        {box("norm", say("civic.norm"), say("civic.norm-hint"))}
        {box("es", say("civic.reason-es"))}
        {box("en", say("civic.reason-en"))}
        <p role="status" class={moves === undefined ? "hidden" : "note"}>{moves !== undefined && (moves === 0 ? say("civic.moves-none") : say("civic.moves", { count: moves }))}</p>
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
        <div class="dialog-buttons">
          <button type="button" class="secondary" onClick={onClose}>{say("cancel")}</button>
          <button type="submit" class="primary">{say(moves === undefined ? "civic.look" : "civic.confirm")}</button>
        </div>
      </form>
    </Dialog>
  );
};
