import { z } from "zod";
import { dayOf } from "../../calendar.ts";
import { verdicts } from "../../figures/types.ts";
import { periodSchema, sliceSchema } from "../../figures/view.ts";
import type { FigureRouteParts } from "../figure-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { orRefuse, supervising, viewOf } from "./access.ts";
import { namesOf } from "./names.ts";

const draw = z.strictObject({
  period: periodSchema, slice: sliceSchema, size: z.number().int().min(1).max(200),
  seed: z.string().trim().regex(/^[\w-]{1,40}$/, "letters, digits, _ and -").exactOptional(),
});

/** Answers drawn at random and judged by a person, under `/staff/api/figures/samples`. */
export const qualityRoutes = ({ dashboard, now }: FigureRouteParts): StaffRoute[] => {
  const { quality, periodOf } = dashboard;
  const called = namesOf(dashboard);
  const judgement = z.strictObject({ verdict: z.enum(verdicts), theme: oneOf(quality.themes), action: oneOf(quality.actions) });
  const by = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return [
    { method: "GET", path: "/figures/samples", roles: supervising, audit: null, handle: async () => ({ body: { samples: await quality.samples(), themes: quality.themes, actions: quality.actions } }) },
    {
      method: "POST", path: "/figures/samples", roles: supervising, audit: "sample-drawn",
      handle: async ({ staff, body }) => ({ status: 201, body: orRefuse(await quality.draw(by(staff), draw.parse(body))) }),
    },
    {
      method: "GET", path: "/figures/quality", roles: supervising, audit: null,
      handle: async ({ query }) => ({ body: await quality.shares(periodOf(viewOf(query).period, dayOf(now()))) }),
    },
    {
      method: "GET", path: "/figures/samples/:id", roles: supervising, audit: "sample-read",
      handle: async ({ params }) => {
        const sample = orRefuse(await quality.sample(params["id"]!));
        return { body: { ...sample, items: sample.items.map((item) => ({ ...item, outcome: called("outcome", item.outcome), topic: item.topic === null ? null : called("topic", item.topic) })) } };
      },
    },
    {
      method: "POST", path: "/figures/samples/:id/:number", roles: supervising, audit: "sample-judged",
      handle: async ({ staff, params, body }) => {
        const number = Number(params["number"]);
        if (!Number.isSafeInteger(number)) throw new StaffRefusal(404, "not-found");
        orRefuse(await quality.judge(params["id"]!, number, by(staff), judgement.parse(body)));
        return { body: {} };
      },
    },
  ];
};

const oneOf = (choices: readonly { id: string }[]) => z.string().refine((given) => choices.some(({ id }) => id === given), `one of ${choices.map(({ id }) => id).join(", ")}`);
