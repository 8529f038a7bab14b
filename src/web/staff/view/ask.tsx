import type { ComponentChildren } from "preact";
import type { Refusal } from "../api.ts";
import { faultWords } from "../words.ts";
import { Dialog } from "./dialog.tsx";
import { Fault } from "./field.tsx";
import { useForm } from "./form.ts";
import { useSpeech } from "./speech.ts";

type AskProps = {
  title: string; send: string; children: ComponentChildren;
  onSend: (fields: Record<string, string>) => Promise<Refusal | undefined>; onClose: () => void;
};

/** A question with its answer's fields, and a way out. */
export const Ask = ({ title, send, children, onSend, onClose }: AskProps) => {
  const { say, locale } = useSpeech();
  const { busy, refusal, onSubmit } = useForm(onSend);
  return (
    <Dialog title={title} say={say} onClose={onClose}>
      <form onSubmit={onSubmit}>
        {children}
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
        <div class="dialog-buttons">
          <button type="button" class="secondary" onClick={onClose}>{say("cancel")}</button>
          <button type="submit" class="primary" aria-disabled={busy}>{send}</button>
        </div>
      </form>
    </Dialog>
  );
};
