import { preferences } from "../../preferences.ts";
import { useStore } from "../../store.ts";
import { Dialog } from "../dialog.tsx";
import { useSpeech } from "../speech.ts";
import { shortcuts } from "./shortcuts.ts";

export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => {
  const { say } = useSpeech();
  const { shortcuts: on } = useStore(preferences);
  return (
    <Dialog title={say("keys.title")} say={say} onClose={onClose}>
      <dl class="keys">
        {shortcuts.map(({ keys, deed }) => (
          <div key={deed}>
            <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{say(`keys.${deed}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="check">
        <input id="keys-on" type="checkbox" checked={on} onChange={({ currentTarget }) => { preferences.set({ shortcuts: currentTarget.checked }); }} />
        <label for="keys-on">{say("keys.on")}</label>
      </p>
    </Dialog>
  );
};
