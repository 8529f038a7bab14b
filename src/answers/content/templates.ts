import { z } from "zod";

const line = z.string().trim().min(1);
const bilingual = z.strictObject({ es: line, en: line });
const aliases = z.strictObject({ es: z.array(line).min(1), en: z.array(line).min(1) });
const aspect = z.strictObject({ heading: bilingual, aliases });

/** headings.yaml: how an aspect of a service is called, and how a price is said. `{name}` is the service's name. */
export const templatesSchema = z.strictObject({
  aspects: z.strictObject({
    summary: aspect, who: aspect, requirements: aspect, steps: aspect, cost: aspect,
    where: aspect, time: aspect, validity: aspect,
  }),
  currencies: z.strictObject({ COP: bilingual, USD: bilingual, EUR: bilingual }),
  cost: z.strictObject({ amount: bilingual, free: bilingual, unknown: bilingual, disagree: bilingual, figure: bilingual }),
  inline: z.strictObject({ amount: bilingual, free: bilingual, unknown: bilingual, disagree: bilingual }),
});

export type Templates = z.output<typeof templatesSchema>;

/** "{name}: cost" with { name: "SC-1" } → "SC-1: cost". */
export const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
