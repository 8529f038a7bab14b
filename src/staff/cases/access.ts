import { z } from "zod";
import { caseRoles, type Officer, type Refused } from "../../cases/types.ts";
import { isDay } from "../../calendar.ts";
import type { Role } from "../role.ts";
import { StaffRefusal, type StaffMember } from "../route.ts";

/** Who works on cases. */
export const working: readonly Role[] = caseRoles;
/** Who may see the list, which holds nobody's words and no person. */
export const watching: readonly Role[] = [...caseRoles, "observer"];
/** Who decides for all cases at once. */
export const supervising: readonly Role[] = ["supervisor", "administrator"];

export const officerOf = ({ id, name, role }: StaffMember): Officer => ({ id, name, supervises: supervising.includes(role) });

export const text = (most: number) => z.string().trim().min(1, "is needed").max(most, `at most ${most} characters`);
export const reason = text(2000);
export const day = z.string().refine(isDay, "write a day as 2026-12-24");

/** What could not be done with a case, as the page is told. */
export const orRefuse = <T>(result: T | Refused): T => {
  if (!isRefused(result)) return result;
  const { refused, by } = result;
  const status = refused === "not-found" ? 404 : refused === "not-allowed" ? 403 : 409;
  throw new StaffRefusal(status, status === 409 ? `case-${refused}` : refused, by === undefined ? undefined : { by });
};

const isRefused = (result: unknown): result is Refused => typeof result === "object" && result !== null && "refused" in result;
