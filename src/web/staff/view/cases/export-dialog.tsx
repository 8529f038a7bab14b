import { useState } from "preact/hooks";
import { isoDay } from "../dates.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";

/** The cases of a span of days, as a table or for another system. */
export const ExportDialog = ({ onClose }: { onClose: () => void }) => {
  const { say } = useSpeech();
  const [from, setFrom] = useState(() => isoDay(29));
  const [to, setTo] = useState(() => isoDay());
  const address = (ending: string) => `/staff/api/cases/export.${ending}?${new URLSearchParams({ from, to })}`;
  return (
    <Dialog title={say("export.title")} say={say} onClose={onClose}>
      <p class="field">{say("export.note")}</p>
      <Field label={say("export.from")} type="date" value={from} max={to} required onChange={({ currentTarget }) => currentTarget.value && setFrom(currentTarget.value)} />
      <Field label={say("export.to")} type="date" value={to} min={from} required onChange={({ currentTarget }) => currentTarget.value && setTo(currentTarget.value)} />
      <div class="dialog-buttons">
        <a class="secondary" href={address("json")} download>{say("export.json")}</a>
        <a class="primary" href={address("csv")} download>{say("export.csv")}</a>
      </div>
    </Dialog>
  );
};
