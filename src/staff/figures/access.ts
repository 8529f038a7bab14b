import { z } from "zod";
import { isDay } from "../../calendar.ts";
import { comparisons, pages, spans, type Refused, type Sees, type View } from "../../figures/types.ts";
import { locales } from "../../locale.ts";
import type { Indicator } from "../../metrics/types.ts";
import type { Role } from "../role.ts";
import { StaffRefusal } from "../route.ts";

/** Who opens what stands behind a figure, judges answers, and decides what is sent to them. */
export const supervising: readonly Role[] = ["supervisor", "administrator"];
/** Who may look at figures, which hold nobody's words and no person. */
export const watching: readonly Role[] = [...supervising, "observer"];

/** Which figures a member of staff may see. */
export const seesOf = (role: Role): Sees => (supervising.includes(role) ? ["public", "staff", "supervisor"] : ["public", "staff"]);

/** An indicator that its reader may see; one that is none, or not for them, is not there. */
export const seen = (indicators: readonly Indicator[], id: string | undefined, role: Role): Indicator => {
  const found = indicators.find((indicator) => indicator.id === id && seesOf(role).includes(indicator.audience));
  if (!found) throw new StaffRefusal(404, "not-found");
  return found;
};

const longestDays = 732;
const day = z.string().refine(isDay, "write a day as 2026-12-24");

export const period = z.strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, "`from` must not come after `to`")
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < longestDays, "a period is two years at most");

export const slice = z.strictObject({
  channel: z.string().regex(/^[a-z-]{1,40}$/).exactOptional(),
  locale: z.enum(locales).exactOptional(),
  topic: z.string().regex(/^[\w-]{1,80}$/).exactOptional(),
});

export const view = z.strictObject({
  page: z.enum(pages), period: z.union([z.enum(spans), period], { error: "name a period, or give its two days" }), against: z.enum(comparisons), slice,
});

/** A view as an address has it: `?page=answers&span=last-month&against=year&channel=web`, or `from` and `to` instead of `span`. */
export const viewOf = ({ page = "overview", span, from, to, against = "previous", ...rest }: Record<string, string>): View => {
  const cut = Object.fromEntries(["channel", "locale", "topic"].flatMap((key) => (rest[key] ? [[key, rest[key]]] : [])));
  return view.parse({ page, period: from !== undefined && to !== undefined ? { from, to } : (span ?? "last-28-days"), against, slice: cut });
};

/** What could not be done, as the page is told. */
export const orRefuse = <T>(result: T | Refused): T => {
  if (typeof result !== "object" || result === null || !("refused" in result)) return result;
  const { refused } = result as Refused;
  throw refused === "not-found" ? new StaffRefusal(404, "not-found") : new StaffRefusal(refused === "bad-name" ? 422 : 409, `figures-${refused}`);
};
