import { existsSync, readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Tables } from "../../db/tables.ts";

const count = z.int().min(0);
const evaluation = z.strictObject({ content: z.string().min(1), at: z.iso.datetime(), full: count, partial: count, asked: count, silent: count, wrong: count });

/** What a trial of the content scored, as `npm run eval` leaves it for the service in a file. */
export type Evaluation = z.infer<typeof evaluation>;

/** Keeps the score that such a file has, once, where it is of the content that runs. Throws when the file is none. */
export const keepEvaluation = async (db: Kysely<Tables>, file: string, content: () => string): Promise<void> => {
  if (!existsSync(file)) return;
  const read = evaluation.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}; run \`npm run eval\` again`);
  const known = await db.selectFrom("evaluation").select("id").where("content", "=", read.data.content).where("at", "=", new Date(read.data.at)).executeTakeFirst();
  if (known || read.data.content !== content()) return;
  await db.insertInto("evaluation").values(read.data).onConflict((conflict) => conflict.doNothing()).execute();
};
