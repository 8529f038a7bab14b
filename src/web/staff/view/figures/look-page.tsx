import type { Me } from "../../contract.ts";
import type { NamedLook, Page } from "../../figures/contract.ts";
import { queryOf, shown } from "../../figures/shown.ts";
import { periodWords } from "../../figures/value.ts";
import { useStore } from "../../store.ts";
import { useFresh } from "./fresh.ts";
import { Sheet } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { Alerts } from "./alerts.tsx";
import { Filters } from "./filters.tsx";
import { FigureCard } from "./figure-card.tsx";
import { FlowPaths } from "./flow-paths.tsx";
import { Tools } from "./tools.tsx";

/** A page of figures: the chosen ones, or those of a theme. */
export const LookPage = ({ me, page }: { me: Me; page: Page }) => {
  const { say } = useSpeech();
  const query = queryOf(useStore(shown));
  const look = useFresh<NamedLook>(`figures/look?page=${page}&${query}`);
  return (
    <Sheet title={say(`figures.page.${page}`)} loaded={look} tools={<Tools page={page} />}>
      <Filters page={page} period={look.value?.period} />
      {page === "overview" && <Alerts />}
      {look.value && <Days look={look.value} />}
      {look.value && (
        <div class="figure-cards">
          {look.value.figures.map((figure) => <FigureCard key={figure.id} figure={figure} brief={page === "overview"} />)}
        </div>
      )}
      {page === "flows" && <FlowPaths me={me} query={query} />}
    </Sheet>
  );
};

/** The days that are looked at, in words. */
export const Days = ({ look: { period, against, open } }: { look: Pick<NamedLook, "period" | "against" | "open"> }) => {
  const { say, locale } = useSpeech();
  const words = periodWords(locale, period);
  return <p class="days" role="status">{open && <><span class="tag">{say("figures.unfinished")}</span> </>}{against ? say("figures.days-against", { period: words, against: periodWords(locale, against) }) : say("figures.days", { period: words })}</p>;
};
