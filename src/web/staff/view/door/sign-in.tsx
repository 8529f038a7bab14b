import { useEffect, useState } from "preact/hooks";
import type { Refusal } from "../../api.ts";
import { session } from "../../session.ts";
import { faultWords } from "../../words.ts";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { useSpeech } from "../speech.ts";
import { Door } from "./door.tsx";

/** E-mail and password, or the agency's own sign-in. */
export const SignIn = ({ ended, oidc }: { ended: boolean; oidc: boolean }) => {
  const { say, locale } = useSpeech();
  const form = useForm(({ email = "", password = "" }) => session.signIn(email, password));
  const [provider, setProvider] = useState<Refusal | undefined>(refusedByProvider);
  useEffect(() => { if (provider) history.replaceState(null, "", location.pathname); }, []);
  const refusal = form.refusal ?? provider;
  return (
    <Door title={say("door.sign-in.title")}>
      {ended && <p class="note" role="status">{say("door.ended")}</p>}
      <form onSubmit={form.onSubmit}>
        <Fault>{refusal && faultWords(refusal, locale)}</Fault>
        <Field label={say("field.email")} name="email" type="email" autoComplete="username" required />
        <Field label={say("field.password")} name="password" type="password" autoComplete="current-password" required />
        <button type="submit" class="primary wide-button" aria-disabled={form.busy}>{say("door.sign-in.send")}</button>
      </form>
      {oidc && (
        <button type="button" class="secondary wide-button" onClick={() => { void session.byProvider().then(setProvider); }}>
          {say("door.sign-in.oidc")}
        </button>
      )}
    </Door>
  );
};

/** The provider sends back with a reason: nobody but its own staff may know which. */
const refusedByProvider = (): Refusal | undefined =>
  new URLSearchParams(location.search).has("error") ? { ok: false, status: 403, code: "provider-refused" } : undefined;
