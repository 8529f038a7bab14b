import { useLayoutEffect, useRef } from "preact/hooks";
import type { Say } from "../words.ts";

type Props = { say: Say; open: boolean; onConfirm: () => void; onClose: () => void };

/** Asks before the conversation is put away. */
export const RestartDialog = ({ say, open, onConfirm, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  // Closing gives the focus back to the button; only then may it go elsewhere.
  const confirm = () => {
    dialog.current?.close();
    onConfirm();
  };
  return (
    <dialog ref={dialog} aria-labelledby="restart-ask" aria-describedby="restart-detail" onClose={onClose}>
      <h2 id="restart-ask">{say("restart.ask")}</h2>
      <p id="restart-detail">{say("restart.detail")}</p>
      <div class="dialog-buttons">
        <button type="button" class="secondary" onClick={() => dialog.current?.close()}>{say("restart.stay")}</button>
        <button type="button" class="primary" onClick={confirm}>{say("restart.confirm")}</button>
      </div>
    </dialog>
  );
};
