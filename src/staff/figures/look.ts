import { dayOf } from "../../calendar.ts";
import { comparisons, pages, spans } from "../../figures/types.ts";
import type { Grouping } from "../../metrics/types.ts";
import type { FigureRouteParts } from "../figure-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { seen, seesOf, viewOf, watching } from "./access.ts";
import { namesOf, withNames } from "./names.ts";

/** Figures, over time and beside their targets; flows as they were walked; what is to be looked at now. */
export const lookRoutes = (parts: FigureRouteParts): StaffRoute[] => [...figureLooks(parts), ...standing(parts)];

const figureLooks = ({ dashboard, metrics, now, asks }: FigureRouteParts): StaffRoute[] => {
  const called = namesOf(dashboard);
  const named = withNames(called, metrics.indicator);
  return [
    {
      method: "GET", path: "/figures/setup", roles: watching, audit: null,
      handle: ({ staff }) => ({ body: {
        today: dayOf(now()), pages, spans, comparisons,
        indicators: metrics.indicators.filter(({ audience }) => seesOf(staff.role).includes(audience)).map((indicator) => ({ ...indicator, opens: dashboard.opens(indicator.id) })),
      } }),
    },
    {
      method: "GET", path: "/figures/look", roles: watching, audit: null,
      handle: async ({ staff, query }) => {
        const look = await dashboard.look(viewOf(query), seesOf(staff.role));
        return { body: { ...look, figures: look.figures.map(named) } };
      },
    },
    {
      method: "GET", path: "/figures/of/:id", roles: watching, audit: null,
      handle: async ({ staff, params, query }) => {
        const { id, theme } = seen(metrics.indicators, params["id"], staff.role);
        const asked = { ...viewOf(query), page: theme };
        const [series, { figures, ...look }] = [await dashboard.series(id, asked), await dashboard.look(asked, seesOf(staff.role), id)];
        const figure = figures.find((one) => one.id === id);
        if (!figure) throw new StaffRefusal(404, "not-found");
        return { body: { ...look, ...series, figure: named(figure) } };
      },
    },
    {
      method: "GET", path: "/figures/filters/:page", roles: watching, audit: null,
      handle: async ({ params }) => {
        const page = pages.find((one) => one === params["page"]);
        if (!page) throw new StaffRefusal(404, "not-found");
        const { channels, locales, topics, topicsBy } = await dashboard.filters(page);
        const choices = (ids: readonly string[], by: Grouping) => ids.map((id) => ({ id, name: called(by, id) }));
        return { body: { channels: choices(channels, "channel"), locales: choices(locales, "locale"), topics: choices(topics, topicsBy) } };
      },
    },
    {
      method: "GET", path: "/figures/flows", roles: watching, audit: null,
      handle: async ({ query }) => {
        const flows = await dashboard.flows(viewOf(query));
        return { body: { flows: flows.map(({ steps, ...path }) => ({ ...path, name: called("flow", path.flow), steps: steps.map((one) => ({ ...one, asks: asks(path.flow, one.step) ?? null })) })) } };
      },
    },
  ];
};

const standing = ({ dashboard, metrics, targets }: FigureRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/figures/targets", roles: watching, audit: null,
    handle: async () => {
      const told = [];
      for (const target of targets.targets) told.push({ ...target, followUp: await targets.followUp(target.id) });
      return { body: { targets: told } };
    },
  },
  { method: "GET", path: "/figures/alerts", roles: watching, audit: null, handle: async () => ({ body: { alerts: await dashboard.alerts() } }) },
  {
    method: "GET", path: "/figures/wall", roles: watching, audit: null,
    handle: async () => {
      const wall = await dashboard.wall();
      return { body: { ...wall, figures: wall.figures.map(withNames(namesOf(dashboard), metrics.indicator)) } };
    },
  },
];
