import { useState } from "preact/hooks";
import { locales, type Locale } from "../../../../locale.ts";
import { roles, type Role } from "../../../../staff/role.ts";
import type { Refusal } from "../../api.ts";
import type { Account } from "../../contract.ts";
import { Ask } from "../ask.tsx";
import { Choice, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";

export type AccountFields = { name: string; email: string; role: Role; locales: Locale[]; skills: string[] };

type Props = { account: Account | undefined; onSave: (fields: AccountFields) => Promise<Refusal | undefined>; onClose: () => void };

/** A new account, or what may change of one: name and e-mail stay. */
export const AccountDialog = ({ account, onSave, onClose }: Props) => {
  const { say } = useSpeech();
  const [role, setRole] = useState<Role>(account?.role ?? "advisor");
  const send = ({ name = "", email = "", skills = "", ...rest }: Record<string, string>) => onSave({
    name: account?.name ?? name.trim(),
    email: account?.email ?? email.trim(),
    role,
    locales: locales.filter((locale) => rest[`speaks-${locale}`]),
    skills: skills.split(",").map((skill) => skill.trim()).filter(Boolean),
  });
  return (
    <Ask title={account ? say("accounts.change-of", { name: account.name }) : say("accounts.add")} send={say("save")} onSend={send} onClose={onClose}>
      {!account && (
        <>
          <Field label={say("field.name")} name="name" autoComplete="off" maxLength={120} required />
          <Field label={say("field.email")} name="email" type="email" autoComplete="off" required />
        </>
      )}
      <Choice label={say("field.role")} value={role} options={roles.map((one) => ({ value: one, title: say(`role.${one}`) }))} onChoose={(value) => setRole(value as Role)} />
      <fieldset>
        <legend>{say("field.languages")}</legend>
        {locales.map((locale) => (
          <p class="check" key={locale}>
            <input id={`speaks-${locale}`} type="checkbox" name={`speaks-${locale}`} defaultChecked={account?.locales.includes(locale) ?? locale === "es"} />
            <label for={`speaks-${locale}`}>{say(`language.${locale}`)}</label>
          </p>
        ))}
      </fieldset>
      <Field label={say("field.skills")} hint={say("field.skills-hint")} name="skills" autoComplete="off" defaultValue={account?.skills.join(", ") ?? ""} />
    </Ask>
  );
};
