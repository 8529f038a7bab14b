import type { OfficeWork } from "../appointments/office-work.ts";
import { attendRoutes } from "./agenda/attend.ts";
import { dayRoutes } from "./agenda/day.ts";
import { planRoutes } from "./agenda/plan.ts";
import type { StaffRoute } from "./route.ts";

/** `work` is the offices' own; `changed` tells those who wait that there is something to be told. */
export type AgendaRouteParts = { work: OfficeWork; changed: () => void };

/** The agenda of the offices under `/staff/api/agenda`. */
export const agendaRoutes = (parts: AgendaRouteParts): StaffRoute[] => [...dayRoutes(parts), ...attendRoutes(parts), ...planRoutes(parts)];
