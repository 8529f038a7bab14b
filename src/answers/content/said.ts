import { join } from "node:path";
import { z } from "zod";
import type { Fault } from "../../fault.ts";
import type { Locale } from "../../locale.ts";
import { filesIn, readYaml } from "./read.ts";

const line = z.string().trim().min(1);
const saidSchema = z.record(line, z.strictObject({ es: z.array(line), en: z.array(line) }));

/** How people tell which service they want, or that it is none (`outside`): `data/said/*.yaml`. Not searched. */
export type Said = { file: string; of: string; said: Record<Locale, string[]> }[];

export const outsideAll = "outside";

export const readSaid = (folder: string, faults: Fault[]): Said =>
  filesIn(join(folder, "said"), ".yaml").flatMap((file) =>
    Object.entries(readYaml(file, saidSchema, faults) ?? {}).map(([of, said]) => ({ file, of, said })));

/** Words for services that are not there. */
export const checkSaid = (said: Said, services: readonly { id: string }[]): Fault[] =>
  said
    .filter(({ of }) => of !== outsideAll && !services.some(({ id }) => id === of))
    .map(({ file, of }) => ({ file, path: of, message: `no service called "${of}" (services: ${services.map(({ id }) => id).join(", ")}; or "${outsideAll}")` }));
