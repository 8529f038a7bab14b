import type { AlertTold } from "../../figures/contract.ts";
import { number, valueWords } from "../../figures/value.ts";
import { pathOf } from "../../route.ts";
import { Late } from "../icons.tsx";
import { Link } from "../link.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { useSpeech } from "../speech.ts";
import { useIndicator } from "./setup.ts";

/** What is to be looked at now, and what to do about it. */
export const Alerts = () => {
  const { say } = useSpeech();
  const loaded = useLoaded<{ alerts: AlertTold[] }>("figures/alerts");
  if (!loaded.value) return null;
  return (
    <section class="alerts" aria-label={say("figures.alerts")}>
      <h2>{say("figures.alerts")}</h2>
      {loaded.value.alerts.length === 0 && <p class="quiet-words">{say("figures.no-alerts")}</p>}
      <AlertList alerts={loaded.value.alerts} />
    </section>
  );
};

export const AlertList = ({ alerts }: { alerts: AlertTold[] }) => <ul class="alert-list">{alerts.map((alert) => <li key={alert.id} class={`alert ${alert.severity}`}><One alert={alert} /></li>)}</ul>;

const One = ({ alert: { name, advice, severity, indicator: id, value, against, limit, n } }: { alert: AlertTold }) => {
  const { say, locale } = useSpeech();
  const indicator = useIndicator(id ?? "");
  const words = (given: number) => (indicator ? valueWords(say, locale, indicator.unit, given) : number(given, locale));
  return (
    <>
      <p class="alert-name"><Late /><strong>{say(`figures.severity.${severity}`)}: {id && indicator ? <Link href={pathOf("figures", id)}>{name[locale]}</Link> : name[locale]}</strong></p>
      <p>{say(against === null ? "figures.alert" : "figures.alert-against", { value: words(value), limit: words(limit), against: against === null ? "" : words(against), n: number(n, locale) })}</p>
      <p class="hint">{advice[locale]}</p>
    </>
  );
};
