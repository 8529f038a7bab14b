import type { Fault } from "../../fault.ts";
import { type Locale, locales } from "../../locale.ts";
import { editDistance } from "../../words.ts";
import type { Content, TextsFace } from "../check.ts";
import type { Flow, Step } from "../flow.ts";
import { engineTexts } from "./engine-texts.ts";

/** Texts that a flow or the engine needs and lacks, that nobody uses, or that differ between the languages. */
export const textFaults = (content: Content): Fault[] => {
  const { texts, flows } = content;
  const needed = [...engineTexts, ...[...flows.values()].flatMap((flow) => [...textsOf(flow), ...actionTexts(flow, content)])];
  const missing = [...new Set(needed)].flatMap((key) => locales.filter((locale) => !texts.has(key, locale)).map((locale) => missingIn(texts, key, locale)));
  const said = new Set(missing.map(({ file, path }) => `${file}:${path}`));
  return [
    ...missing,
    ...languageFaults(texts).filter(({ file, path }) => !said.has(`${file}:${path}`)),
    ...[...flows.values()].flatMap((flow) => unusedTexts(flow, content)),
  ];
};

/** The keys that a flow cannot do without. */
const textsOf = (flow: Flow): string[] =>
  [`${flow.name}.title`, ...flow.steps.flatMap(stepTexts).map((key) => `${flow.name}.${key}`)];

const stepTexts = (step: Step): string[] => {
  switch (step.verb) {
    case "say": return [step.say];
    case "ask": return [`${step.ask}.ask`];
    case "form": return Object.keys(step.form).map((slot) => `${slot}.ask`);
    case "choose": return ["ask", ...("list" in step.from ? step.from.list : [])].map((word) => `${step.choose}.${word}`);
    default: return [];
  }
};

const actionTexts = (flow: Flow, { actions }: Content): string[] => [
  ...(flow.aside === undefined ? [] : actions[flow.aside]?.texts ?? []),
  ...flow.steps.flatMap((step) => (step.verb === "call" ? actions[step.call]?.texts ?? [] : [])),
];

const missingIn = (texts: TextsFace, key: string, locale: Locale): Fault => {
  const near = texts.keys(locale).find((other) => other.split(".")[0] === key.split(".")[0] && editDistance(other, key, 2) <= 2);
  return textFault(key, locale, `text "${key}" is missing in ${locale}${near ? `: did you mean "${near}"?` : ": write it"}`);
};

const languageFaults = (texts: TextsFace): Fault[] =>
  locales.flatMap((locale) => {
    const other = locale === "es" ? "en" : "es";
    return texts.keys(other).flatMap((key) => {
      if (!texts.has(key, locale)) return [textFault(key, locale, `text "${key}" is in ${other} but missing in ${locale}: write it`)];
      const lacking = texts.paramsOf(key, other).filter((param) => !texts.paramsOf(key, locale).includes(param));
      return lacking.map((param) => textFault(key, locale, `text "${key}" has {{${param}}} in ${other} but not in ${locale}: use the same params`));
    });
  });

const unusedTexts = (flow: Flow, content: Content): Fault[] => {
  const used = new Set([
    ...textsOf(flow),
    ...[...content.flows.values()].flatMap((each) => actionTexts(each, content)),
    ...flow.questions.flatMap(({ slot }) => [`${flow.name}.${slot}.invalid`, `${flow.name}.${slot}.name`]),
    ...flow.steps.flatMap((step) => (step.verb === "choose" && "list" in step.from ? step.from.list.map((value) => `${flow.name}.${step.choose}.${value}-called`) : [])),
  ]);
  return locales.flatMap((locale) => (
    content.texts.keys(locale)
      .filter((key) => key.startsWith(`${flow.name}.`) && !used.has(key))
      .map((key) => textFault(key, locale, `text "${key}" is used by no step of flow "${flow.name}": remove it`))
  ));
};

const textFault = (key: string, locale: Locale, message: string): Fault => {
  const [namespace, ...path] = key.split(".");
  return { file: `locales/${locale}/${namespace}.yaml`, path: path.join("."), message };
};
