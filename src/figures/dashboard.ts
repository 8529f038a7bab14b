import { alertsNow } from "./alerts.ts";
import { behind, opens } from "./behind.ts";
import { redacted } from "./conversation.ts";
import { exported } from "./export/export.ts";
import { filtersOf } from "./filters.ts";
import { flowPaths } from "./flows.ts";
import { indicatorsOf, look, seriesOf } from "./look.ts";
import { nameOf } from "./names.ts";
import type { DashboardParts } from "./parts.ts";
import { periodOf } from "./period.ts";
import { drawSample } from "./quality/draw.ts";
import { headOf, heads } from "./quality/heads.ts";
import { itemsOf, judge } from "./quality/items.ts";
import { sharesIn, sharesOfSample } from "./quality/shares.ts";
import { planOf, setPlan } from "./reports.ts";
import type { Dashboard } from "./types.ts";
import { isNumber } from "./row-number.ts";
import { removeView, savedViews, saveView } from "./views.ts";
import { wall } from "./wall.ts";

/** What supervisors see of the figures, and what they keep of it. */
export const createDashboard = (parts: DashboardParts): Dashboard => {
  const { db, now, setup } = parts;
  return {
    indicatorsOf: (page, sees) => indicatorsOf(parts, page, sees),
    periodOf,
    nameOf: (by, row, locale) => nameOf(parts, by, row, locale),
    look: (view, sees, only) => look(parts, view, sees, only),
    series: (indicator, view) => seriesOf(parts, indicator, view),
    filters: (page) => filtersOf(parts, page),
    flows: (view) => flowPaths(parts, view),
    opens,
    behind: (indicator, view, at) => behind(parts, indicator, view, at),
    conversation: (ref) => redacted(parts, ref),
    quality: {
      themes: setup.quality.themes,
      actions: setup.quality.actions,
      draw: (by, what) => drawSample(parts, by, what),
      samples: () => heads(db),
      sample: async (id) => {
        const head = isNumber(id) ? await headOf(db, id) : undefined;
        return head ? { head, items: await itemsOf(parts, id), shares: await sharesOfSample(db, id) } : { refused: "not-found" };
      },
      judge: (sample, number, by, what) => judge(parts, sample, number, by, what),
      shares: (period) => sharesIn(db, period),
    },
    alerts: () => alertsNow(parts),
    wall: () => wall(parts),
    views: {
      of: (staffId) => savedViews(db, staffId),
      save: (staffId, name, view) => saveView(db, staffId, name, view, now()),
      remove: (staffId, id) => removeView(db, staffId, id),
    },
    export: async (view, sees, as) => exported(parts, await look(parts, view, sees), as),
    plan: { of: (staffId) => planOf(parts, staffId), set: (staffId, plan) => setPlan(parts, staffId, plan) },
  };
};
