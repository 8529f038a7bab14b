import { useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { Account, Me } from "../../contract.ts";
import { faultWords } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { Ask } from "../ask.tsx";
import { Fault } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { AccountDialog, type AccountFields } from "./account-dialog.tsx";
import { useLoaded } from "./loaded.ts";
import { PasswordDialog, type Given } from "./password-dialog.tsx";
import { Sheet, TableFrame } from "./sheet.tsx";

/** Who may come in, and as what. An administrator changes it, a supervisor sees it. */
export const AccountsPage = ({ me }: { me: Me }) => {
  const { say, locale } = useSpeech();
  const list = useLoaded<Account[]>("staff");
  const [editing, setEditing] = useState<Account | "new">();
  const [resetting, setResetting] = useState<Account>();
  const [given, setGiven] = useState<Given>();
  const [refusal, setRefusal] = useState<Refusal>();
  const may = me.role === "administrator";
  const change = async (account: Account, body: object): Promise<Refusal | undefined> => {
    const changed = await call("PATCH", `staff/${account.id}`, body);
    setRefusal(changed.ok ? undefined : changed);
    if (!changed.ok) return changed;
    list.reload();
  };
  const reset = async ({ id, name }: Account): Promise<Refusal | undefined> => {
    const done = await call<{ password: string }>("POST", `staff/${id}/reset`, {});
    if (!done.ok) return done;
    setResetting(undefined);
    setGiven({ name, password: done.value.password });
    list.reload();
  };
  const add = async (fields: AccountFields): Promise<Refusal | undefined> => {
    const added = await call<{ password: string }>("POST", "staff", fields);
    if (!added.ok) return added;
    setEditing(undefined);
    setGiven({ name: fields.name, password: added.value.password });
    list.reload();
  };
  const save = async (fields: AccountFields): Promise<Refusal | undefined> => {
    if (editing === "new" || !editing) return add(fields);
    const refused = await change(editing, { role: fields.role, locales: fields.locales, skills: fields.skills });
    if (!refused) setEditing(undefined);
    return refused;
  };
  return (
    <Sheet title={say("page.accounts")} loaded={list} tools={may && <button type="button" class="primary" onClick={() => setEditing("new")}>{say("accounts.add")}</button>}>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      {list.value && (
        <TableFrame label={say("page.accounts")}>
          <table>
            <thead><tr>{["name", "role", "languages", "factor", "seen", ...(may ? ["deeds"] : [])].map((name) => <th key={name} scope="col">{say(`accounts.${name}`)}</th>)}</tr></thead>
            <tbody>{list.value.map((account) => <Row key={account.id} account={account} own={account.id === me.id} may={may} onEdit={() => setEditing(account)} onReset={() => setResetting(account)} onChange={(body) => { void change(account, body); }} />)}</tbody>
          </table>
        </TableFrame>
      )}
      {editing && <AccountDialog account={editing === "new" ? undefined : editing} onSave={save} onClose={() => setEditing(undefined)} />}
      {resetting && (
        <Ask title={say("accounts.reset-ask", { name: resetting.name })} send={say("accounts.reset")} onSend={() => reset(resetting)} onClose={() => setResetting(undefined)}>
          <p>{say("accounts.reset-note")}</p>
        </Ask>
      )}
      {given && <PasswordDialog given={given} onClose={() => setGiven(undefined)} />}
    </Sheet>
  );
};

type RowProps = { account: Account; own: boolean; may: boolean; onEdit: () => void; onReset: () => void; onChange: (body: object) => void };

const Row = ({ account, own, may, onEdit, onReset, onChange }: RowProps) => {
  const { say, locale } = useSpeech();
  const { name, email, role, disabled, locales, skills, twoFactor, lastSeen } = account;
  const whose = <span class="hidden">: {name}</span>;
  return (
    <tr class={disabled ? "disabled" : ""}>
      <th scope="row">{name}{disabled && <span class="tag">{say("accounts.disabled")}</span>}<span class="hint">{email}</span></th>
      <td>{say(`role.${role}`)}</td>
      <td>{locales.map((one) => say(`language.${one}`)).join(", ")}{skills.length > 0 && <span class="hint">{skills.join(", ")}</span>}</td>
      <td>{say(twoFactor ? "accounts.has-factor" : "accounts.no-factor")}</td>
      <td>{lastSeen ? dateAndTime(lastSeen, locale) : say("accounts.never")}</td>
      {may && (
        <td class="row-deeds">
          <button type="button" class="plain" onClick={onEdit}>{say("accounts.change")}{whose}</button>
          <button type="button" class="plain" onClick={() => onReset()}>{say("accounts.reset")}{whose}</button>
          {!own && <button type="button" class="plain" onClick={() => onChange({ disabled: !disabled })}>{say(disabled ? "accounts.enable" : "accounts.disable")}{whose}</button>}
        </td>
      )}
    </tr>
  );
};
