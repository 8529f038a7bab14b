import { useRef, useState } from "preact/hooks";
import { locales, type Locale } from "../../../../locale.ts";
import { call, type Refusal } from "../../api.ts";
import type { ReferralSetup } from "../../referrals/contract.ts";
import { Ask } from "../ask.tsx";
import { Choice, Field } from "../field.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { useSpeech } from "../speech.ts";

/** Refers somebody who sits there or is on the phone, with what they agree to. */
export const NewReferral = ({ onClose, onMade }: { onClose: () => void; onMade: (number: string) => void }) => {
  const { say, locale } = useSpeech();
  const setup = useLoaded<ReferralSetup>("referrals/setup").value;
  const [need, setNeed] = useState("legal");
  const [chosen, setChosen] = useState("");
  const [spoken, setSpoken] = useState<Locale>("es");
  const key = useRef(crypto.randomUUID()).current;
  const fitting = setup?.institutions.filter(({ needs }) => needs.includes(need)) ?? [];
  const institution = fitting.find(({ id }) => id === chosen) ?? fitting[0];
  const send = async (fields: Record<string, string>): Promise<Refusal | undefined> => {
    const given = Object.fromEntries(["name", "email", "phone", "note"].flatMap((name) => (fields[name]?.trim() ? [[name, fields[name].trim()]] : [])));
    const made = await call<{ number: string }>("POST", "referrals", {
      key, need, institution: institution?.id ?? "", locale: spoken, consent: fields["consent"] === "on", followUp: fields["follow-up"] === "on", ...given,
    });
    if (!made.ok) return made;
    onMade(made.value.number);
    return undefined;
  };
  return (
    <Ask title={say("referrals.add")} send={say("referrals.send")} onSend={send} onClose={onClose}>
      <p class="hint">{say("referrals.tell-first")}</p>
      <Choice label={say("referrals.head.need")} value={need} onChoose={setNeed} options={(setup?.needs ?? []).map((value) => ({ value, title: say(`referrals.need.${value}`) }))} />
      <Choice label={say("referrals.head.institution")} value={institution?.id ?? ""} onChoose={setChosen} options={fitting.map(({ id, name }) => ({ value: id, title: name[locale] }))} />
      {fitting.length === 0 && setup && <p class="quiet-words">{say("referrals.nobody")}</p>}
      {institution?.demonstration && <p class="hint">{say("referrals.demonstration")}</p>}
      <Choice label={say("referrals.language")} value={spoken} onChoose={(value) => setSpoken(value as Locale)} options={locales.map((value) => ({ value, title: say(`language.${value}`) }))} />
      <Field label={say("referrals.shared.name")} hint={say("referrals.optional")} name="name" autoComplete="off" maxLength={120} />
      <Field label={say("referrals.shared.phone")} hint={say("referrals.optional")} name="phone" autoComplete="off" maxLength={40} />
      <Field label={say("referrals.shared.email")} hint={say("referrals.optional")} name="email" type="email" autoComplete="off" maxLength={200} />
      <Field label={say("referrals.shared.note")} hint={say("referrals.optional")} name="note" autoComplete="off" maxLength={500} />
      <p class="check"><input id="referral-consent" type="checkbox" name="consent" required /><label for="referral-consent">{say("referrals.consent")}</label></p>
      <p class="check"><input id="referral-follow-up" type="checkbox" name="follow-up" /><label for="referral-follow-up">{say("referrals.follow-up")}</label></p>
    </Ask>
  );
};
