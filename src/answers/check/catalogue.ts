import type { Fault } from "../../fault.ts";
import { locales } from "../../locale.ts";
import type { Catalogue, Service } from "../content/catalogue.ts";
import type { Content } from "../content/folder.ts";
import { sourceKeys } from "../content/service-passages.ts";
import { aspects } from "../types.ts";
import { duplicates } from "./articles.ts";
import { isWebAddress } from "./web-address.ts";

const longestShort = 30;
const taken: readonly string[] = aspects;

/** services.yaml: every name that is used exists, nothing stands twice, buttons are short enough. */
export const checkCatalogue = (content: Content): Fault[] => {
  const { catalogue, catalogueFile: file } = content;
  if (!catalogue) return [];
  return [
    ...duplicates(catalogue.services.map(({ id }) => id)).map((id) =>
      ({ file, path: `services.${id}`, message: `service "${id}" stands twice` })),
    ...Object.entries(catalogue.institutions).flatMap(([id, { url, source }]) => [
      ...(isWebAddress(url) ? [] : [{ file, path: `institutions.${id}.url`, message: `"${url}" is not an http(s) address` }]),
      ...(source === undefined ? [] : unknownSources(`institutions.${id}`, source, content)),
    ]),
    ...catalogue.services.flatMap((service) => [
      ...checkReferences(service, catalogue).map((fault) => ({ file, ...fault })),
      ...checkShort(service).map((fault) => ({ file, ...fault })),
      ...citedIn(service, `services.${service.id}`).flatMap(({ path, key }) => unknownSources(path, key, content)),
      ...addressesIn(service).map((fault) => ({ file, ...fault })),
    ]),
  ];
};

type Found = { path: string; message: string };

const checkReferences = (service: Service, catalogue: Catalogue): Found[] => {
  const path = `services.${service.id}`;
  const ids = catalogue.services.map(({ id }) => id);
  const known = (field: string, name: string, names: string[], file: string): Found[] =>
    names.includes(name) ? [] : [{ path: `${path}.${field}`, message: `no ${file} called "${name}" (known: ${names.join(", ")})` }];
  return [
    ...known("topic", service.topic, Object.keys(catalogue.topics), "topic"),
    ...known("institution", service.institution, Object.keys(catalogue.institutions), "institution"),
    ...(service.family === undefined ? [] : known("family", service.family, Object.keys(catalogue.families), "family")),
    ...(service.lookalikes ?? []).flatMap((id) => known("lookalikes", id, ids, "service")),
    ...duplicates((service.facts ?? []).map(({ id }) => id)).map((id) =>
      ({ path: `${path}.facts.${id}`, message: `fact "${id}" stands twice` })),
    ...(service.facts ?? []).filter(({ id }) => taken.includes(id)).map(({ id }) =>
      ({ path: `${path}.facts.${id}`, message: `"${id}" is the name of an aspect: a fact needs another id` })),
  ];
};

const checkShort = ({ id, short }: Service): Found[] =>
  locales.filter((locale) => short[locale].length > longestShort).map((locale) => ({
    path: `services.${id}.short.${locale}`,
    message: `"${short[locale]}" has ${short[locale].length} characters; a button holds ${longestShort}`,
  }));

const unknownSources = (path: string, keys: string, { sources, catalogueFile }: Content): Fault[] =>
  sourceKeys(keys).filter((key) => !sources.has(key)).map((key) =>
    ({ file: catalogueFile, path, message: `no source called "${key}" in data/sources` }));

/** Every `source:` below a value, with the way to it. */
export const citedIn = (value: unknown, path: string): { path: string; key: string }[] =>
  walk(value, path).filter(({ name }) => name === "source").map(({ path: way, value: key }) => ({ path: way, key: String(key) }));

const addressesIn = (service: Service): Found[] =>
  walk(service, `services.${service.id}`)
    .filter(({ name, value }) => name === "url" && !isWebAddress(String(value)))
    .map(({ path, value }) => ({ path, message: `"${String(value)}" is not an http(s) address` }));

type Leaf = { path: string; name: string; value: unknown };

const walk = (value: unknown, path: string, name = ""): Leaf[] => {
  if (Array.isArray(value)) return value.flatMap((item, at) => walk(item, `${path}.${idOf(item) ?? at}`, name));
  if (typeof value !== "object" || value === null) return [{ path, name, value }];
  return Object.entries(value).flatMap(([key, below]) => walk(below, `${path}.${key}`, key));
};

const idOf = (item: unknown): string | undefined =>
  typeof item === "object" && item !== null && "id" in item ? String(item.id) : undefined;
