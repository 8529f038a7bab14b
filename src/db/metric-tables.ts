import type { Generated } from "kysely";
import type { Locale } from "../locale.ts";
import type { Instant, JsonColumn } from "./tables.ts";

/** What figures need that no other row tells. Days are days of Bogotá, as ISO text. */
export type MetricTables = {
  /** Made for one day and thrown away after it: without it no mark can be made again. */
  people_salt: { day: string; salt: string };
  /** That somebody was there today: a hash of who, under the salt of the day. Only the count outlives the day. */
  people_mark: { day: string; mark: string; channel: string; locale: Locale };
  people_day: { day: string; channel: string; locale: Locale; people: number };
  /** Minutes of an hour in which a process served, whichever. */
  heartbeat: { hour: Instant; minutes: number; last_minute: Instant };
  /** Days until the next free opening of an office's counter, as it stood once a day; null when there was none. */
  next_opening: { day: string; office: string; counter: string; days: number | null };
  /** What `npm run eval` scored of a content (its hash). */
  evaluation: { id: Generated<string>; content: string; at: Instant; full: number; partial: number; asked: number; silent: number; wrong: number };
  /** A file of figures that an institution sent: who, when, up to which day, and which of its figures it left out. */
  figure_report: {
    id: Generated<string>;
    institution: string;
    sent_by: string;
    sent_on: string;
    cut: string;
    received_at: Instant;
    sha256: string;
    missing: JsonColumn<string[]>;
  };
  figure_reported: { report: string; target: string; value: number | null; whole: number | null; note: string | null };
};
