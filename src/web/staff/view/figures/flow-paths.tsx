import { useState } from "preact/hooks";
import type { Me } from "../../contract.ts";
import { supervises } from "../../cases/may.ts";
import type { NamedPath } from "../../figures/contract.ts";
import { number } from "../../figures/value.ts";
import { Choice } from "../field.tsx";
import { TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { Behind } from "./behind.tsx";
import { useFresh } from "./fresh.ts";
import { useIndicator } from "./setup.ts";

const dropOffs = "flow-drop-offs";

/** A flow step by step: how many came to each, and how many went away there. */
export const FlowPaths = ({ me, query }: { me: Me; query: URLSearchParams }) => {
  const { say, locale } = useSpeech();
  const { value } = useFresh<{ flows: NamedPath[] }>(`figures/flows?${query}`);
  const [chosen, setChosen] = useState("");
  const walked = value?.flows.filter(({ starts, left }) => starts + left > 0).toSorted((a, b) => b.starts - a.starts) ?? [];
  const path = walked.find(({ flow }) => flow === chosen) ?? walked[0];
  return (
    <section class="figure-card flow-paths">
      <h2>{say("figures.flow.title")}</h2>
      {value && !path && <p class="quiet-words">{say("figures.flow.none")}</p>}
      {path && (
        <>
          <div class="filters"><Choice label={say("figures.flow.which")} value={path.flow} onChoose={setChosen} options={walked.map(({ flow, name }) => ({ value: flow, title: name[locale] }))} /></div>
          <p>{say("figures.flow.sum", { starts: number(path.starts, locale), completions: number(path.completions, locale), left: number(path.left, locale) })}</p>
          <Diagram path={path} />
          <StepsTable me={me} path={path} query={String(query)} />
        </>
      )}
    </section>
  );
};

/** Each step as wide as those who came to it, with what went away there. The table below says the same. */
const Diagram = ({ path: { steps, starts, completions } }: { path: NamedPath }) => {
  const { say, locale } = useSpeech();
  const widest = Math.max(starts, ...steps.map(({ reached }) => reached), 1);
  const boxes = [
    { key: "start", words: say("figures.flow.start"), reached: starts, left: 0 },
    ...steps.map(({ step, asks, reached, left }) => ({ key: `step-${step}`, words: asks?.[locale] ?? step, reached, left })),
    { key: "end", words: say("figures.flow.end"), reached: completions, left: 0 },
  ];
  return (
    <ol class="flow-diagram" aria-hidden="true">
      {boxes.map(({ key, words, reached, left }) => (
        <li key={key}>
          <span class="flow-step"><span class="flow-words">{words}</span> <strong>{number(reached, locale)}</strong></span>
          <svg class="flow-bar" viewBox="0 0 100 4" preserveAspectRatio="none"><rect class="reached" width={(100 * reached) / widest} height="4" /><rect class="left" x={(100 * Math.max(0, reached - left)) / widest} width={(100 * Math.min(left, reached)) / widest} height="4" /></svg>
          {left > 0 && <span class="flow-left">↘ {say("figures.flow.left", { count: left, n: number(left, locale) })}</span>}
        </li>
      ))}
    </ol>
  );
};

const StepsTable = ({ me, path: { flow, name, steps }, query }: { me: Me; path: NamedPath; query: string }) => {
  const { say, locale } = useSpeech();
  const indicator = useIndicator(dropOffs);
  const [opened, setOpened] = useState<string>();
  const label = say("figures.flow.table", { name: name[locale] });
  const opens = indicator?.opens && supervises(me);
  return (
    <>
      <TableFrame label={label}>
        <table class="rows-table">
          <caption class="hidden">{label}</caption>
          <thead><tr>{["step", "reached", "left", "share"].map((head) => <th scope="col" key={head}>{say(`figures.flow.head.${head}`)}</th>)}{opens && <th scope="col" class="row-deed">{say("figures.head.deed")}</th>}</tr></thead>
          <tbody>
            {steps.map(({ step, asks, reached, left }) => (
              <tr key={step}>
                <th scope="row">{asks?.[locale] ?? step}{asks && <span class="hint">{step}</span>}</th><td>{number(reached, locale)}</td><td>{number(left, locale)}</td><td>{reached === 0 ? "–" : `${number((100 * left) / reached, locale, 1)} %`}</td>
                {opens && <td class="row-deed">{left > 0 && <button type="button" class="plain" onClick={() => setOpened(step)}>{say("figures.open")}<span class="hidden">: {step}</span></button>}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {opened !== undefined && indicator && <Behind indicator={indicator} row={`${flow} ${opened}`} name={`${name[locale]}: ${steps.find(({ step }) => step === opened)?.asks?.[locale] ?? opened}`} query={query} onClose={() => setOpened(undefined)} />}
    </>
  );
};
