import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Fault } from "../../fault.ts";

const count = z.int().min(1).max(365);
const file = z.strictObject({ remind: z.array(count).min(1), giveUp: count, linkDays: count, outcomeDays: count, retentionDays: count })
  .refine(({ remind, giveUp }) => Math.max(...remind) < giveUp, { path: ["giveUp"], message: "must come after the last reminder" });

/** When an institution is reminded, when a person is asked, and how long anything is kept. */
export type ReferralRules = z.infer<typeof file>;

/** Reads `data/referrals.yaml` of the knowledge. Throws, naming every fault, when it cannot be used. */
export const loadReferralRules = (knowledge: string): ReferralRules => {
  const read = file.safeParse(content(knowledge));
  if (!read.success) throw new Error(`${place(knowledge)}: ${z.prettifyError(read.error)}`);
  return read.data;
};

export const checkReferralRules = (knowledge: string): Fault[] =>
  (file.safeParse(content(knowledge)).error?.issues ?? []).map(({ path, message }) => ({ file: place(knowledge), path: path.join("."), message }));

const place = (knowledge: string) => join(knowledge, "data", "referrals.yaml");

const content = (knowledge: string): unknown => (existsSync(place(knowledge)) ? parse(readFileSync(place(knowledge), "utf8")) : undefined);
