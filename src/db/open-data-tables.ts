import type { Generated } from "kysely";
import type { Instant } from "./tables.ts";

/** Open data as they were published; days are ISO text. */
export type OpenDataTables = {
  /** One a day; it is never changed. */
  open_version: { day: string; published_at: Instant };
  /** What was measured for the first version that has it, and what of it is shown. It is never measured again for a later one. */
  open_figure: {
    version: string;
    indicator: string;
    /** The group; "" is all. */
    by: string;
    step: "day" | "month" | "quarter" | "half-year";
    from_day: string;
    to_day: string;
    kind: "count" | "share" | "score" | "difference" | "order";
    value: number | null;
    part: number | null;
    whole: number;
    of_total: Generated<boolean>;
    shows_part: boolean;
    shows_whole: boolean;
  };
  open_file: { version: string; name: string; sha256: string };
  /** The bytes of a file; the same ones stand here once, however many versions have them. */
  open_content: { sha256: string; bytes: Uint8Array };
};
