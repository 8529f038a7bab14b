import type { Source } from "../answers/types.ts";
import type { Polls } from "../figures/polls/polls.ts";
import type { Bilingual } from "../locale.ts";
import type { Targets } from "../metrics/targets/follow-up.ts";
import type { OpenData } from "../opendata/opendata.ts";
import type { Names } from "./figures.ts";

export type RendicionParts = Names & {
  openData: OpenData;
  targets: Targets;
  polls: Polls;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
  /** Whose figures they are. */
  agency: Bilingual;
  /** How long the law gives for an answer, by kind of case. Days are business days; none where there is no term. */
  terms: Record<string, { days: number | null; norm: string; article: string }>;
  source: (key: string) => Source | undefined;
};
