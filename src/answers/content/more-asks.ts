import { basename, join } from "node:path";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import type { Locale } from "../../locale.ts";
import type { Passage } from "../types.ts";
import { filesIn, readYaml } from "./read.ts";

const line = z.string().trim().min(1);
const asksSchema = z.record(line, z.strictObject({ es: z.array(line).default([]), en: z.array(line).default([]) }));

/** Further ways in which people ask for a passage, by its pair: `data/asks/*.yaml`, kept apart as they grow by review. */
export type MoreAsks = { file: string; pair: string; asks: Record<Locale, string[]> }[];

export const readMoreAsks = (folder: string, faults: Fault[]): MoreAsks =>
  filesIn(join(folder, "asks"), ".yaml").flatMap((file) =>
    Object.entries(readYaml(file, asksSchema, faults) ?? {}).map(([pair, asks]) => ({ file, pair, asks })));

/** The passage with all that people say to ask for it. */
export const withMoreAsks = (passage: Passage, more: MoreAsks): Passage => {
  const further = more.filter(({ pair }) => pair === passage.pair).flatMap(({ asks }) => asks[passage.locale]);
  return further.length === 0 ? passage : { ...passage, asks: [...passage.asks, ...further] };
};

/** Asks for passages that are not there. */
export const checkMoreAsks = (more: MoreAsks, pairs: ReadonlySet<string>): Fault[] =>
  more
    .filter(({ pair }) => !pairs.has(pair))
    .map(({ file, pair }) => ({ file, path: pair, message: `no passage called "${pair}" (in ${basename(file)})` }));
