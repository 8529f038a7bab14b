import { useEffect, useState } from "preact/hooks";
import { alerts, markSeen } from "../../cases/alerts.ts";
import type { Alert } from "../../cases/contract.ts";
import { pathOf } from "../../route.ts";
import { useStore } from "../../store.ts";
import { dateAndTime } from "../dates.ts";
import { Link } from "../link.tsx";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { dayWords } from "./days.ts";

/** What somebody is told of deadlines; looked at, it counts as seen. */
export const AlertsSection = () => {
  const { say } = useSpeech();
  const { list } = useStore(alerts);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setFresh((before) => new Set([...before, ...(list ?? []).filter(({ seen }) => !seen).map(({ id }) => id)]));
    void markSeen();
  }, [list]);
  return (
    <Sheet title={say("cases.section.alerts")}>
      <p class="hint">{say("alerts.note")}</p>
      {!list && <p role="status">{say("loading")}</p>}
      {list?.length === 0 && <p class="quiet-words">{say("alerts.none")}</p>}
      <ul class="cards">{list?.map((one) => <li key={one.id}><Card alert={one} fresh={fresh.has(one.id)} /></li>)}</ul>
    </Sheet>
  );
};

const Card = ({ alert: { what, dueOn, at, case: one }, fresh }: { alert: Alert; fresh: boolean }) => {
  const { say, locale } = useSpeech();
  return (
    <article class="card-row">
      <h2><Link href={pathOf("cases", one.id)}>{one.radicado}</Link>{fresh && <span class="tag">{say("alerts.new")}</span>}</h2>
      <p>{say(`alerts.what.${what}`)}</p>
      <p class="hint">{dueOn && `${say("alerts.due", { day: dayWords(dueOn, locale) })} · `}{dateAndTime(at, locale)}</p>
    </article>
  );
};
