import type { Refused, Sees, View } from "../../figures/types.ts";
import { viewSchema } from "../../figures/view.ts";
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

/** A view as an address has it: `?page=answers&span=last-month&against=year&channel=web`, or `from` and `to` instead of `span`. */
export const viewOf = ({ page = "overview", span, from, to, against = "previous", ...rest }: Record<string, string>): View => {
  const cut = Object.fromEntries(["channel", "locale", "topic"].flatMap((key) => (rest[key] ? [[key, rest[key]]] : [])));
  return viewSchema.parse({ page, period: from !== undefined && to !== undefined ? { from, to } : (span ?? "last-28-days"), against, slice: cut });
};

/** What could not be done, as the page is told. */
export const orRefuse = <T>(result: T | Refused): T => {
  if (typeof result !== "object" || result === null || !("refused" in result)) return result;
  const { refused } = result as Refused;
  throw refused === "not-found" ? new StaffRefusal(404, "not-found") : new StaffRefusal(refused === "bad-name" ? 422 : 409, `figures-${refused}`);
};
