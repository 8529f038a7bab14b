import { useState } from "preact/hooks";
import { locales } from "../../../../locale.ts";
import { call, type Refusal } from "../../api.ts";
import type { Me } from "../../contract.ts";
import { supervises } from "../../cases/may.ts";
import type { PlanTold, SavedViewTold, Views } from "../../figures/contract.ts";
import { showView } from "../../figures/shown.ts";
import { periodWords } from "../../figures/value.ts";
import { goTo, pathOf } from "../../route.ts";
import { faultWords } from "../../words.ts";
import { Fault } from "../field.tsx";
import { useForm } from "../form.ts";
import { useLoaded } from "../pages/loaded.ts";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";

/** Views that one saved, and the report that comes by mail. */
export const ReportsPage = ({ me }: { me: Me }) => {
  const { say, locale } = useSpeech();
  const views = useLoaded<Views>("figures/views");
  const [refusal, setRefusal] = useState<Refusal>();
  const remove = async (id: string) => {
    const removed = await call("DELETE", `figures/views/${id}`);
    setRefusal(removed.ok ? undefined : removed);
    views.reload();
    document.getElementById("main")?.focus();
  };
  return (
    <Sheet title={say("figures.page.reports")} loaded={views}>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <section class="part">
        <h2>{say("figures.view.list")}</h2>
        {views.value?.views.length === 0 && <p class="quiet-words">{say("figures.view.none")}</p>}
        <ul class="cards">{views.value?.views.map((view) => <li key={view.id}><Kept saved={view} onRemove={() => { void remove(view.id); }} /></li>)}</ul>
      </section>
      {supervises(me) && views.value && <PlanPart views={views.value.views} />}
    </Sheet>
  );
};

const Kept = ({ saved, onRemove }: { saved: SavedViewTold; onRemove: () => void }) => {
  const { say, locale } = useSpeech();
  const { name, view: { page, period, slice } } = saved;
  const show = () => {
    showView(saved);
    goTo(pathOf("figures", page === "overview" ? undefined : page));
  };
  return (
    <article class="card-row">
      <h3>{name}</h3>
      <p class="hint">{[say(`figures.page.${page}`), typeof period === "string" ? say(`figures.span.${period}`) : periodWords(locale, period), ...Object.values(slice)].join(" · ")}</p>
      <div class="dialog-buttons">
        <button type="button" class="secondary" onClick={onRemove}>{say("figures.view.remove")}<span class="hidden">: {name}</span></button>
        <button type="button" class="primary" onClick={show}>{say("figures.view.show")}<span class="hidden">: {name}</span></button>
      </div>
    </article>
  );
};

const PlanPart = ({ views }: { views: SavedViewTold[] }) => {
  const { say } = useSpeech();
  const loaded = useLoaded<PlanTold>("figures/plan");
  return (
    <section class="part">
      <h2>{say("figures.plan.title")}</h2>
      <p class="hint">{say("figures.plan.note")}</p>
      {loaded.value && <PlanForm told={loaded.value} views={views} />}
    </section>
  );
};

const PlanForm = ({ told: { plan }, views }: { told: PlanTold; views: SavedViewTold[] }) => {
  const { say, locale } = useSpeech();
  const [done, setDone] = useState("");
  const { busy, refusal, onSubmit } = useForm(async ({ every = "never", language = locale, view = "" }) => {
    setDone("");
    const set = await call("POST", "figures/plan", every === "never" ? { every } : { every, locale: language, view: view || null });
    if (!set.ok) return set;
    setDone(say(every === "never" ? "figures.plan.ended" : "figures.plan.set"));
  });
  return (
    <form onSubmit={onSubmit}>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <div class="filters">
        <Select name="every" label={say("figures.plan.every")} chosen={plan?.every ?? "never"} options={(["never", "week", "month"] as const).map((one) => [one, say(`figures.plan.how.${one}`)])} />
        <Select name="language" label={say("language.label")} chosen={plan?.locale ?? locale} options={locales.map((one) => [one, say(`language.${one}`)])} />
        <Select name="view" label={say("figures.plan.view")} chosen={plan?.view ?? ""} options={[["", say("figures.page.overview")], ...views.map(({ id, name }) => [id, name] as const)]} />
        <button type="submit" class="primary" disabled={busy}>{say("save")}</button>
      </div>
      <p role="status">{done}</p>
    </form>
  );
};

const Select = ({ name, label, chosen, options }: { name: string; label: string; chosen: string; options: (readonly [string, string])[] }) => (
  <p class="field"><label>{label}<select name={name}>{options.map(([value, words]) => <option key={value} value={value} selected={value === chosen}>{words}</option>)}</select></label></p>
);
