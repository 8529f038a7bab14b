import type { Fault } from "../fault.ts";
import { locales } from "../locale.ts";
import { coherent, dimensions, type Dimension, type Profile } from "./profile.ts";
import { applies } from "./route.ts";
import { readRoutes, type RoutesRead, type StepRead } from "./routes.ts";
import type { Cited, Step } from "./types.ts";

/** What the check may know of the rest of the knowledge. */
export type Beside = {
  /** The year (or undefined) and kind of each source. */
  sources: ReadonlyMap<string, { published?: string; kind: string }>;
  /** The text of a passage in each language. */
  passage: (pair: string, locale: (typeof locales)[number]) => string | undefined;
  institutions: ReadonlySet<string>;
};

/** Every fault of `data/routes`: form, names that lead nowhere, steps that nobody can be shown, old facts without their year. */
export const checkRoutes = (knowledge: string, beside: Beside): Fault[] => {
  const faults: Fault[] = [];
  const read = readRoutes(knowledge, faults);
  if (!read) return faults;
  const at = (file: string) => (path: string, message: string): Fault => ({ file, path, message });
  const own = at(`${knowledge}/data/routes/helpers.yaml`);
  const common = at(`${knowledge}/data/routes/shared.yaml`);
  const used = new Set(read.steps.flatMap(({ step }) => [...step.helpers, ...step.bring, step.right, step.refused]));
  const unused = (names: Record<string, unknown>, fault: typeof own) => Object.keys(names).filter((name) => !used.has(name)).map((name) => fault(name, "no step names it: take it out"));
  return [
    ...read.steps.flatMap(({ file, step }, index) => stepFaults(step, read, beside, index).map(([path, message]) => at(file)(`${step.id}.${path}`, message))),
    ...Object.entries(read.helpers).flatMap(([name, helper]) => [
      ...lineFaults(helper.line, beside).map((message) => own(`${name}.line`, message)),
      ...(helper.line || helper.sources.length > 0 ? [] : [own(name, "it has no source")]),
      ...(helper.institution === undefined || beside.institutions.has(helper.institution) ? [] : [own(`${name}.institution`, `no institution "${helper.institution}"`)]),
      ...sourceFaults(helper.sources, beside).map((message) => own(`${name}.sources`, message)),
    ]),
    ...Object.entries({ ...read.shared.rights, ...read.shared.refusals }).flatMap(([name, { sources }]) => sourceFaults(sources, beside).map((message) => common(`${name}.sources`, message))),
    ...unused(read.helpers, own), ...unused(read.shared.bring, common), ...unused(read.shared.rights, common), ...unused(read.shared.refusals, common),
  ];
};

type Found = [path: string, message: string];

const stepFaults = (step: StepRead, read: RoutesRead, beside: Beside, index: number): Found[] => {
  const { shared, helpers, steps } = read;
  const missing = (path: string, names: string[], known: Record<string, unknown>): Found[] =>
    names.filter((name) => !(name in known)).map((name) => [path, `nothing called "${name}" (known: ${Object.keys(known).join(", ")})`]);
  return [
    ...(steps.findIndex(({ step: other }) => other.id === step.id) < index ? [["id", `step "${step.id}" stands twice: give each its own id`] satisfies Found] : []),
    ...missing("helpers", step.helpers, helpers),
    ...missing("bring", step.bring, shared.bring),
    ...missing("right", [step.right], shared.rights),
    ...missing("refused", [step.refused], shared.refusals),
    ...sourceFaults(step.sources, beside).map((message): Found => ["sources", message]),
    ...(canBeShown(step) ? [] : [["when", "no profile can be shown this step: widen its conditions"] satisfies Found]),
    ...yearFaults(step, read, beside),
  ];
};

const sourceFaults = (sources: readonly Cited[], { sources: known }: Beside): string[] =>
  sources.filter(({ source }) => !known.has(source)).map(({ source }) => `no source "${source}" in data/sources`);

const lineFaults = (line: { number: string; passage: string } | undefined, { passage }: Beside): string[] =>
  line === undefined ? [] : locales.filter((locale) => !passage(line.passage, locale)?.includes(line.number)).map((locale) => `"${line.number}" does not stand in passage "${line.passage}" (${locale})`);

const newest = 2022;

/** A fact that only sources up to 2022 know says a year in both languages; laws have theirs in their name. */
const yearFaults = (step: StepRead, { shared, helpers }: RoutesRead, { sources }: Beside): Found[] => {
  const dated = step.sources.map(({ source }) => sources.get(source)).filter((source) => source?.kind !== "law");
  const isOld = step.sources.length === dated.length && dated.length > 0 && dated.every((source) => source?.published !== undefined && Number(source.published.slice(0, 4)) <= newest);
  if (!isOld) return [];
  const said = (locale: (typeof locales)[number]) => [step.text, shared.rights[step.right], ...step.helpers.flatMap((name) => [helpers[name]?.gives, helpers[name]?.address])].map((one) => one?.[locale] ?? "").join(" ");
  return locales.filter((locale) => !/\b20\d\d\b/.test(said(locale))).map((locale): Found => ["text", `its sources are of ${newest} or before, and no year is said in ${locale}`]);
};

/** Whether some profile that does not contradict itself is shown the step. */
export const canBeShown = (step: Pick<Step, "at" | "when" | "unless">): boolean => {
  const words = (dimension: Dimension): readonly string[] => step.when[dimension] ?? dimensions[dimension];
  for (const who of words("who")) for (const since of words("since")) for (const paper of words("paper")) for (const place of words("place")) for (const condition of words("condition")) {
    const profile = coherent({ need: [...(step.when.need ?? dimensions.need)], who, since, paper, place, condition: condition === "unsaid" ? [] : [condition], matter: [...(step.when.matter ?? [])] } as Profile);
    if (applies(step as Step, profile)) return true;
  }
  return false;
};
