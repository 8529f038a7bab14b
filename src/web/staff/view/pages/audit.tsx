import { useEffect, useState } from "preact/hooks";
import { call } from "../../api.ts";
import type { Account, AuditEntry } from "../../contract.ts";
import { named } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { Choice } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { useLoaded } from "./loaded.ts";
import { Sheet, TableFrame } from "./sheet.tsx";

type Part = { entries: AuditEntry[]; next?: string | number | null };

/** Who saw and did what, the newest first. */
export const AuditPage = () => {
  const { say } = useSpeech();
  const staff = useLoaded<Account[]>("staff");
  const [who, setWho] = useState("");
  const first = useLoaded<Part>(`audit?${new URLSearchParams(who ? { who } : {})}`);
  const [older, setOlder] = useState<Part>();
  useEffect(() => setOlder(undefined), [first.value]);
  const next = (older ?? first.value)?.next;
  const more = async () => {
    const got = await call<Part>("GET", `audit?${new URLSearchParams({ before: String(next), ...(who ? { who } : {}) })}`);
    if (got.ok) setOlder({ ...got.value, entries: [...(older?.entries ?? []), ...got.value.entries] });
  };
  const options = [{ value: "", title: say("audit.everybody") }, ...(staff.value ?? []).map(({ id, name }) => ({ value: id, title: name }))];
  const entries = [...(first.value?.entries ?? []), ...(older?.entries ?? [])];
  return (
    <Sheet title={say("page.audit")} loaded={first} tools={<Choice label={say("audit.who")} value={who} options={options} onChoose={setWho} />}>
      {first.value && (
        <TableFrame label={say("page.audit")}>
          <table>
            <thead><tr>{["at", "who", "did", "on", "detail"].map((name) => <th key={name} scope="col">{say(`audit.${name}`)}</th>)}</tr></thead>
            <tbody>{entries.map((entry) => <Row key={entry.id} entry={entry} />)}</tbody>
          </table>
        </TableFrame>
      )}
      {next != null && <button type="button" class="secondary" onClick={() => { void more(); }}>{say("audit.older")}</button>}
    </Sheet>
  );
};

const Row = ({ entry: { at, who, did, on, detail } }: { entry: AuditEntry }) => {
  const { say, locale } = useSpeech();
  return (
    <tr>
      <td><time dateTime={at}>{dateAndTime(at, locale)}</time></td>
      <td>{who?.name ?? say("audit.nobody")}</td>
      <td>{named("deeds", did, locale)}</td>
      <td class="id">{on ?? ""}</td>
      <td class="id">{detail == null ? "" : inShort(detail)}</td>
    </tr>
  );
};

const inShort = (detail: unknown): string =>
  typeof detail === "object" && detail !== null ? Object.entries(detail).map(([name, value]) => `${name}: ${String(value)}`).join(", ") : String(detail);
