import { useState } from "preact/hooks";
import type { Me } from "../../contract.ts";
import { supervises } from "../../cases/may.ts";
import type { Indicator, OneFigure } from "../../figures/contract.ts";
import { queryOf, shown } from "../../figures/shown.ts";
import { useStore } from "../../store.ts";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { Behind } from "./behind.tsx";
import { Definition } from "./definition.tsx";
import { Filters } from "./filters.tsx";
import { useFresh } from "./fresh.ts";
import { Days } from "./look-page.tsx";
import { OwnTargets } from "./targets-page.tsx";
import { RowsChart } from "./rows-chart.tsx";
import { Standing } from "./standing.tsx";
import { TimeChart } from "./time-chart.tsx";
import { Tools } from "./tools.tsx";

type Opened = { row: string | undefined; name: string };

/** One figure: over time, by its groups, how it is reckoned, its target, and the conversations behind it. */
export const OnePage = ({ me, indicator }: { me: Me; indicator: Indicator & { opens: boolean } }) => {
  const { say, locale } = useSpeech();
  const query = String(queryOf(useStore(shown)));
  const one = useFresh<OneFigure>(`figures/of/${indicator.id}?${query}`);
  const [opened, setOpened] = useState<Opened>();
  const name = indicator.name[locale];
  const opens = indicator.opens && supervises(me);
  const openTo = (row: string | undefined, words: string) => (
    <button type="button" class="plain" onClick={() => setOpened({ row, name: words })}>{say("figures.open")}<span class="hidden">: {words}</span></button>
  );
  return (
    <Sheet title={name} loaded={one} tools={<Tools page={indicator.theme} />}>
      <Filters page={indicator.theme} period={one.value?.period} />
      <p class="lead">{indicator.definition[locale]}</p>
      {one.value && (
        <>
          <Days look={one.value} />
          <section class="figure-card" aria-label={name} data-figure={indicator.id}>
            <Standing indicator={indicator} figure={one.value.figure} />
            {opens && !one.value.figure.now.without && <p>{openTo(undefined, name)}</p>}
            <Definition indicator={indicator} />
          </section>
          <TimeChart indicator={indicator} one={one.value} />
          {(one.value.figure.now.rows?.length ?? 0) > 0 && (
            <section class="figure-card">
              <h2>{say("figures.by-title", { by: say(`figures.by.${indicator.by ?? "other"}`) })}</h2>
              <RowsChart indicator={indicator} figure={one.value.figure} {...(opens ? { deed: (row, words) => openTo(row.by, words) } : {})} />
            </section>
          )}
        </>
      )}
      <OwnTargets indicator={indicator.id} />
      {opened && <Behind indicator={indicator} row={opened.row} name={opened.name} query={query} onClose={() => setOpened(undefined)} />}
    </Sheet>
  );
};
