import type { Cases } from "../cases/cases.ts";
import type { Locale } from "../locale.ts";
import { answerRoutes } from "./cases/answer.ts";
import { civicRoutes } from "./cases/civic.ts";
import { deedRoutes } from "./cases/deeds.ts";
import { exportRoutes } from "./cases/export.ts";
import { inboxRoutes } from "./cases/inbox.ts";
import { notificationRoutes } from "./cases/notifications.ts";
import { togetherRoutes } from "./cases/together.ts";
import type { StaffRoute } from "./route.ts";

export type CaseRouteParts = {
  cases: Cases;
  /** Answers that are written beforehand, in a language. */
  templates: (locale: Locale) => { id: string; title: string; text: string }[];
};

/** Cases under `/staff/api/cases`. What has a name of its own stands before what has an id. */
export const caseRoutes = (parts: CaseRouteParts): StaffRoute[] => [
  ...notificationRoutes(parts), ...exportRoutes(parts), ...civicRoutes(parts), ...togetherRoutes(parts),
  ...inboxRoutes(parts), ...deedRoutes(parts), ...answerRoutes(parts),
];
