import type { Migration } from "kysely/migration";
import * as conversations from "./0001-conversations.ts";
import * as continuity from "./0002-continuity.ts";
import * as staff from "./0003-staff.ts";
import * as desk from "./0004-desk.ts";
import * as model from "./0005-model.ts";
import * as videoReview from "./0006-video-review.ts";
import * as cases from "./0007-cases.ts";
import * as appointments from "./0008-appointments.ts";
import * as referrals from "./0009-referrals.ts";
import * as metrics from "./0010-metrics.ts";
import * as openData from "./0011-open-data.ts";
import * as figures from "./0012-figures.ts";

/** In order of their names. A migration that was released is never changed: a new one follows it. */
export const migrations: Record<string, Migration> = {
  "0001-conversations": conversations,
  "0002-continuity": continuity,
  "0003-staff": staff,
  "0004-desk": desk,
  "0005-model": model,
  "0006-video-review": videoReview,
  "0007-cases": cases,
  "0008-appointments": appointments,
  "0009-referrals": referrals,
  "0010-metrics": metrics,
  "0011-open-data": openData,
  "0012-figures": figures,
};
