import type { FigureRouteParts } from "../figure-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { orRefuse, seen, supervising, viewOf } from "./access.ts";
import { namesOf } from "./names.ts";

/** The conversations behind a figure, redacted; each look is written down. */
export const behindRoutes = ({ dashboard, metrics }: FigureRouteParts): StaffRoute[] => {
  const called = namesOf(dashboard);
  return [
    {
      method: "GET", path: "/figures/behind/:id", roles: supervising, audit: "figure-opened",
      handle: async ({ staff, params, query }) => {
        const { id } = seen(metrics.indicators, params["id"], staff.role);
        if (!dashboard.opens(id)) throw new StaffRefusal(404, "not-found");
        const { row, before, ...asked } = query;
        const { period, slice } = viewOf(asked);
        const { conversations, ...told } = await dashboard.behind(id, { period, slice }, { ...(row ? { by: row } : {}), ...(before ? { before } : {}) });
        return {
          body: { ...told, conversations: conversations.map((one) => ({
            ...one, outcome: called("outcome", one.outcome), topic: one.topic === null ? null : called("topic", one.topic), flow: one.flow === null ? null : called("flow", one.flow),
          })) },
          detail: { ...(row ? { row } : {}), ...(typeof period === "string" ? { span: period } : period), ...slice },
        };
      },
    },
    {
      method: "GET", path: "/figures/conversations/:ref", roles: supervising, audit: "figure-conversation-read",
      handle: async ({ params }) => ({ body: orRefuse(await dashboard.conversation(params["ref"]!)) }),
    },
  ];
};
