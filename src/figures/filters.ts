import { sql } from "kysely";
import { addDays, dayOf } from "../calendar.ts";
import { during } from "../metrics/where.ts";
import { topicsOf } from "./look.ts";
import type { DashboardParts } from "./parts.ts";
import type { Filters, Page } from "./types.ts";

/** What was not written about for longer is not offered. */
const days = 400;

/** Channels and topics that there was something of, and the languages that it is spoken in. */
export const filtersOf = async ({ db, now, deskTopics }: DashboardParts, page: Page): Promise<Filters> => {
  const today = dayOf(now());
  const lately = during("t.at", { from: addDays(today, -days), to: today });
  const { rows } = await sql<{ channel: string; topic: string | null }>`select distinct t.channel, t.topic from turn t where ${lately}`.execute(db);
  const distinct = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))].sort();
  const isDesk = topicsOf(page) === "desk";
  return {
    channels: distinct(rows.map(({ channel }) => channel)), locales: ["es", "en"],
    topics: isDesk ? [...deskTopics] : distinct(rows.map(({ topic }) => topic)), topicsBy: isDesk ? "desk-topic" : "topic",
  };
};
