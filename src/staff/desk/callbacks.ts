import { z } from "zod";
import type { DeskRouteParts } from "../desk-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { attending } from "./access.ts";

const tried = z.strictObject({ state: z.enum(["contacted", "not-reached"]), note: z.string().trim().max(1000).exactOptional() });

/** Who asked to be reached later. */
export const callbackRoutes = ({ desk }: DeskRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/desk/callbacks", roles: attending, audit: "desk-callbacks-read",
    handle: async () => ({ body: await desk.callbacks() }),
  },
  {
    method: "POST", path: "/desk/callbacks/:id", roles: attending, audit: "desk-callback",
    handle: async ({ staff, params, body }) => {
      if (!(await desk.tryCallback(params["id"]!, staff, tried.parse(body)))) throw new StaffRefusal(404, "not-found");
      return { body: {} };
    },
  },
];
