import { useId } from "preact/hooks";
import type { NamedFigure } from "../../figures/contract.ts";
import { pathOf } from "../../route.ts";
import { Link } from "../link.tsx";
import { useSpeech } from "../speech.ts";
import { Definition } from "./definition.tsx";
import { RowsChart } from "./rows-chart.tsx";
import { useIndicator } from "./setup.ts";
import { Standing } from "./standing.tsx";

type Props = { figure: NamedFigure; /** Only the figure, without its rows. */ brief: boolean };

/** A figure among others: its value, its rows as a chart and a table, and how it is reckoned. */
export const FigureCard = ({ figure, brief }: Props) => {
  const { locale } = useSpeech();
  const id = useId();
  const indicator = useIndicator(figure.id);
  if (!indicator) return null;
  return (
    <section class={brief ? "figure-card brief" : "figure-card"} aria-labelledby={id} data-figure={figure.id}>
      <h2 id={id}><Link href={pathOf("figures", figure.id)}>{indicator.name[locale]}</Link></h2>
      <Standing indicator={indicator} figure={figure} />
      {!brief && <RowsChart indicator={indicator} figure={figure} />}
      <Definition indicator={indicator} />
    </section>
  );
};
