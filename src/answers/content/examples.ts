import { locales, type Locale } from "../../locale.ts";
import type { Content } from "./folder.ts";
import { outsideAll } from "./said.ts";

/** One way to ask for a service; without `service`, something that nothing here answers. */
export type Example = { text: string; locale: Locale; service?: string };

/** What people say, as far as it is written down: of the services, their facts, and what lies outside. */
export const examplesOf = ({ catalogue, moreAsks, said, lexicon }: Content): Example[] =>
  locales.flatMap((locale) => [
    ...(catalogue?.services ?? []).flatMap(({ id, asks, facts = [] }) =>
      [...asks[locale], ...facts.flatMap((fact) => fact.asks[locale])].map((text) => ({ text, locale, service: id }))),
    ...moreAsks.flatMap(({ pair, asks }) => {
      const service = /^service:([\w-]+)#/.exec(pair)?.[1];
      return service ? asks[locale].map((text) => ({ text, locale, service })) : [];
    }),
    ...said.flatMap(({ of, said }) => said[locale].map((text) => ({ text, locale, ...(of === outsideAll ? {} : { service: of }) }))),
    ...lexicon.outside[locale].map((text) => ({ text, locale })),
  ]);
