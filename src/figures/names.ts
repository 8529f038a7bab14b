import type { Locale } from "../locale.ts";
import type { Grouping } from "../metrics/types.ts";
import type { DashboardParts } from "./parts.ts";

type Parts = Pick<DashboardParts, "metrics" | "texts" | "called">;

/** What a row is called in a language; its own short name where nobody gave it words. Of two parts, the second is an id. */
export const nameOf = (parts: Parts, by: Grouping | null, row: string, locale: Locale): string => {
  if (by === null) return row;
  if (by !== "flow-step" && by !== "office-counter") return single(parts, by, row, locale);
  const [first, ...rest] = row.split(" ");
  return [single(parts, by === "flow-step" ? "flow" : "office", first!, locale), ...rest].join(": ");
};

const single = ({ metrics, texts, called }: Parts, by: Grouping, row: string, locale: Locale): string => {
  const key = `rendicion.group.${by}.${row}`;
  return called(by, row)?.[locale] ?? (texts.has(key, locale) ? texts.text(key, locale) : metrics.labelOf(by, row, locale));
};
