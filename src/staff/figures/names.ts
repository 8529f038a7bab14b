import type { Dashboard, LookedFigure } from "../../figures/types.ts";
import type { Bilingual } from "../../locale.ts";
import type { Grouping, Indicator, Measured } from "../../metrics/types.ts";

/** What a row is called, in both languages: the page may change its own. */
export const namesOf = ({ nameOf }: Pick<Dashboard, "nameOf">) => (by: Grouping, row: string): Bilingual => ({ es: nameOf(by, row, "es"), en: nameOf(by, row, "en") });

/** The rows of a figure with what they are called. */
export const withNames = (called: ReturnType<typeof namesOf>, indicator: (id: string) => Indicator) => (figure: LookedFigure) => {
  const { by } = indicator(figure.id);
  const rowsOf = (measured: Measured) => ({ ...measured, ...(measured.rows && by ? { rows: measured.rows.map((row) => ({ ...row, name: called(by, row.by) })) } : {}) });
  return { ...figure, now: rowsOf(figure.now), before: figure.before && rowsOf(figure.before) };
};
