import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import type { Content } from "../content/folder.ts";
import { filesIn, readYaml } from "../content/read.ts";
import { sourceKeys } from "../content/service-passages.ts";
import { citedIn } from "./catalogue.ts";
import { isDate, isDay } from "./dates.ts";
import { isWebAddress } from "./web-address.ts";

/** Sources: an English title, a true date, a web address, and something that cites them. */
export const checkSources = (content: Content, now: Date): Fault[] => {
  const today = now.toISOString().slice(0, 10);
  const used = usedKeys(content);
  return [...content.sources].flatMap(([key, { source, file, hasEnglish }]) => {
    const faults: Fault[] = [];
    const say = (field: string, message: string) => faults.push({ file, path: field ? `${key}.${field}` : key, message });
    if (!hasEnglish) say("title_en", "the English title is missing");
    if (source.url !== undefined && !isWebAddress(source.url)) say("url", `"${source.url}" is not an http(s) address`);
    if (!isDay(source.seen)) say("seen", `"${source.seen}" is not a day (YYYY-MM-DD)`);
    if (source.published !== undefined && !isDate(source.published)) say("published", `"${source.published}" is not a day, month or year`);
    for (const field of ["seen", "published"] as const) {
      const date = source[field];
      if (date !== undefined && isDate(date) && date > today) say(field, `${date} is in the future`);
    }
    if (!used.has(key)) say("", `nothing cites source "${key}"`);
    return faults;
  });
};


const usedKeys = ({ dir, articles, catalogue }: Content): Set<string> => new Set([
  ...articles.flatMap(({ sections }) => sections.flatMap(({ sources }) => sources)),
  ...citedIn(catalogue, "").flatMap(({ key }) => sourceKeys(key)),
  ...otherData(dir).flatMap((value) => citedIn(value, "").flatMap(({ key }) => sourceKeys(key))),
]);

/** Offices, routes, notices …: checked by those who read them, but they cite sources too. */
const otherData = (dir: string): unknown[] =>
  filesIn(join(dir, "data"), ".yaml").filter((file) => !file.endsWith("services.yaml")).map((file) => readYaml(file, z.unknown(), []));
