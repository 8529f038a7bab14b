import { useState } from "preact/hooks";
import { session } from "../../session.ts";
import { faultWords } from "../../words.ts";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";
import { Door } from "./door.tsx";

/** The second factor: a code of the app, or one of the printed codes. */
export const Code = () => {
  const { say, locale } = useSpeech();
  const [kind, setKind] = useState<"totp" | "backup-code">("totp");
  const { busy, refusal, setRefusal, onSubmit } = useForm(({ code = "" }) => session.giveCode(code.replace(/\s/g, ""), kind));
  const other = kind === "totp" ? "backup-code" : "totp";
  return (
    <Door title={say("door.code.title")}>
      <form onSubmit={onSubmit} key={kind}>
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
        {kind === "totp" ? <AppCode /> : <Field label={say("field.backup-code")} hint={say("field.backup-code-hint")} name="code" autoComplete="off" spellcheck={false} required />}
        <button type="submit" class="primary wide-button" aria-disabled={busy}>{say("door.code.send")}</button>
      </form>
      <p class="door-links">
        <button type="button" class="plain" onClick={() => { setKind(other); setRefusal(undefined); }}>{say(kind === "totp" ? "door.code.use-backup" : "door.code.use-app")}</button>
        <button type="button" class="plain" onClick={session.leaveCode}>{say("door.code.leave")}</button>
      </p>
    </Door>
  );
};

export const AppCode = () => {
  const { say } = useSpeech();
  return <Field label={say("field.code")} hint={say("field.code-hint")} name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]{6,7}" required />;
};
