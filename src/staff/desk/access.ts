import type { Refused } from "../../desk/refusal.ts";
import type { Ticket } from "../../desk/ticket.ts";
import type { Actor } from "../../desk/work.ts";
import type { DeskRouteParts } from "../desk-routes.ts";
import type { Role } from "../role.ts";
import { StaffRefusal, type StaffMember, type StaffRequest } from "../route.ts";

/** Who attends citizens. */
export const attending: readonly Role[] = ["advisor", "supervisor", "administrator"];
/** Who may see the desk's lists and figures; an observer never a citizen's words. */
export const watching: readonly Role[] = [...attending, "observer"];

export const actorOf = ({ id, name, locales, skills, role }: StaffMember): Actor =>
  ({ id, name, locales, skills, supervises: role === "supervisor" || role === "administrator" });

/** The ticket of the path, when this member may read its conversation: it waits, is or was theirs, or they supervise. */
export const readableTicket = async ({ desk }: DeskRouteParts, { staff, params }: StaffRequest): Promise<Ticket> => {
  const ticket = await desk.ticket(params["id"]!);
  if (!ticket) throw new StaffRefusal(404, "not-found");
  const may = ticket.state === "waiting" || ticket.advisor?.id === staff.id || actorOf(staff).supervises;
  if (!may) throw new StaffRefusal(403, "not-allowed");
  return ticket;
};

/** What the desk could not do, as the page is told. */
export const orRefuse = <T>(result: T | Refused): T => {
  if (!isRefused(result)) return result;
  const { refused, by } = result;
  switch (refused) {
    case "not-found":
      throw new StaffRefusal(404, "not-found");
    case "already-claimed":
      throw new StaffRefusal(409, "already-claimed", { by });
    case "not-allowed":
      throw new StaffRefusal(403, "not-allowed");
    case "not-there":
      throw new StaffRefusal(409, "not-there");
    default:
      return refused satisfies never;
  }
};

const isRefused = (result: unknown): result is Refused => typeof result === "object" && result !== null && "refused" in result;
