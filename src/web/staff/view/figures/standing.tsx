import type { Indicator, NamedFigure } from "../../figures/contract.ts";
import { changeWords, number, valueWords } from "../../figures/value.ts";
import { useSpeech } from "../speech.ts";

type Props = { indicator: Indicator; figure: NamedFigure };

/** The figure itself, from how many, and how it changed: in words, so that no colour is needed. */
export const Standing = ({ indicator, figure: { now, before, change } }: Props) => {
  const { say, locale } = useSpeech();
  const { unit } = indicator;
  if (now.without) return <p class="quiet-words">{now.without === "source" ? (indicator.missing?.[locale] ?? say("figures.without.source")) : say("figures.without.slice")}</p>;
  return (
    <>
      <p class="figure-value">{valueWords(say, locale, unit, now.value)}</p>
      {unit !== "count" && <p class="hint">{say("figures.from-n", { n: number(now.n, locale) })}</p>}
      {before && (
        <p class={`figure-change ${change?.good === true ? "good" : change?.good === false ? "bad" : ""}`}>
          {change ? <><Arrow by={change.by} />{changeWords(say, locale, unit, change)}{change.good !== null && <span class="verdict"> · {say(change.good ? "figures.change.good" : "figures.change.bad")}</span>}</> : say("figures.change.none")}
          <span class="hint">{say("figures.before", { value: valueWords(say, locale, unit, before.value) })}</span>
        </p>
      )}
    </>
  );
};

const Arrow = ({ by }: { by: number }) => <span aria-hidden="true" class="arrow">{by > 0 ? "▲" : by < 0 ? "▼" : "="} </span>;
