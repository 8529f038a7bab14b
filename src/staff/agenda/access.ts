import type { Office } from "../../appointments/types.ts";
import type { AgendaRouteParts } from "../agenda-routes.ts";
import type { Role } from "../role.ts";
import { StaffRefusal, type StaffMember, type StaffRequest } from "../route.ts";

/** Who sees who comes, and attends them. */
export const atWindow: readonly Role[] = ["office-clerk", "supervisor", "administrator"];
/** Who changes an office's day. */
export const overOffice: readonly Role[] = ["supervisor", "administrator"];

/** A clerk whose skills name offices (`office:<id>`) works in those alone. */
export const worksIn = ({ role, skills }: StaffMember, office: string): boolean => {
  const named = skills.flatMap((skill) => (skill.startsWith("office:") ? [skill.slice("office:".length)] : []));
  return role !== "office-clerk" || named.length === 0 || named.includes(office);
};

/** The office of the path. */
export const officeIn = ({ work }: AgendaRouteParts, { staff, params }: StaffRequest): Office => {
  const office = work.office(params["office"]!);
  if (!office) throw new StaffRefusal(404, "not-found");
  if (!worksIn(staff, office.id)) throw new StaffRefusal(403, "not-allowed");
  return office;
};

/** The id in the path, when it is there and of an office of this member. */
export const idIn = async ({ work }: AgendaRouteParts, what: "opening" | "booking", { staff, params }: StaffRequest): Promise<string> => {
  const id = params["id"]!;
  const office = /^\d{1,18}$/.test(id) ? await work.officeOf(what, id) : undefined;
  if (office === undefined) throw new StaffRefusal(404, "not-found");
  if (!worksIn(staff, office)) throw new StaffRefusal(403, "not-allowed");
  return id;
};
