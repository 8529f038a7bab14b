import { roles } from "../role.ts";
import type { StaffRoute } from "../route.ts";

/** Who am I, and what must I do first: the one thing that everybody with a session may ask. */
export const meRoutes = (): StaffRoute[] => [
  {
    method: "GET",
    path: "/me",
    roles,
    audit: null,
    owing: true,
    handle: ({ staff, standing }) => ({ body: { ...staff, ...standing } }),
  },
];
