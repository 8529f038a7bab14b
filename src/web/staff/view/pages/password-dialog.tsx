import { Dialog } from "../dialog.tsx";
import { useSpeech } from "../speech.ts";

export type Given = { name: string; password: string };

/** A start password, shown this one time. */
export const PasswordDialog = ({ given, onClose }: { given: Given; onClose: () => void }) => {
  const { say } = useSpeech();
  return (
    <Dialog title={say("start-password.title", { name: given.name })} say={say} onClose={onClose}>
      <p>{say("start-password.note")}</p>
      <p class="secret"><code>{given.password}</code></p>
      <div class="dialog-buttons"><button type="button" class="primary" onClick={onClose}>{say("start-password.done")}</button></div>
    </Dialog>
  );
};
