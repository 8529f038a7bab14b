import { themes, units, type Grouping, type Indicator } from "../metrics/types.ts";
import type { Published } from "./entries.ts";
import { publicIndicators, type OpenDataParts } from "./parts.ts";
import { shownOf } from "./shown.ts";
import { nameOf, steps, type Step } from "./spans.ts";
import type { Field, Table } from "./table.ts";

export const fileOfStep = { day: "days", month: "months", quarter: "quarters", "half-year": "half-years" } as const satisfies Record<Step, string>;

/** The group of all together. */
export const all = "all";

/** Everything that a version tells, as tables. */
export const tablesOf = (parts: OpenDataParts, published: Published[]): Table[] =>
  [...steps.map((step) => figures(step, published)), indicators(parts), groups(parts, published), targets(parts), reported(parts), commitments(parts), consultations(parts)];

const words = (...names: string[]): Field[] => names.map((name) => ({ name, type: "string" }));
const needed = (field: Field): Field => ({ ...field, required: true });
const bilingual = (...names: string[]): Field[] => names.flatMap((name) => words(`${name}_es`, `${name}_en`));

const figureFields: readonly Field[] = [
  ...words("indicator", "group", "period").map(needed),
  ...(["from", "to"] as const).map((name): Field => ({ name, type: "date", required: true })),
  { name: "state", type: "string", required: true, values: ["shown", "hidden", "none"] },
  { name: "value", type: "number" }, { name: "part", type: "integer" }, { name: "whole", type: "integer" },
];

const figures = (step: Step, published: Published[]): Table => {
  const shown = shownOf(published.filter(({ span }) => span.step === step));
  const rows = [...shown].map(([{ indicator, by, span }, { state, value, part, whole }]) => (
    { indicator, group: by || all, period: nameOf(span), from: span.from, to: span.to, state, value: value === null ? null : Number(value.toFixed(4)), part, whole }));
  const order = ({ indicator, period, group }: (typeof rows)[number]) => `${period} ${indicator} ${group === all ? "" : group}`;
  rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { name: fileOfStep[step], fields: figureFields, key: ["indicator", "group", "period"], rows, refers: { field: "indicator", table: "indicators", to: "id" } };
};

const indicators = (parts: OpenDataParts): Table => ({
  name: "indicators",
  fields: [
    needed({ name: "id", type: "string" }), { name: "theme", type: "string", values: themes }, { name: "unit", type: "string", values: units },
    { name: "about", type: "string", values: ["people", "service"] }, ...words("tables"), { name: "better", type: "string", values: ["higher", "lower", "neither"] },
    ...bilingual("name", "definition", "formula", "moment", "owner", "example"), ...words("example_sum"), { name: "example_value", type: "number" },
  ],
  key: ["id"],
  rows: publicIndicators(parts).map((one) => ({
    id: one.id, theme: one.theme, unit: one.unit, about: parts.setup.rules.aboutService.has(one.id) ? "service" : "people", tables: one.sources.join(" "), better: one.better,
    ...told("name", one.name), ...told("definition", one.definition), ...told("formula", one.formula), ...told("moment", one.when), ...told("owner", one.owner), ...told("example", one.example),
    example_sum: one.example.sum, example_value: one.example.value,
  })),
});

const told = (name: string, { es, en }: { es: string; en: string }) => ({ [`${name}_es`]: es, [`${name}_en`]: en });

const groups = (parts: OpenDataParts, published: Published[]): Table => {
  const seen = new Map(publicIndicators(parts).flatMap((one) => (one.by ? [[one.id, { by: one.by, groups: new Set<string>() }] satisfies [string, Seen]] : [])));
  for (const { indicator, by } of published) if (by !== "") seen.get(indicator)?.groups.add(by);
  return {
    name: "groups",
    fields: [...words("indicator", "group", "grouping").map(needed), ...bilingual("name")],
    key: ["indicator", "group"],
    rows: [...seen].flatMap(([indicator, { by, groups: found }]) => [...found].sort().map((group) => (
      { indicator, group, grouping: by, name_es: parts.metrics.labelOf(by, group, "es"), name_en: parts.metrics.labelOf(by, group, "en") }))),
    refers: { field: "indicator", table: "indicators", to: "id" },
  };
};

type Seen = { by: NonNullable<Indicator["by"]> & Grouping; groups: Set<string> };

const targets = ({ targets: all }: OpenDataParts): Table => ({
  name: "targets",
  fields: [
    needed({ name: "id", type: "string" }), ...words("institution"), ...bilingual("institution_name", "name", "unit_name"), { name: "baseline", type: "number" }, { name: "baseline_included", type: "string", values: ["yes", "no"] },
    { name: "target", type: "number" }, { name: "since", type: "date" }, { name: "by", type: "date" }, ...words("source", "indicator"),
  ],
  key: ["id"],
  rows: all.map(({ id, institution, name, unit, baseline, target, source, indicator }) => ({
    id, institution: institution.id, ...told("institution_name", institution.name), ...told("name", name), ...told("unit_name", unit),
    baseline: baseline?.value ?? null, baseline_included: baseline ? (baseline.included ? "yes" : "no") : null, target: target?.value ?? null, since: target?.since ?? null, by: target?.by ?? null, source, indicator,
  })),
});

/** What the institutions published of their targets. */
const reported = ({ targets: all }: OpenDataParts): Table => ({
  name: "reported",
  fields: [needed({ name: "target_id", type: "string" }), { name: "cut", type: "date", required: true }, { name: "value", type: "number" }, { name: "of", type: "number" }, ...bilingual("note"), ...words("source")],
  key: ["target_id", "cut"],
  rows: all.flatMap(({ id, published, source }) => published.map(({ cut, value, whole, note }) => ({ target_id: id, cut, value, of: whole, note_es: note?.es ?? null, note_en: note?.en ?? null, source }))),
  refers: { field: "target_id", table: "targets", to: "id" },
});

const commitments = ({ setup }: OpenDataParts): Table => ({
  name: "commitments",
  fields: [...bilingual("what", "value"), ...words("as_of", "source", "indicator")],
  key: ["what_es"],
  rows: setup.accountability.commitments.map((one) => ({ ...told("what", one.what), ...told("value", one.value), as_of: one["as-of"], source: one.source, indicator: one.follow ?? null })),
});

const consultations = ({ setup }: OpenDataParts): Table => ({
  name: "consultations",
  fields: [needed({ name: "id", type: "string" }), { name: "asked_on", type: "date", required: true }, ...bilingual("question", "answer"), { name: "answered_on", type: "date" }, ...words("source")],
  key: ["id"],
  rows: setup.accountability.consultations.map((one) => ({
    id: one.id, asked_on: one["asked-on"], ...told("question", one.question), answer_es: one.answer?.es ?? null, answer_en: one.answer?.en ?? null, answered_on: one["answered-on"], source: one.source,
  })),
});
