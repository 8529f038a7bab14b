import { z } from "zod";
import type { CaseRouteParts } from "../case-routes.ts";
import type { StaffRoute } from "../route.ts";
import { working } from "./access.ts";

const read = z.strictObject({ upTo: z.string().regex(/^\d{1,18}$/, "must be a notification's id") });

/** What a member was told of: deadlines that come near, and those that moved. */
export const notificationRoutes = ({ cases: { notifications } }: CaseRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/cases/notifications", roles: working, audit: null,
    handle: async ({ staff }) => {
      const told = await notifications.of(staff.id);
      return { body: { notifications: told, unseen: told.filter(({ seen }) => !seen).length } };
    },
  },
  {
    method: "POST", path: "/cases/notifications/seen", roles: working, audit: null,
    handle: async ({ staff, body }) => {
      await notifications.seen(staff.id, read.parse(body).upTo);
      return { body: {} };
    },
  },
];
