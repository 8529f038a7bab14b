import { z } from "zod";
import { isDay } from "../../calendar.ts";
import type { AgendaRouteParts } from "../agenda-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { atWindow, officeIn, worksIn } from "./access.ts";

const day = z.string().refine(isDay, "write a day as 2026-12-24");
const days = z.object({ from: day.optional(), to: day.optional() });
const one = z.object({ day: day.optional() });

/** Which offices there are, and who comes. */
export const dayRoutes = (parts: AgendaRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/agenda/offices", roles: atWindow, audit: null,
    handle: ({ staff }) => ({
      body: parts.work.offices().filter(({ id }) => worksIn(staff, id)).map(({ id, kind, name, place, demonstration, zone, dates, counters }) => ({
        id, kind, name, place, demonstration, zone, dates, counters: counters.map((counter) => ({ id: counter.id, services: counter.services, minutes: counter.minutes, seats: counter.seats })),
      })),
    }),
  },
  {
    method: "GET", path: "/agenda/:office", roles: atWindow, audit: "agenda-read",
    handle: async (request) => {
      const office = officeIn(parts, request);
      const { from = parts.work.today(office), to = from } = days.parse(request.query);
      if (to < from || to > parts.work.lastDay(from)) throw new StaffRefusal(422, "bad-input", { issues: [{ path: "to", message: "at most 31 days from `from`" }] });
      return { body: { ...(await parts.work.agenda(office, from, to)), zone: office.zone, now: parts.work.now(), today: parts.work.today(office) } };
    },
  },
  {
    method: "GET", path: "/agenda/:office/print", roles: atWindow, audit: "agenda-print",
    handle: async (request) => {
      const office = officeIn(parts, request);
      const { day: asked = parts.work.today(office) } = one.parse(request.query);
      return { body: { ...(await parts.work.agenda(office, asked)), zone: office.zone, name: office.name, place: office.place, demonstration: office.demonstration } };
    },
  },
];
