import type { Samples, Shares } from "../../figures/contract.ts";
import { number } from "../../figures/value.ts";
import { TableFrame } from "../pages/sheet.tsx";
import { useSpeech } from "../speech.ts";

type Props = { title: string; shares: Shares; setup: Pick<Samples, "themes" | "actions"> };

/** What the judgements say, each share with its n and how far chance may have moved it. */
export const SharesPart = ({ title, shares: { judged, drawn, verdicts, themes, actions }, setup }: Props) => {
  const { say, locale } = useSpeech();
  const percent = (share: number | null) => (share === null ? say("figures.none") : `${number(100 * share, locale)} %`);
  const nameIn = (choices: Samples["themes"], id: string) => choices.find((choice) => choice.id === id)?.name[locale] ?? id;
  return (
    <section class="part">
      <h2>{title}</h2>
      <p>{say("figures.sample.judged", { n: number(judged, locale), whole: number(drawn, locale) })}</p>
      {judged > 0 && (
        <TableFrame label={title}>
          <table class="rows-table">
            <caption class="hidden">{title}</caption>
            <thead><tr>{["verdict", "n", "share", "bounds"].map((head) => <th scope="col" key={head}>{say(`figures.sample.head.${head}`)}</th>)}</tr></thead>
            <tbody>
              {verdicts.map(({ verdict, n, share, low, high }) => (
                <tr key={verdict}><th scope="row">{say(`figures.verdict.${verdict}`)}</th><td>{number(n, locale)}</td><td>{percent(share)}</td><td>{low === null || high === null ? say("figures.none") : say("figures.sample.between", { low: percent(low), high: percent(high) })}</td></tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {themes.length > 0 && (
        <TableFrame label={say("figures.sample.themes")}>
          <table class="rows-table">
            <thead><tr>{["theme", "n", "partly", "bad"].map((head) => <th scope="col" key={head}>{say(`figures.sample.head.${head}`)}</th>)}</tr></thead>
            <tbody>{themes.map(({ theme, n, partly, bad }) => <tr key={theme}><th scope="row">{nameIn(setup.themes, theme)}</th><td>{n}</td><td>{partly}</td><td>{bad}</td></tr>)}</tbody>
          </table>
        </TableFrame>
      )}
      {actions.length > 0 && (
        <TableFrame label={say("figures.sample.actions")}>
          <table class="rows-table">
            <thead><tr>{["action", "n"].map((head) => <th scope="col" key={head}>{say(`figures.sample.head.${head}`)}</th>)}</tr></thead>
            <tbody>{actions.map(({ action, n }) => <tr key={action}><th scope="row">{nameIn(setup.actions, action)}</th><td>{n}</td></tr>)}</tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
};
