import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Conversation } from "../conversation.ts";
import type { Say } from "../words.ts";
import { FileButton } from "./file-button.tsx";
import { grow } from "./grow.ts";
import { Send } from "./icons.tsx";
import { OutsideLink } from "./outside-link.tsx";

const limit = 4000;
/** The counter appears when so many characters are left. */
const nearEnd = 200;
const spokenAt = [0, 20, 50, 100, 200];
const heaviestMb = 10;

type Props = { say: Say; box: RefObject<HTMLTextAreaElement | null>; conversation: Conversation };

/** Where one writes: Enter sends, Shift+Enter begins a line. */
export const Composer = ({ say, box, conversation }: Props) => {
  const [text, setText] = useState("");
  const [fault, setFault] = useState("");
  useLayoutEffect(() => grow(box.current), [text]);

  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim()) conversation.say(text.trim());
    setText("");
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) submit(event);
  };
  const attach = (file: File) => {
    const heavy = file.size > heaviestMb * 1_000_000;
    setFault(heavy ? say("composer.heavy", { limit: heaviestMb }) : "");
    if (!heavy) conversation.attach(file);
  };
  return (
    <form class="composer" onSubmit={submit}>
      <p class="fault" role="alert">{fault}</p>
      <div class="composer-row">
        <FileButton label={say("composer.attach")} class="attach" onFile={attach} />
        <textarea
          id="say" ref={box} rows={1} value={text} maxLength={limit} enterkeyhint="send"
          aria-label={say("composer.label")} placeholder={say("composer.placeholder")} aria-describedby="composer-note"
          onInput={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" aria-label={say("composer.send")} title={say("composer.send")}>
          <Send /><span class="wide">{say("composer.send")}</span>
        </button>
      </div>
      <div class="composer-foot">
        <p id="composer-note">{say("composer.note")}</p>
        <p><OutsideLink href="/servicios" text={say("composer.services")} say={say} /></p>
        <Counter say={say} left={limit - text.length} />
      </div>
    </form>
  );
};

/** Seen at every letter near the end; spoken only now and then. */
const Counter = ({ say, left }: { say: Say; left: number }) => {
  const passed = spokenAt.find((count) => left <= count);
  const words = (count: number) => (count === 0 ? say("composer.full", { limit }) : say("composer.left", { count }));
  return (
    <>
      <p class="counter" aria-hidden="true">{left <= nearEnd ? words(left) : ""}</p>
      <p class="hidden" role="status">{passed === undefined ? "" : words(passed)}</p>
    </>
  );
};
