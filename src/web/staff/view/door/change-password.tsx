import type { Refusal } from "../../api.ts";
import { session } from "../../session.ts";
import { faultWords } from "../../words.ts";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";

type Props = { note: string; onDone?: () => void };

/** The password one has, and the one that one wants, twice. What was just typed at the sign-in is not asked again. */
export const ChangePassword = ({ note, onDone }: Props) => {
  const { say, locale } = useSpeech();
  const known = session.password();
  const { busy, refusal, onSubmit } = useForm(async ({ current = known ?? "", next = "", again }) => {
    if (next !== again) return differ;
    const refused = await session.changePassword(current, next);
    if (!refused) onDone?.();
    return refused;
  });
  return (
    <form onSubmit={onSubmit}>
      <p>{note}</p>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      {known === undefined && <Field label={say("field.current-password")} name="current" type="password" autoComplete="current-password" required />}
      <Field label={say("field.new-password")} hint={say("field.new-password-hint")} name="next" type="password" autoComplete="new-password" minLength={12} required />
      <Field label={say("field.new-password-again")} name="again" type="password" autoComplete="new-password" required />
      <button type="submit" class="primary wide-button" aria-disabled={busy}>{say("door.password.send")}</button>
    </form>
  );
};

const differ: Refusal = { ok: false, status: 422, code: "passwords-differ" };
