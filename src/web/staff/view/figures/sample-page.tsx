import { useRef, useState } from "preact/hooks";
import { RichText } from "../../../chat/view/rich-text.tsx";
import { call } from "../../api.ts";
import type { ItemTold, SampleOpen, Samples } from "../../figures/contract.ts";
import { number, periodWords } from "../../figures/value.ts";
import { pathOf } from "../../route.ts";
import { faultWords, named } from "../../words.ts";
import { dateAndTime } from "../dates.ts";
import { Fault } from "../field.tsx";
import { useForm } from "../form.ts";
import { Link } from "../link.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { SharesPart } from "./shares.tsx";

/** One sample: each drawn answer with its question, and a judgement to give. */
export const SamplePage = ({ id }: { id: string }) => {
  const { say, locale } = useSpeech();
  const loaded = useLoaded<SampleOpen>(`figures/samples/${id}`);
  const setup = useLoaded<Samples>("figures/samples");
  const list = useRef<HTMLOListElement>(null);
  const [told, setTold] = useState("");
  const judged = (at: number) => {
    setTold(say("figures.sample.done", { number: at }));
    loaded.reload();
    list.current?.querySelector<HTMLElement>(`[data-item="${at + 1}"] input`)?.focus();
  };
  const sample = loaded.value;
  return (
    <Sheet title={say("figures.sample.title")} loaded={loaded}>
      <p><Link href={pathOf("figures", "samples")}>{say("figures.sample.back")}</Link></p>
      <p role="status" class="told">{told}</p>
      {sample && setup.value && (
        <>
          <p>{say("figures.sample.head-words", { period: periodWords(locale, sample.head.period), size: number(sample.head.size, locale), population: number(sample.head.population, locale), answers: number(sample.head.answers, locale), seed: sample.head.seed })}</p>
          <ol class="sample-items" ref={list}>{sample.items.map((item) => <li key={item.number} data-item={item.number}><Item sample={id} item={item} setup={setup.value!} onJudged={() => judged(item.number)} /></li>)}</ol>
          <SharesPart title={say("figures.sample.shares")} shares={sample.shares} setup={setup.value} />
        </>
      )}
    </Sheet>
  );
};

type ItemProps = { sample: string; item: ItemTold; setup: Samples; onJudged: () => void };

const Item = ({ sample, item, setup, onJudged }: ItemProps) => {
  const { say, locale } = useSpeech();
  const { number: at, question, reply, sources, topic, outcome, channel, locale: spoken } = item;
  return (
    <article class="card-row" aria-label={say("figures.sample.item", { number: at })}>
      <h2>{say("figures.sample.item", { number: at })}</h2>
      <p class="hint">{[dateAndTime(item.at, locale), named("channel", channel, locale), say(`language.${spoken}`), topic?.[locale], outcome[locale]].filter(Boolean).join(" · ")}</p>
      <h3>{say("figures.sample.question")}</h3>
      {question === null ? <p class="quiet-words">{say("figures.hidden.gone")}</p> : <p class="own" lang={spoken}>{question}</p>}
      <h3>{say("figures.sample.reply")}</h3>
      {reply.map((line, place) => <div key={place} class="reply" lang={spoken}><RichText text={line} say={say} /></div>)}
      {sources.length > 0 && <p class="hint">{say("figures.sources", { sources: sources.join("; ") })}</p>}
      <Judge sample={sample} item={item} setup={setup} onJudged={onJudged} />
    </article>
  );
};

const Judge = ({ sample, item: { number: at, judgement }, setup: { themes, actions }, onJudged }: ItemProps) => {
  const { say, locale } = useSpeech();
  const { busy, refusal, onSubmit } = useForm(async ({ verdict = "", theme = "", action = "" }) => {
    const sent = await call("POST", `figures/samples/${sample}/${at}`, { verdict, theme, action });
    if (!sent.ok) return sent;
    onJudged();
  });
  return (
    <form class="judge" onSubmit={onSubmit}>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <fieldset onChange={fillForGood}>
        <legend>{say("figures.sample.verdict")}</legend>
        <div class="verdicts">
          {(["good", "partly", "bad"] as const).map((verdict) => <label key={verdict}><input type="radio" name="verdict" value={verdict} required defaultChecked={judgement?.verdict === verdict} />{say(`figures.verdict.${verdict}`)}</label>)}
        </div>
      </fieldset>
      <div class="filters">
        <Pick name="theme" label={say("figures.sample.theme")} choices={themes} chosen={judgement?.theme} />
        <Pick name="action" label={say("figures.sample.action")} choices={actions} chosen={judgement?.action} />
        <button type="submit" class="primary" disabled={busy}>{say(judgement ? "figures.sample.again" : "figures.sample.judge")}<span class="hidden">, {say("figures.sample.item", { number: at })}</span></button>
      </div>
      {judgement && <p class="hint">{say("figures.sample.judged-by", { name: judgement.by.name, at: dateAndTime(judgement.at, locale) })}</p>}
    </form>
  );
};

/** A good answer needs no more said: what is first among the choices is for it. */
const fillForGood = ({ target }: Event): void => {
  const { value, form } = target as HTMLInputElement;
  for (const select of form?.querySelectorAll("select") ?? []) if (value === "good" && select.value === "") select.selectedIndex = 1;
};

const Pick = ({ name, label, choices, chosen }: { name: string; label: string; choices: Samples["themes"]; chosen: string | undefined }) => {
  const { say, locale } = useSpeech();
  return (
    <p class="field"><label>{label}<select name={name} required><option value="" selected={chosen === undefined}>{say("figures.sample.choose")}</option>{choices.map(({ id, name: words }) => <option key={id} value={id} selected={id === chosen}>{words[locale]}</option>)}</select></label></p>
  );
};
