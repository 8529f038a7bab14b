import type { AgendaOffice } from "../../agenda/contract.ts";
import { stepOf, type View } from "../../agenda/days.ts";
import { shown } from "../../agenda/shown.ts";
import { goTo, pathOf } from "../../route.ts";
import { useStore } from "../../store.ts";
import { Choice, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";
import { FindForm } from "./find-form.tsx";
import { useNames } from "./names.ts";

const views: readonly View[] = ["day", "week"];

type Props = { offices: AgendaOffice[]; today: string | undefined; day: string | undefined };

/** Which office, which day or week, which counter, or one booking by its number. */
export const AgendaFilters = ({ offices, today, day }: Props) => {
  const { say, locale } = useSpeech();
  const { view, counter } = useStore(shown);
  const { office, counter: counterName } = useNames();
  const go = (to: string | undefined) => { shown.set({ day: to }); };
  const step = (by: 1 | -1) => day && go(stepOf(view, day, by));
  const counters = [{ value: "", title: say("agenda.all-counters") }, ...office.counters.map(({ id }) => ({ value: id, title: counterName(id) }))];
  return (
    <div class="filters agenda-filters">
      <div class="grows">
        <Choice label={say("agenda.office")} value={office.id} options={offices.map(({ id, name }) => ({ value: id, title: name[locale] }))} onChoose={(id) => { shown.set({ counter: "" }); goTo(pathOf("agenda", id)); }} />
      </div>
      {office.counters.length > 1 && <Choice label={say("agenda.counter")} value={counter} options={counters} onChoose={(id) => shown.set({ counter: id })} />}
      <FindForm />
      <div class="day-bar">
        <div class="toggle" role="group" aria-label={say("agenda.view.label")}>
          {views.map((one) => <button type="button" key={one} class="secondary" aria-pressed={view === one} onClick={() => shown.set({ view: one, day })}>{say(`agenda.view.${one}`)}</button>)}
        </div>
        <Field label={say("agenda.day")} type="date" value={day ?? ""} required onChange={({ currentTarget }) => currentTarget.value && go(currentTarget.value)} />
        <div class="toggle" role="group" aria-label={say("agenda.move.label")}>
          <button type="button" class="secondary" onClick={() => step(-1)}>{say(`agenda.move.${view}-before`)}</button>
          <button type="button" class="secondary" disabled={today === undefined} onClick={() => go(today)}>{say("agenda.today")}</button>
          <button type="button" class="secondary" onClick={() => step(1)}>{say(`agenda.move.${view}-after`)}</button>
        </div>
      </div>
    </div>
  );
};
