import { useSpeech } from "../speech.ts";

/** Each code opens once when the telephone is not at hand. They are shown this one time. */
export const BackupCodes = ({ codes, onKept }: { codes: string[]; onKept: () => void }) => {
  const { say } = useSpeech();
  return (
    <div class="backup">
      <p>{say("codes.note")}</p>
      <ul class="codes">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      <div class="dialog-buttons">
        <button type="button" class="secondary" onClick={() => print()}>{say("codes.print")}</button>
        <button type="button" class="primary" onClick={onKept}>{say("codes.kept")}</button>
      </div>
    </div>
  );
};
