import type { Generated } from "kysely";
import type { Locale } from "../locale.ts";
import type { Instant, JsonColumn } from "./tables.ts";

/** What supervisors keep of the dashboard, and what citizens answered to polls. Days are days of Bogotá, as ISO text. */
export type DashboardTables = {
  saved_view: { id: Generated<string>; staff_id: string; name: string; view: JsonColumn<unknown>; saved_at: Instant };
  /** Who gets a report by e-mail; periods that ended before `since` are not sent. */
  report_plan: { staff_id: string; every: "week" | "month"; locale: Locale; view_id: string | null; since: Instant };
  /** Answers drawn at random: of so many, the words of so many of them were still kept (`population`). */
  quality_sample: {
    id: Generated<string>;
    by_id: string;
    by_name: string;
    drawn_at: Instant;
    from_day: string;
    to_day: string;
    slice: JsonColumn<Record<string, string>>;
    seed: string;
    answers: number;
    population: number;
  };
  quality_item: { sample: string; number: number; turn: string };
  /** It only grows: the last one of an item counts. */
  quality_judgement: {
    id: Generated<string>;
    sample: string;
    number: number;
    verdict: "good" | "partly" | "bad";
    theme: string;
    action: string;
    by_id: string;
    by_name: string;
    at: Instant;
  };
  /** That somebody answered today: a hash of who and of the poll, under the salt of the day. It goes with the day. */
  poll_mark: { day: string; mark: string };
  poll_day: { poll: string; option: string; day: string; answers: number };
  /** What has been told of a poll: it grows by five or more at a time. */
  poll_told: { poll: string; option: string; answers: number; until: string };
};
