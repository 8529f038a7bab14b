import { join } from "node:path";
import type { Fault } from "../../fault.ts";
import { locales } from "../../locale.ts";
import type { Content } from "../content/folder.ts";

const longestName = 40;

/** confusable.yaml: every service and passage that is offered exists, and its name fits a button. */
export const checkConfusables = ({ dir, confusables, catalogue }: Content, pairs: ReadonlySet<string>): Fault[] => {
  const file = join(dir, "data", "confusable.yaml");
  const services = new Set(catalogue?.services.map(({ id }) => id));
  return confusables.groups.flatMap(({ id, choices }) => choices.flatMap(({ name, service, passage }) => {
    const path = `groups.${id}.choices.${service ?? passage!}`;
    return [
      ...(service !== undefined && !services.has(service) ? [{ file, path, message: `no service called "${service}" in services.yaml` }] : []),
      ...(passage !== undefined && !pairs.has(passage) ? [{ file, path, message: `no passage called "${passage}"` }] : []),
      ...locales.filter((locale) => name[locale].length > longestName).map((locale) =>
        ({ file, path, message: `"${name[locale]}" has ${name[locale].length} characters; a button holds ${longestName}` })),
    ];
  }));
};
