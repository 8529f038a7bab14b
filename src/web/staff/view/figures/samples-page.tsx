import { call } from "../../api.ts";
import { type SampleTold, type Samples, type Shares } from "../../figures/contract.ts";
import { queryOf, shown, viewFrom } from "../../figures/shown.ts";
import { number, periodWords } from "../../figures/value.ts";
import { goTo, pathOf } from "../../route.ts";
import { useStore } from "../../store.ts";
import { faultWords } from "../../words.ts";
import { Fault, Field } from "../field.tsx";
import { useForm } from "../form.ts";
import { Link } from "../link.tsx";
import { useLoaded } from "../pages/loaded.ts";
import { Sheet, TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { Filters } from "./filters.tsx";
import { useFresh } from "./fresh.ts";
import { SharesPart } from "./shares.tsx";

/** Answers drawn at random for somebody to judge, and what was found. */
export const SamplesPage = () => {
  const { say } = useSpeech();
  const query = queryOf(useStore(shown));
  const loaded = useLoaded<Samples>("figures/samples");
  const shares = useFresh<Shares>(`figures/quality?${query}`);
  return (
    <Sheet title={say("figures.page.samples")} loaded={loaded}>
      <p class="hint">{say("figures.sample.note")}</p>
      <Filters page="answers" period={undefined} alone />
      <DrawForm />
      {loaded.value && <SampleTable samples={loaded.value.samples} />}
      {shares.value && loaded.value && <SharesPart title={say("figures.sample.shares-period")} shares={shares.value} setup={loaded.value} />}
      <p role="status">{loaded.value?.samples.length === 0 ? say("figures.sample.none") : ""}</p>
    </Sheet>
  );
};

const DrawForm = () => {
  const { say, locale } = useSpeech();
  const { busy, refusal, onSubmit } = useForm(async ({ size, seed }) => {
    const { period, slice } = viewFrom("answers", shown.state());
    const drawn = await call<SampleTold>("POST", "figures/samples", { period, slice, size: Number(size), ...(seed ? { seed } : {}) });
    if (!drawn.ok) return drawn;
    goTo(pathOf("figures", `sample-${drawn.value.id}`));
  });
  return (
    <form class="draw-form" onSubmit={onSubmit}>
      <h2>{say("figures.sample.draw-title")}</h2>
      <Fault>{refusal && faultWords(refusal, locale)}</Fault>
      <div class="filters">
        <Field label={say("figures.sample.size")} name="size" type="number" min={1} max={200} defaultValue="20" required />
        <Field label={say("figures.sample.seed")} hint={say("figures.sample.seed-hint")} name="seed" pattern="[A-Za-z0-9_\-]{1,40}" />
        <button type="submit" class="primary" disabled={busy}>{say("figures.sample.draw")}</button>
      </div>
    </form>
  );
};

const SampleTable = ({ samples }: { samples: SampleTold[] }) => {
  const { say, locale } = useSpeech();
  if (samples.length === 0) return null;
  return (
    <section class="part">
      <h2>{say("figures.sample.list")}</h2>
      <TableFrame label={say("figures.sample.list")}>
        <table class="rows-table">
          <thead><tr>{["period", "judged", "population", "seed", "by"].map((head) => <th scope="col" key={head}>{say(`figures.sample.head.${head}`)}</th>)}</tr></thead>
          <tbody>
            {samples.map(({ id, period, judged, size, population, answers, seed, by }) => (
              <tr key={id}>
                <th scope="row"><Link href={pathOf("figures", `sample-${id}`)}>{periodWords(locale, period)}</Link></th>
                <td>{say("figures.sample.of", { n: number(judged, locale), whole: number(size, locale) })}</td>
                <td>{say("figures.sample.of", { n: number(population, locale), whole: number(answers, locale) })}</td>
                <td class="id">{seed}</td><td>{by.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
};
