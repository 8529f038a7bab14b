import type { Locale } from "../../../../locale.ts";
import type { TargetTold, Unit } from "../../figures/contract.ts";
import { number, periodWords, valueWords } from "../../figures/value.ts";
import { useLoaded } from "../pages/loaded.ts";
import { Sheet, TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";
import { useIndicator } from "./setup.ts";

/** What was promised, by institution, and how it stands at each cut. */
export const TargetsPage = () => {
  const { say, locale } = useSpeech();
  const loaded = useLoaded<{ targets: TargetTold[] }>("figures/targets");
  const groups = Map.groupBy(loaded.value?.targets ?? [], ({ institution }) => institution.id);
  return (
    <Sheet title={say("figures.page.targets")} loaded={loaded}>
      <p class="hint">{say("figures.target.note")}</p>
      {[...groups].map(([id, targets]) => <TargetTable key={id} title={targets[0]!.institution.name[locale]} targets={targets} />)}
    </Sheet>
  );
};

/** The targets of one of our own figures, if it has any. */
export const OwnTargets = ({ indicator }: { indicator: string }) => {
  const { say } = useSpeech();
  const { value } = useLoaded<{ targets: TargetTold[] }>("figures/targets");
  const own = value?.targets.filter((target) => target.indicator === indicator) ?? [];
  return own.length > 0 ? <TargetTable title={say("figures.page.targets")} targets={own} /> : null;
};

type Cut = TargetTold["followUp"][number];

const heads = ["name", "baseline", "target", "cut", "value", "progress", "from"] as const;

const TargetTable = ({ title, targets }: { title: string; targets: TargetTold[] }) => {
  const { say } = useSpeech();
  return (
    <section class="part">
      <h2>{title}</h2>
      <TableFrame label={title}>
        <table class="rows-table targets-table">
          <caption class="hidden">{title}</caption>
          <thead><tr>{heads.map((head) => <th scope="col" key={head}>{say(`figures.target.head.${head}`)}</th>)}</tr></thead>
          <tbody>{targets.map((target) => <Rows key={target.id} target={target} />)}</tbody>
        </table>
      </TableFrame>
    </section>
  );
};

/** The cuts that are over, the newest first; a run of cuts of which nobody told stands as one. */
const told = (followUp: Cut[]): Cut[][] =>
  followUp.toReversed().reduce<Cut[][]>((runs, cut) => {
    const last = runs.at(-1);
    if (cut.from === null && last?.[0]?.from === null) last.push(cut);
    else runs.push([cut]);
    return runs;
  }, []);

const Rows = ({ target: { name, unit, baseline, target, followUp, indicator } }: { target: TargetTold }) => {
  const { say, locale } = useSpeech();
  const unitOf = useIndicator(indicator ?? "")?.unit;
  const figure = (value: number) => (unitOf ? valueWords(say, locale, unitOf, value) : number(value, locale, 1));
  const runs = followUp.length > 0 ? told(followUp) : [[]];
  return runs.map((run, at) => (
    <tr key={run[0]?.cut ?? "none"}>
      {at === 0 && <th scope="rowgroup" rowSpan={runs.length}>{name[locale]}<span class="hint">{unit[locale]}</span></th>}
      {at === 0 && <td rowSpan={runs.length}>{baseline ? <>{figure(baseline.value)}<span class="hint">{say(baseline.included ? "figures.target.included" : "figures.target.apart")}</span></> : say("figures.target.no-baseline")}</td>}
      {at === 0 && <td rowSpan={runs.length}>{target ? <>{figure(target.value)}<span class="hint">{say("figures.target.by", { day: dayIn(locale, target.by) })}</span></> : say("figures.target.no-target")}</td>}
      {run[0] ? <CutCells run={run} name={name[locale]} unit={unitOf} /> : <td colSpan={4}>{say("figures.target.no-cut")}</td>}
    </tr>
  ));
};

/** One cut, or a run of them without a figure. */
const CutCells = ({ run, name, unit }: { run: Cut[]; name: string; unit: Unit | undefined }) => {
  const { say, locale } = useSpeech();
  const { cut, value, whole, progress, timeGone, from, report, note } = run[0]!;
  const day = periodWords(locale, { from: run.at(-1)!.cut, to: cut });
  const figure = (given: number) => (unit ? valueWords(say, locale, unit, given) : number(given, locale, 1));
  const percent = (share: number) => number(100 * share, locale, 1);
  return (
    <>
      <td>{day}</td>
      <td>{value === null && from === "counted" ? say("figures.none") : value === null ? <><strong>{say("figures.target.nobody")}</strong>{run.length > 1 && <span class="hint">{say("figures.target.cuts", { count: run.length })}</span>}</> : figure(value)}{whole !== null && value !== null && <span class="hint">{say("figures.target.of", { whole: number(whole, locale) })}</span>}</td>
      <td>
        {progress === null ? say("figures.none") : (
          <>
            <progress max={1} value={Math.min(1, Math.max(0, progress))} aria-label={`${name}, ${day}`} />
            <span>{timeGone === null ? say("figures.target.progress", { progress: percent(progress) }) : say("figures.target.progress-time", { progress: percent(progress), time: percent(timeGone) })}</span>
          </>
        )}
      </td>
      <td>{from && say(`figures.target.from.${from}`)}{report && <span class="hint">{say("figures.target.sent", { by: report.sentBy, day: dayIn(locale, report.sentOn) })}</span>}{note && <span class="hint">{typeof note === "string" ? note : note[locale]}</span>}</td>
    </>
  );
};

const dayIn = (locale: Locale, day: string): string => periodWords(locale, { from: day, to: day });
