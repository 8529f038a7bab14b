import type { Db } from "../db/open.ts";
import type { Bilingual } from "../locale.ts";
import type { QueueMail } from "../mail/queue.ts";
import type { Metrics } from "../metrics/indicators.ts";
import type { Grouping } from "../metrics/types.ts";
import type { Texts } from "../text.ts";
import type { FiguresSetup } from "./setup.ts";

export type DashboardParts = {
  db: Db;
  now: () => Date;
  metrics: Metrics;
  texts: Texts;
  setup: FiguresSetup;
  /** Whose figures they are. */
  agency: Bilingual;
  /** Takes out of words what names or reaches a person, and codes. */
  redact: (text: string) => string;
  /** For how many days a question's words are kept. */
  wordsDays: number;
  /** The steps of a flow in the order of its file; none for a flow that is gone. */
  stepsOf: (flow: string) => string[];
  /** The ids of the desk's topics. */
  deskTopics: readonly string[];
  /** What is called by its own data: an office, an institution. */
  called: (by: Grouping, row: string) => Bilingual | undefined;
  /** Minutes of open desk between two instants. */
  openMinutes: (from: Date, to: Date) => number;
  /** Where the staff page is. */
  staffUrl: () => string;
  /** Not there: the service sends no mail. */
  mail?: QueueMail;
};
