import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { dayOf, type Day } from "../calendar.ts";
import type { Tables } from "../db/tables.ts";
import type { Published } from "./entries.ts";

export type StoredFile = { name: string; bytes: Uint8Array; sha256: string };

/** What was published until a version, itself included. */
export const publishedUntil = async (db: Kysely<Tables>, version: Day): Promise<Published[]> => {
  const rows = await db.selectFrom("open_figure").selectAll().where("version", "<=", version).orderBy("indicator").orderBy("by").orderBy("from_day").execute();
  return rows.map((row) => ({
    indicator: row.indicator, by: row.by, span: { step: row.step, from: row.from_day, to: row.to_day }, kind: row.kind,
    value: row.value, part: row.part, whole: row.whole, ofTotal: row.of_total, showsPart: row.shows_part, showsWhole: row.shows_whole, version: row.version,
  }));
};

/** The days of the versions, the newest first. */
export const versionsOf = async (db: Kysely<Tables>): Promise<Day[]> =>
  (await db.selectFrom("open_version").select("day").orderBy("day", "desc").execute()).map(({ day }) => day);

/** Keeps a version whole; false when somebody else published that day before. */
export const keep = (db: Kysely<Tables>, version: Day, figures: Published[], files: StoredFile[], now: Date): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const made = await trx.insertInto("open_version").values({ day: version, published_at: now }).onConflict((conflict) => conflict.doNothing()).returning("day").executeTakeFirst();
    if (!made) return false;
    for (let at = 0; at < figures.length; at += rowsAtOnce) await trx.insertInto("open_figure").values(figures.slice(at, at + rowsAtOnce).map(rowOf)).execute();
    for (const { name, bytes, sha256 } of files) {
      await trx.insertInto("open_content").values({ sha256, bytes }).onConflict((conflict) => conflict.doNothing()).execute();
      await trx.insertInto("open_file").values({ version, name, sha256 }).execute();
    }
    return true;
  });

/** Below the number of parameters that a statement may have. */
const rowsAtOnce = 1000;

const rowOf = ({ indicator, by, span, kind, value, part, whole, ofTotal, showsPart, showsWhole, version }: Published) => ({
  indicator, by, step: span.step, from_day: span.from, to_day: span.to, kind, value, part, whole, of_total: ofTotal, shows_part: showsPart, shows_whole: showsWhole, version,
});

export type FileShown = { name: string; sha256: string; size: number };

/** The files of a version by name. */
export const filesOf = async (db: Kysely<Tables>, version: Day): Promise<FileShown[]> =>
  (await db.selectFrom("open_file as f").innerJoin("open_content as c", "c.sha256", "f.sha256")
    .select(({ fn }) => ["f.name", "f.sha256", fn<number>("octet_length", ["c.bytes"]).as("size")]).where("f.version", "=", version).orderBy("f.name").execute());

export const fileOf = (db: Kysely<Tables>, version: Day, name: string): Promise<StoredFile | undefined> =>
  db.selectFrom("open_file as f").innerJoin("open_content as c", "c.sha256", "f.sha256")
    .select(["f.name", "f.sha256", "c.bytes"]).where("f.version", "=", version).where("f.name", "=", name).executeTakeFirst();

/** The first day on which anything happened; none before it. */
export const firstDay = async (db: Kysely<Tables>): Promise<Day | undefined> => {
  const turn = await db.selectFrom("turn").select(({ fn }) => fn.min("at").as("at")).executeTakeFirst();
  const filed = await db.selectFrom("case_file").select(({ fn }) => fn.min("filed_at").as("at")).executeTakeFirst();
  const days = [turn?.at, filed?.at].flatMap((at) => (at ? [dayOf(at)] : []));
  return days.sort()[0];
};

export const fingerprint = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
