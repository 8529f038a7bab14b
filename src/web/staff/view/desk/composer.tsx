import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { FileButton } from "../../../chat/view/file-button.tsx";
import { grow } from "../../../chat/view/grow.ts";
import { Send } from "../../../chat/view/icons.tsx";
import type { Ticket } from "../../contract.ts";
import type { Desk } from "../../desk/desk.ts";
import { keepHere, keptHere } from "../../desk/kept.ts";
import { Fault } from "../field.tsx";
import { Book } from "../icons.tsx";
import { useSpeech } from "../speech.ts";

const limit = 4000;
const heaviestMb = 10;
const types = "image/jpeg,image/png,image/webp,application/pdf,audio/ogg,audio/mpeg,video/mp4";
const typingEveryMs = 4_000;

type Props = { desk: Desk; ticket: Ticket; focus: boolean; onCanned: () => void };

/** Where an advisor writes: Enter sends, Shift+Enter begins a line. What was not sent is kept with its conversation. */
export const Composer = ({ desk, ticket, focus, onCanned }: Props) => {
  const { say } = useSpeech();
  const [text, setText] = useState(() => keptHere(`draft-${ticket.id}`));
  const [heavy, setHeavy] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const told = useRef(0);
  useLayoutEffect(() => grow(box.current), [text]);
  useLayoutEffect(() => { if (focus) box.current?.focus(); }, [focus]);
  useLayoutEffect(() => keepHere(`draft-${ticket.id}`, text), [text]);

  const write = (next: string) => {
    setText(next);
    if (!next || Date.now() - told.current < typingEveryMs) return;
    told.current = Date.now();
    desk.typing(ticket.id);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim()) desk.say(ticket.id, text.trim());
    setText("");
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) submit(event);
    if (event.key === "Escape") document.querySelector<HTMLElement>(".log")?.focus();
  };
  const attach = (file: File) => {
    setHeavy(file.size > heaviestMb * 1_000_000);
    if (file.size <= heaviestMb * 1_000_000) desk.attach(ticket.id, file);
  };
  return (
    <form class="composer" onSubmit={submit}>
      <Fault>{heavy && say("composer.heavy", { limit: heaviestMb })}</Fault>
      <label class="hidden" for="reply">{say("composer.label", { language: say(`language.${ticket.locale}`) })}</label>
      <textarea
        id="reply" ref={box} rows={2} value={text} maxLength={limit} enterkeyhint="send" aria-describedby="reply-hint" lang={ticket.locale}
        placeholder={say("composer.label", { language: say(`language.${ticket.locale}`) })}
        onInput={({ currentTarget }) => write(currentTarget.value)} onKeyDown={onKeyDown}
      />
      <div class="composer-tools">
        <FileButton label={say("composer.attach")} class="icon-button" accept={types} onFile={attach} />
        <button type="button" class="secondary" onClick={onCanned}><Book />{say("canned.open")}</button>
        <p class="hint" id="reply-hint">{say("composer.hint")}</p>
        <button type="submit" class="primary send"><Send />{say("composer.send")}</button>
      </div>
    </form>
  );
};
