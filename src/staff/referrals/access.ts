import { z } from "zod";
import type { Role } from "../role.ts";
import { StaffRefusal } from "../route.ts";

/** Who refers people, and hears from institutions. */
export const referring: readonly Role[] = ["advisor", "supervisor", "administrator"];
/** Who may see the list and the counts, which hold nobody's words and no person. */
export const watching: readonly Role[] = [...referring, "observer"];

const id = z.string().regex(/^\d{1,15}$/);

/** A referral's id as the database counts them; one that cannot be is one that is not there. */
export const idOf = (given: string | undefined): string => {
  const read = id.safeParse(given);
  if (!read.success) throw new StaffRefusal(404, "not-found");
  return read.data;
};

/** What could not be done with a referral, as the page is told. */
export const orRefuse = <T extends object>(result: T | { refused: "not-found" | "wrong-state" }): T => {
  if (!("refused" in result)) return result;
  throw result.refused === "not-found" ? new StaffRefusal(404, "not-found") : new StaffRefusal(409, "referral-wrong-state");
};
