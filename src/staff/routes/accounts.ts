import type { Db } from "../../db/open.ts";
import { addMember, changeMember, memberChange, members, newMember, resetMember } from "../accounts.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";

/** Members of staff: who they are and what they may. */
export const accountRoutes = (db: Db): StaffRoute[] => [
  {
    method: "GET",
    path: "/staff",
    roles: ["administrator", "supervisor"],
    audit: "members-read",
    handle: async () => ({ body: await members(db) }),
  },
  {
    method: "POST",
    path: "/staff",
    roles: ["administrator"],
    audit: "member-add",
    handle: async ({ staff, body }) => {
      const added = await addMember(db, newMember.parse(body), staff.id);
      if (!added) throw new StaffRefusal(409, "already-a-member");
      return { status: 201, body: added };
    },
  },
  {
    method: "PATCH",
    path: "/staff/:id",
    roles: ["administrator"],
    audit: "member-change",
    handle: async ({ staff, params, body }) => {
      const changed = await changeMember(db, params["id"]!, memberChange.parse(body), staff.id);
      if (changed === "unknown") throw new StaffRefusal(404, "not-found");
      if (changed === "last-administrator") throw new StaffRefusal(409, "last-administrator");
      return { body: {} };
    },
  },
  {
    method: "POST",
    path: "/staff/:id/reset",
    roles: ["administrator"],
    audit: "member-reset-asked",
    handle: async ({ staff, params }) => {
      const reset = await resetMember(db, params["id"]!, staff.id);
      if (!reset) throw new StaffRefusal(404, "not-found");
      return { body: reset };
    },
  },
];
