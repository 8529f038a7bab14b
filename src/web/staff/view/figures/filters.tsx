import { useContext } from "preact/hooks";
import { comparisons, spans, type Comparison, type NamedFilters, type Page, type Span } from "../../figures/contract.ts";
import { shown } from "../../figures/shown.ts";
import { useStore } from "../../store.ts";
import { Choice, Field } from "../field.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { useSpeech } from "../speech.ts";
import { Setup } from "./setup.ts";

type Props = { page: Page; /** The days that the chosen span stands for, once they are known. */ period: { from: string; to: string } | undefined; /** Nothing is compared here. */ alone?: boolean };

/** Which days, beside which, and of which part of the service. */
export const Filters = ({ page, period, alone = false }: Props) => {
  const { say, locale } = useSpeech();
  const { today } = useContext(Setup);
  const { span, from, to, against, channel, locale: language, topic } = useStore(shown);
  const filters = useLoaded<NamedFilters>(`figures/filters/${page}`);
  const own = { from: from || period?.from || today, to: to || period?.to || today };
  const options = (all: NamedFilters["topics"] | undefined, chosen: string) => {
    const known = (all ?? []).map(({ id, name }) => ({ value: id, title: name[locale] }));
    const lost = chosen && !known.some(({ value }) => value === chosen) ? [{ value: chosen, title: chosen }] : [];
    return [{ value: "", title: say("figures.all") }, ...known, ...lost];
  };
  const choose = (value: string) => shown.set(value === "" ? { span: "", ...own } : { span: value as Span, from: "", to: "" });
  return (
    <div class="filters figure-filters" role="group" aria-label={say("figures.filters")}>
      <Choice label={say("figures.period")} value={span} onChoose={choose} options={[...spans.map((one) => ({ value: one, title: say(`figures.span.${one}`) })), { value: "", title: say("figures.span.own") }]} />
      {span === "" && (
        <>
          <Field label={say("figures.from")} type="date" value={from} max={to} required onChange={({ currentTarget: { value } }) => { if (value && value <= to) shown.set({ from: value }); }} />
          <Field label={say("figures.to")} type="date" value={to} min={from} required onChange={({ currentTarget: { value } }) => { if (value && value >= from) shown.set({ to: value }); }} />
        </>
      )}
      {!alone && <Choice label={say("figures.against")} value={against} onChoose={(value) => shown.set({ against: value as Comparison })} options={comparisons.map((one) => ({ value: one, title: say(`figures.comparison.${one}`) }))} />}
      <Choice label={say("figures.channel")} value={channel} onChoose={(value) => shown.set({ channel: value })} options={options(filters.value?.channels, channel)} />
      <Choice label={say("figures.language")} value={language} onChoose={(value) => shown.set({ locale: value })} options={options(filters.value?.locales, language)} />
      <Choice label={say("figures.topic")} value={topic} onChoose={(value) => shown.set({ topic: value })} options={options(filters.value?.topics, topic)} />
    </div>
  );
};
