import { useState } from "preact/hooks";
import { caseKinds, closedStates, openStates, type CaseKind, type CaseState } from "../../../../cases/types.ts";
import type { Inbox } from "../../cases/contract.ts";
import { narrow, views, type InboxState, type View } from "../../cases/inbox.ts";
import { Choice, Field } from "../field.tsx";
import { useSpeech } from "../speech.ts";

type Props = { state: InboxState; counts: Inbox["counts"] | undefined };

/** Whose, of which kind, or one by its radicado. */
export const InboxFilters = ({ state, counts }: Props) => {
  const { say } = useSpeech();
  const [typed, setTyped] = useState(state.radicado);
  const clear = () => {
    setTyped("");
    narrow({ radicado: "" });
  };
  const kinds = [{ value: "", title: say("cases.filter.any") }, ...caseKinds.map((kind) => ({ value: kind, title: say(`case.kind.${kind}`) }))];
  const states = [{ value: "", title: say("cases.filter.any") }, ...(state.view === "closed" ? closedStates : openStates).map((one) => ({ value: one, title: say(`case.state.${one}`) }))];
  return (
    <div class="filters case-filters">
      <div class="views" role="group" aria-label={say("cases.view.label")}>
        {views.map((view) => (
          <button type="button" key={view} class="secondary" aria-pressed={!state.radicado && state.view === view} onClick={() => { setTyped(""); narrow({ view, radicado: "", state: undefined, light: undefined }); }}>
            {say(`cases.view.${view}`)}{counts && countOf(view, counts)}
          </button>
        ))}
      </div>
      <Choice label={say("cases.filter.kind")} value={state.kind ?? ""} options={kinds} onChoose={(kind) => narrow({ kind: kind ? (kind as CaseKind) : undefined })} />
      {state.view !== "review" && <Choice label={say("cases.filter.state")} value={state.state ?? ""} options={states} onChoose={(one) => narrow({ state: one ? (one as CaseState) : undefined })} />}
      <form class="search-line" role="search" onSubmit={(event) => { event.preventDefault(); narrow({ radicado: typed.trim() }); }}>
        <Field label={say("cases.filter.radicado")} type="search" name="radicado" value={typed} maxLength={60} autoComplete="off" onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
        <button type="submit" class="secondary">{say("cases.filter.find")}</button>
        {state.radicado && <button type="button" class="secondary" onClick={clear}>{say("cases.filter.clear")}</button>}
      </form>
    </div>
  );
};

const countOf = (view: View, { mine, unassigned, toReview }: Inbox["counts"]) => {
  const count = { mine, unassigned, review: toReview, all: undefined, closed: undefined }[view];
  return count === undefined ? null : <span class="view-count">{count}</span>;
};
