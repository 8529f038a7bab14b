import { useState } from "preact/hooks";
import type { Refusal } from "../../api.ts";
import type { Me } from "../../contract.ts";
import { session } from "../../session.ts";
import { faultWords } from "../../words.ts";
import { BackupCodes } from "../door/backup-codes.tsx";
import { ChangePassword } from "../door/change-password.tsx";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";
import { Sheet } from "./sheet.tsx";

/** One's own account: who one is here, the password, new printed codes. */
export const AccountPage = ({ me }: { me: Me }) => {
  const { say } = useSpeech();
  const [done, setDone] = useState(false);
  return (
    <Sheet title={say("page.account")}>
      <dl class="facts">
        <div><dt>{say("field.name")}</dt><dd>{me.name}</dd></div>
        <div><dt>{say("field.email")}</dt><dd>{me.email}</dd></div>
        <div><dt>{say("field.role")}</dt><dd>{say(`role.${me.role}`)}</dd></div>
        <div><dt>{say("field.languages")}</dt><dd>{me.locales.map((locale) => say(`language.${locale}`)).join(", ")}</dd></div>
      </dl>
      <section class="part narrow-part">
        <h2>{say("account.password")}</h2>
        {done ? <p role="status">{say("account.password-done")}</p> : <ChangePassword note={say("account.password-note")} onDone={() => setDone(true)} />}
      </section>
      {me.twoFactor && <NewCodes />}
    </Sheet>
  );
};

const NewCodes = () => {
  const { say, locale } = useSpeech();
  const [codes, setCodes] = useState<string[]>();
  const { busy, refusal, onSubmit } = useForm(async ({ password = "" }): Promise<Refusal | undefined> => {
    const made = await session.newBackupCodes(password);
    if (!made.ok) return made;
    setCodes(made.value.backupCodes);
  });
  return (
    <section class="part narrow-part">
      <h2>{say("account.codes")}</h2>
      {codes ? <BackupCodes codes={codes} onKept={() => setCodes(undefined)} /> : (
        <form onSubmit={onSubmit}>
          <p>{say("account.codes-note")}</p>
          <Fault>{refusal && faultWords(refusal, locale)}</Fault>
          <Field label={say("field.current-password")} name="password" type="password" autoComplete="current-password" required />
          <button type="submit" class="primary" aria-disabled={busy}>{say("account.codes-send")}</button>
        </form>
      )}
    </section>
  );
};
