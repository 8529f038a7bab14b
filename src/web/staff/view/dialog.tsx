import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { Say } from "../words.ts";
import { Cross } from "./icons.tsx";

type Props = { title: string; say: Say; onClose: () => void; wide?: boolean; children: ComponentChildren };

/** Holds the focus while it is there, and gives it back to where it was. */
export const Dialog = ({ title, say, onClose, wide = false, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // At once, and by closing it: the rest of the page is inert until then, and a later effect would take the focus from where it went meanwhile.
  useLayoutEffect(() => {
    const box = dialog.current;
    box?.showModal();
    box?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    return () => box?.close();
  }, []);
  return (
    <dialog ref={dialog} class={wide ? "wide-dialog" : ""} aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={say("close-window")} title={say("close-window")} onClick={() => dialog.current?.close()}>
          <Cross />
        </button>
      </div>
      {children}
    </dialog>
  );
};
