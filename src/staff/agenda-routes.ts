import type { OfficeWork } from "../appointments/office-work.ts";
import type { Bilingual } from "../locale.ts";
import { attendRoutes } from "./agenda/attend.ts";
import { dayRoutes } from "./agenda/day.ts";
import { lookRoutes } from "./agenda/look.ts";
import { planRoutes } from "./agenda/plan.ts";
import type { StaffRoute } from "./route.ts";

/** `work` is the offices' own; `changed` tells those who wait that there is something to be told; `serviceName` is the catalogue's. */
export type AgendaRouteParts = { work: OfficeWork; changed: () => void; serviceName: (id: string) => Bilingual | undefined };

/** The agenda of the offices under `/staff/api/agenda`. */
export const agendaRoutes = (parts: AgendaRouteParts): StaffRoute[] => [...lookRoutes(parts), ...dayRoutes(parts), ...attendRoutes(parts), ...planRoutes(parts)];
