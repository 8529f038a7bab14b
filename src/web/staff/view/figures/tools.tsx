import { useState } from "preact/hooks";
import { Print } from "../../../chat/view/icons.tsx";
import { call } from "../../api.ts";
import type { Page, SavedViewTold } from "../../figures/contract.ts";
import { queryOf, shown, viewFrom } from "../../figures/shown.ts";
import { useStore } from "../../store.ts";
import { faultWords } from "../../words.ts";
import { Dialog } from "../dialog.tsx";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";

const formats = ["csv", "xlsx", "pdf"] as const;

/** What can be done with what is shown: print it, take it away, keep it. */
export const Tools = ({ page }: { page: Page }) => {
  const { say, locale } = useSpeech();
  const chosen = useStore(shown);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<string>();
  const query = `page=${page}&${queryOf(chosen)}&lang=${locale}`;
  return (
    <div class="figure-tools">
      <span role="status" class="hint">{saved !== undefined && say("figures.view.saved", { name: saved })}</span>
      <div class="filters">
        <div class="toggle" role="group" aria-label={say("figures.export")}>
          {formats.map((format) => <a key={format} class="secondary" href={`/staff/api/figures/export/${format}?${query}`} download>{format.toUpperCase()}</a>)}
        </div>
        <button type="button" class="secondary" onClick={() => setSaving(true)}>{say("figures.view.save")}</button>
        <button type="button" class="secondary" onClick={() => print()}><Print />{say("print")}</button>
      </div>
      {saving && <SaveDialog page={page} onSaved={(name) => { setSaved(name); setSaving(false); }} onClose={() => setSaving(false)} />}
    </div>
  );
};

const SaveDialog = ({ page, onSaved, onClose }: { page: Page; onSaved: (name: string) => void; onClose: () => void }) => {
  const { say, locale } = useSpeech();
  const { busy, refusal, onSubmit } = useForm(async ({ name = "" }) => {
    const kept = await call<SavedViewTold>("POST", "figures/views", { name, view: viewFrom(page, shown.state()) });
    if (!kept.ok) return kept;
    onSaved(kept.value.name);
  });
  return (
    <Dialog title={say("figures.view.save")} say={say} onClose={onClose}>
      <form onSubmit={onSubmit}>
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
        <Field label={say("figures.view.name")} hint={say("figures.view.hint")} name="name" required maxLength={80} />
        <div class="dialog-buttons">
          <button type="button" class="secondary" onClick={onClose}>{say("cancel")}</button>
          <button type="submit" class="primary" disabled={busy}>{say("save")}</button>
        </div>
      </form>
    </Dialog>
  );
};
