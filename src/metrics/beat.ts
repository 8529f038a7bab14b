import { sql, type Kysely } from "kysely";
import type { Tables } from "../db/tables.ts";

const minuteMs = 60_000;

/** Writes down that the service serves in this minute; each minute counts once, however many processes there are. */
export const beat = async (db: Kysely<Tables>, now: Date): Promise<void> => {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  const hour = new Date(Math.floor(now.getTime() / (60 * minuteMs)) * 60 * minuteMs);
  await sql`
    insert into heartbeat (hour, minutes, last_minute) values (${hour}, 1, ${minute})
    on conflict (hour) do update set minutes = heartbeat.minutes + 1, last_minute = excluded.last_minute
    where heartbeat.last_minute < excluded.last_minute`.execute(db);
};
