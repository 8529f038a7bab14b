import { z } from "zod";
import type { DeskRouteParts } from "../desk-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { actorOf, attending, orRefuse } from "./access.ts";

const farthestMs = 90 * 86_400_000;
const wanted = z.strictObject({ at: z.coerce.date().exactOptional() });

/** A video call with the citizen of a ticket, now or by appointment. */
export const videoCallRoutes = ({ desk, videoLink }: DeskRouteParts): StaffRoute[] => [
  {
    method: "POST", path: "/desk/tickets/:id/video", roles: attending, audit: "desk-video",
    handle: async ({ staff, params, body }) => {
      const { at } = wanted.parse(body);
      const ahead = at ? at.getTime() - desk.now().getTime() : 1;
      if (ahead <= 0 || ahead > farthestMs) {
        throw new StaffRefusal(422, "bad-input", { issues: [{ path: "at", message: "an instant to come, within 90 days" }] });
      }
      return { body: orRefuse(await desk.video.make(params["id"]!, actorOf(staff), { link: videoLink, ...(at ? { at } : {}) })) };
    },
  },
];
