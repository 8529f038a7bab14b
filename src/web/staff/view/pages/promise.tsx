import { useState } from "preact/hooks";
import { Print } from "../../../chat/view/icons.tsx";
import type { PromiseRow } from "../../contract.ts";
import { named } from "../../words.ts";
import { beginOf, isoDay } from "../dates.ts";
import { Choice, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { useTopicName } from "../topics.ts";
import { useLoaded } from "./loaded.ts";
import { Sheet, TableFrame } from "./sheet.tsx";

const periods = [7, 30, 90] as const;

/** How the promise of thirty minutes was kept. */
export const PromisePage = () => {
  const { say } = useSpeech();
  const [from, setFrom] = useState(() => isoDay(29));
  const [to, setTo] = useState(() => isoDay());
  const loaded = useLoaded<{ rows: PromiseRow[] }>(`desk/promise?${new URLSearchParams({ from: beginOf(from), to: beginOf(to, 1) })}`);
  const known = periods.find((days) => from === isoDay(days - 1) && to === isoDay());
  const choose = (days: string) => {
    if (!days) return;
    setFrom(isoDay(Number(days) - 1));
    setTo(isoDay());
  };
  const tools = (
    <div class="filters">
      <Choice
        label={say("promise.period")} value={known ? String(known) : ""} onChoose={choose}
        options={[...periods.map((days) => ({ value: String(days), title: say("promise.days", { count: days }) })), { value: "", title: say("promise.own-period") }]}
      />
      <Field label={say("promise.from")} type="date" value={from} max={to} required onChange={({ currentTarget }) => currentTarget.value && setFrom(currentTarget.value)} />
      <Field label={say("promise.to")} type="date" value={to} min={from} required onChange={({ currentTarget }) => currentTarget.value && setTo(currentTarget.value)} />
      <button type="button" class="secondary" onClick={() => print()}><Print />{say("print")}</button>
    </div>
  );
  return (
    <Sheet title={say("page.promise")} loaded={loaded} tools={tools}>
      <p class="hint">{say("promise.note")}</p>
      {loaded.value?.rows.length === 0 && <p class="quiet-words">{say("promise.none")}</p>}
      {loaded.value && (["all", "channel", "language", "topic", "video"] as const).map((by) => <Rows key={by} by={by} rows={loaded.value!.rows.filter((row) => row.by === by)} />)}
    </Sheet>
  );
};

const columns = ["asked", "replied", "within30", "share", "median", "p90", "breached", "durable"] as const;

const Rows = ({ by, rows }: { by: PromiseRow["by"]; rows: PromiseRow[] }) => {
  const { say, locale } = useSpeech();
  const topicName = useTopicName();
  if (rows.length === 0) return null;
  const name = (key: string) => (by === "all" || by === "video" ? say(`promise.${by}`) : by === "topic" ? topicName(key) : named(by, key, locale));
  return (
    <section class="part">
      <h2>{say(`promise.by-${by}`)}</h2>
      <TableFrame label={say(`promise.by-${by}`)}>
        <table class="figures-table">
          <thead><tr><th scope="col">{say(`promise.head-${by}`)}</th>{columns.map((column) => <th scope="col" key={column}>{say(`promise.${column}`)}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => <tr key={row.key}><th scope="row">{name(row.key)}</th>{columns.map((column) => <td key={column}>{figure(row, column, locale)}</td>)}</tr>)}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
};

const figure = (row: PromiseRow, column: (typeof columns)[number], locale: string): string => {
  const value = row[column];
  if (value === null) return "–";
  const percent = column === "share" || column === "durable";
  return value.toLocaleString(locale === "es" ? "es-CO" : "en", percent ? { style: "percent", maximumFractionDigits: 0 } : { maximumFractionDigits: 1 });
};
