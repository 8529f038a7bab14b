import type { Indicator, OneFigure } from "../../figures/contract.ts";
import { dayInShort, number, periodWords, tickWords, valueWords } from "../../figures/value.ts";
import { TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { Chart } from "./chart.tsx";
import { lines } from "./plot.ts";

/** A figure over time: a line, and the same as a table. */
export const TimeChart = ({ indicator, one: { step, points, before } }: { indicator: Indicator; one: OneFigure }) => {
  const { say, locale } = useSpeech();
  const { unit, name } = indicator;
  if (points.length < 2 || points.every(({ value }) => value === null)) return null;
  const title = say("figures.time", { step: say(`figures.step.${step}`) });
  const dots = points.map(({ period, value }, at) => ({ label: dayInShort(locale, period.from), value, before: before[at]?.value ?? null }));
  return (
    <section class="figure-card">
      <h2>{title}</h2>
      <figure>
        <Chart label={`${name[locale]}: ${title}`} draw={(width) => lines(dots, width, { tick: (value) => tickWords(locale, unit, value), from: unit === "score" ? 1 : 0 })} />
        <figcaption class="hint">{before.length > 0 ? say("figures.lines") : say("figures.line")}</figcaption>
      </figure>
      <TableFrame label={`${name[locale]}: ${title}`}>
        <table class="rows-table">
          <caption class="hidden">{`${name[locale]}: ${title}`}</caption>
          <thead><tr><th scope="col">{say("figures.head.when")}</th><th scope="col">{say("figures.head.value")}</th>{unit !== "count" && <th scope="col">{say("figures.head.n")}</th>}{before.length > 0 && <th scope="col">{say("figures.head.before")}</th>}</tr></thead>
          <tbody>
            {points.map(({ period, value, n }, at) => (
              <tr key={period.from}>
                <th scope="row">{periodWords(locale, period)}</th><td>{valueWords(say, locale, unit, value)}</td>{unit !== "count" && <td>{number(n, locale)}</td>}
                {before.length > 0 && <td>{valueWords(say, locale, unit, before[at]?.value ?? null)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
};
