import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Agenda, AgendaOffice, ServiceNames } from "../../agenda/contract.ts";
import { spanOf, type View } from "../../agenda/days.ts";
import { shown } from "../../agenda/shown.ts";
import { call } from "../../api.ts";
import type { Me } from "../../contract.ts";
import { useStore } from "../../store.ts";
import { Sheet } from "../pages/sheet.tsx";
import { useLoaded, type Loaded } from "../pages/loaded.ts";
import { useSpeech } from "../speech.ts";
import { AgendaFilters } from "./agenda-filters.tsx";
import { DayTable } from "./day-table.tsx";
import { Draws } from "./draws.tsx";
import { OfficeShown } from "./names.ts";
import { OfficeDeeds } from "./office-deeds.tsx";
import { SpanHead } from "./span-head.tsx";
import { WeekTable } from "./week-table.tsx";

type Props = { me: Me; office: AgendaOffice; offices: AgendaOffice[]; services: ServiceNames };

/** A day or a week of an office: who comes, and what can be done about it. */
export const OfficeAgenda = ({ me, office, offices, services }: Props) => {
  const { say, locale } = useSpeech();
  const { view, day, counter, focus } = useStore(shown);
  const agenda = useLoaded<Agenda>(pathOf(office.id, view, day));
  const [told, setTold] = useState("");
  useFocus(agenda, focus);
  useWeekOfToday(agenda, view, day);
  useFresh(agenda.reload);
  const done = (words: string, focus?: string) => {
    setTold(words);
    shown.set({ focus });
    agenda.reload();
  };
  const seen = agenda.value && { ...agenda.value, openings: agenda.value.openings.filter((opening) => !counter || opening.counter === counter) };
  // What was seen before stays until the next is there, and is shown as what it is.
  const seenAs: View = seen && seen.from !== seen.to ? "week" : "day";
  const print = async () => {
    await call("GET", `agenda/${office.id}/print?${new URLSearchParams(agenda.value ? { day: agenda.value.from } : {})}`);
    window.print();
  };
  const tools = view === "day" && <button type="button" class="secondary" onClick={() => { void print(); }}>{say("print")}</button>;
  return (
    <OfficeShown.Provider value={{ office, services }}>
      <Sheet title={say("agenda.title", { office: office.name[locale] })} loaded={agenda} tools={tools}>
        {office.demonstration && <p class="note">{say("agenda.demonstration")}</p>}
        <AgendaFilters offices={offices} today={agenda.value?.today} day={day ?? agenda.value?.from} />
        <p role="status" class={told ? "note told" : "hidden"}>{told}</p>
        {seen && (
          <>
            <SpanHead agenda={seen} view={seenAs} />
            <OfficeDeeds me={me} agenda={seen} view={seenAs} onDone={done} />
            {seen.openings.length === 0 && <p class="quiet-words">{say("agenda.none")}</p>}
            {seen.openings.length > 0 && (seenAs === "day" ? <DayTable me={me} agenda={seen} onDone={done} /> : <WeekTable agenda={seen} />)}
          </>
        )}
        <Draws office={office.id} />
      </Sheet>
    </OfficeShown.Provider>
  );
};

const pathOf = (office: string, view: View, day: string | undefined): string =>
  `agenda/${office}?${new URLSearchParams(day === undefined ? {} : spanOf(view, day))}`;

/** After a deed or a search the focus stands at what it was about. */
const useFocus = ({ value }: Loaded<Agenda>, focus: string | undefined): void => {
  useLayoutEffect(() => {
    const place = value && focus ? document.getElementById(focus) : null;
    if (!place) return;
    shown.set({ focus: undefined });
    place.focus();
    place.scrollIntoView({ block: "nearest" });
  }, [value, focus]);
};

/** Whoever asks for the week before the day is known has it as soon as it is. */
const useWeekOfToday = ({ value }: Loaded<Agenda>, view: View, day: string | undefined): void => {
  useLayoutEffect(() => {
    if (value && view === "week" && day === undefined) shown.set({ day: value.from });
  }, [value, view, day]);
};

/** Somebody who comes back to the page sees what others did meanwhile. */
const useFresh = (reload: () => void): void => {
  useEffect(() => {
    const look = () => { if (!document.hidden) reload(); };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [reload]);
};
