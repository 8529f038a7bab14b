import { useLayoutEffect, useState } from "preact/hooks";
import type { CasesSetup, Inbox } from "../../cases/contract.ts";
import { inbox, pathOfInbox } from "../../cases/inbox.ts";
import { supervises } from "../../cases/may.ts";
import type { Me } from "../../contract.ts";
import { useStore } from "../../store.ts";
import { useLoaded } from "../pages/loaded.ts";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { CaseRow } from "./case-row.tsx";
import { ChosenBar } from "./chosen-bar.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { InboxFilters } from "./inbox-filters.tsx";
import { LightFilter } from "./light-filter.tsx";
import { Pager } from "./pager.tsx";

/** All cases by what is due first, narrowed as one wishes. */
export const InboxSection = ({ me }: { me: Me }) => {
  const { say } = useSpeech();
  const state = useStore(inbox);
  const list = useLoaded<Inbox>(pathOfInbox(state));
  const setup = useLoaded<CasesSetup>("cases/setup");
  const [exporting, setExporting] = useState(false);
  useBackAtRow(list.value);
  const tools = supervises(me) && <button type="button" class="secondary" onClick={() => setExporting(true)}>{say("cases.export")}</button>;
  return (
    <Sheet title={say("page.cases")} loaded={list} tools={tools}>
      <InboxFilters state={state} counts={list.value?.counts} />
      {list.value && (
        <>
          {!state.radicado && <LightFilter state={state} lights={list.value.lights} />}
          <p class="hint" role="status">{list.value.total === 0 ? say("cases.none") : say("cases.total", { count: list.value.total })}</p>
          {list.value.cases.length > 0 && (
            <ul class="case-list" aria-label={say("cases.list")}>
              {list.value.cases.map((line) => <CaseRow key={line.id} me={me} line={line} chosen={state.chosen.has(line.id)} setup={setup.value} />)}
            </ul>
          )}
          <Pager page={state.page} pages={list.value.pages} />
        </>
      )}
      {setup.value && <ChosenBar chosen={state.chosen} moreThan={setup.value.together.moreThan} />}
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </Sheet>
  );
};

/** Back from a case the focus stands at it in the list. */
const useBackAtRow = (list: Inbox | undefined): void => {
  useLayoutEffect(() => {
    const { left } = inbox.state();
    if (!list || !left) return;
    inbox.set({ left: undefined });
    document.querySelector<HTMLElement>(`a[data-case="${CSS.escape(left)}"]`)?.focus();
  }, [list]);
};
