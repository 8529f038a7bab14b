import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";
import { writeCsv } from "../csv.ts";

/**
 * The rows from which every figure can be counted again, without words and without persons; conversations are numbers that
 * hold for one export only. Gives each file's name and text.
 */
export const rawFiles = async (db: Kysely<Tables>): Promise<{ name: string; text: string }[]> => {
  const files = [];
  for (const [name, { columns, from }] of Object.entries(tables)) {
    const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(Object.entries(columns).map(([as, column]) => `${column} as "${as}"`).join(", "))} from ${sql.raw(from)}`.execute(db);
    files.push({ name: `${name}.csv`, text: writeCsv(Object.keys(columns), rows) });
  }
  return files;
};

const same = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

const tables: Record<string, { columns: Record<string, string>; from: string }> = {
  turn: {
    columns: { ...same("id"), conversation: "dense_rank() over (order by conversation_id)", ...same("channel", "locale", "outcome", "topic", "flow", "step", "begun_by", "began_flow", "ms", "at") },
    from: "turn order by id",
  },
  rating: { columns: same("score", "channel", "locale", "at"), from: "rating order by at" },
  people: {
    columns: same("day", "channel", "locale", "people"),
    from: "(select day, channel, locale, people from people_day union all select day, channel, locale, count(*)::int from people_mark group by day, channel, locale) p order by day, channel, locale",
  },
  handoff: { columns: same("number", "channel", "locale", "topic", "reason", "asked_at", "due_at", "first_reply_at", "first_reply_minutes", "closed_at"), from: "handoff order by number" },
  case: {
    columns: { case: "sequence || '/' || year", ...same("kind", "channel", "locale", "state", "filed_at", "due_on", "closed_at", "answered_at", "answer_days", "transferred_on", "transfer_late") },
    from: "case_file order by year, sequence",
  },
  case_event: { columns: { case: "c.sequence || '/' || c.year", did: "e.did", at: "e.at" }, from: "case_event e join case_file c on c.id = e.case_id order by e.id" },
  opening: { columns: same("id", "office", "counter", "day", "capacity"), from: "opening order by id" },
  seat: { columns: { ...same("opening_id", "number"), blocked: "blocked is not null" }, from: "seat order by opening_id, number" },
  booking: { columns: same("opening_id", "state", "walk_in", "cancelled_by", "cancelled_at", "channel", "locale"), from: "booking order by id" },
  next_opening: { columns: same("day", "office", "counter", "days"), from: "next_opening order by day, office, counter" },
  referral: { columns: same("institution", "channel", "locale", "sent_at", "outcome", "outcome_at"), from: "referral order by id" },
  evaluation: { columns: { at: "at", full: '"full"', partial: '"partial"', asked: "asked", silent: "silent", wrong: "wrong" }, from: "evaluation order by at" },
  heartbeat: { columns: same("hour", "minutes"), from: "heartbeat order by hour" },
};
