import type { Query } from "../types.ts";
import { answered } from "../answers/answered.ts";

/** By how many percentage points are questions in Spanish answered more often than in English? Null unless both were asked. */
export const languageGap: Query = async (source, period, slice) => {
  const [es, en] = await Promise.all((["es", "en"] as const).map((locale) => answered(source, period, { ...slice, locale })));
  const rows = [{ by: "en", value: en!.value, n: en!.n }, { by: "es", value: es!.value, n: es!.n }];
  return { value: es!.value === null || en!.value === null ? null : 100 * (es!.value - en!.value), n: es!.n + en!.n, rows };
};
