import type { Question } from "./question.ts";
import type { Verdict } from "./score.ts";

export type Result = { question: Question; verdict: Verdict };

const verdicts: Verdict[] = ["full", "partial", "asked", "silent", "wrong"];

/** Counts by language, kind and condition, as the README shows them. */
export const table = (results: Result[]): string => {
  const rows = [
    row("all", results),
    ...groups(results, ({ lang }) => lang),
    ...groups(results, ({ kind }) => kind),
    ...groups(results, ({ condition }) => condition),
  ];
  return ["| questions | n | full | partial | asked back | silent | wrong |", "|---|---|---|---|---|---|---|", ...rows].join("\n");
};

/** What slips of the finger cost the same questions, in points of full answers. */
export const noiseCost = (clean: Result[], noisy: Result[]): string => {
  const full = (results: Result[]) => (100 * results.filter(({ verdict }) => verdict === "full").length) / results.length;
  const wrong = noisy.filter(({ verdict }) => verdict === "wrong").length;
  return `noise: ${clean.length} clean questions, full ${full(clean).toFixed(1)} % → ${full(noisy).toFixed(1)} %, `
    + `${(full(clean) - full(noisy)).toFixed(1)} points; wrong with noise ${((100 * wrong) / noisy.length).toFixed(1)} %`;
};

const groups = (results: Result[], by: (question: Question) => string): string[] =>
  [...new Set(results.map(({ question }) => by(question)))].map((name) =>
    row(name, results.filter(({ question }) => by(question) === name)));

const row = (name: string, results: Result[]): string => {
  const share = (verdict: Verdict) => {
    const n = results.filter((result) => result.verdict === verdict).length;
    return `${n} (${((100 * n) / results.length).toFixed(1)} %)`;
  };
  return `| ${name} | ${results.length} | ${verdicts.map(share).join(" | ")} |`;
};
