import { useState } from "preact/hooks";
import { call, type Refusal } from "../../api.ts";
import type { CivicDay } from "../../cases/contract.ts";
import type { Me } from "../../contract.ts";
import { Ask } from "../ask.tsx";
import { dateAndTime } from "../dates.ts";
import { useLoaded } from "../pages/loaded.ts";
import { Sheet, TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { CivicDialog } from "./civic-dialog.tsx";
import { dayWords } from "./days.ts";
import { Words } from "./fields.tsx";

/** Days without work that a norm decrees: an administrator adds them, and open deadlines move. */
export const CivicSection = ({ me }: { me: Me }) => {
  const { say, locale } = useSpeech();
  const list = useLoaded<{ days: CivicDay[] }>("cases/civic");
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<CivicDay>();
  const [told, setTold] = useState("");
  const may = me.role === "administrator";
  const done = (moved: number, words: string) => {
    setAdding(false);
    setRevoking(undefined);
    setTold(say(words, { count: moved }));
    list.reload();
  };
  const revoke = async ({ reason = "" }: Record<string, string>): Promise<Refusal | undefined> => {
    const revoked = await call<{ moved: number }>("POST", `cases/civic/${revoking!.day}/revoke`, { reason });
    if (!revoked.ok) return revoked;
    done(revoked.value.moved, "civic.taken-back");
  };
  return (
    <Sheet title={say("cases.section.civic")} loaded={list} tools={may && <button type="button" class="primary" onClick={() => setAdding(true)}>{say("civic.add")}</button>}>
      <p class="hint">{say("civic.note")}</p>
      <p role="status" class={told ? "note" : "hidden"}>{told}</p>
      {list.value?.days.length === 0 && <p class="quiet-words">{say("civic.none")}</p>}
      {list.value && list.value.days.length > 0 && (
        <TableFrame label={say("cases.section.civic")}>
          <table>
            <thead><tr>{["day", "norm", "by", "state", ...(may ? ["deeds"] : [])].map((name) => <th key={name} scope="col">{say(`civic.${name}`)}</th>)}</tr></thead>
            <tbody>{list.value.days.map((one) => <Row key={one.day} one={one} onRevoke={may ? () => setRevoking(one) : undefined} />)}</tbody>
          </table>
        </TableFrame>
      )}
      {adding && <CivicDialog onDone={(moved) => done(moved, "civic.added")} onClose={() => setAdding(false)} />}
      {revoking && (
        <Ask title={say("civic.revoke-title", { day: dayWords(revoking.day, locale) })} send={say("civic.revoke")} onSend={revoke} onClose={() => setRevoking(undefined)}>
          <p class="field">{say("civic.revoke-note")}</p>
          <Words label={say("ask.reason")} name="reason" most={2000} rows={3} />
        </Ask>
      )}
    </Sheet>
  );
};

const Row = ({ one, onRevoke }: { one: CivicDay; onRevoke: (() => void) | undefined }) => {
  const { say, locale } = useSpeech();
  return (
    <tr class={one.revoked ? "disabled" : ""}>
      <th scope="row"><time dateTime={one.day}>{dayWords(one.day, locale)}</time></th>
      <td>{one.norm}<span class="hint">{one[locale]}</span></td>
      <td>{one.by}<span class="hint">{dateAndTime(one.at, locale)}</span></td>
      <td>{one.revoked ? say("civic.revoked", { reason: one.revoked.reason ?? "" }) : say("civic.holds")}</td>
      {onRevoke && <td>{!one.revoked && <button type="button" class="plain" onClick={onRevoke}>{say("civic.revoke")}<span class="hidden">: {dayWords(one.day, locale)}</span></button>}</td>}
    </tr>
  );
};
