import { z } from "zod";
import { dayOf } from "../../calendar.ts";
import { lights } from "../../cases/inbox.ts";
import { caseKinds, caseStates } from "../../cases/types.ts";
import { locales } from "../../locale.ts";
import { findRadicado } from "../../radicado.ts";
import type { CaseRouteParts } from "../case-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { officerOf, orRefuse, watching, working } from "./access.ts";

const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  state: z.enum([...caseStates, "open", "closed"]).exactOptional(),
  light: z.enum(lights).exactOptional(),
  unit: z.string().max(60).exactOptional(),
  officer: z.string().max(60).exactOptional(),
  kind: z.enum(caseKinds).exactOptional(),
  priority: z.enum(["yes", "no"]).transform((word) => word === "yes").exactOptional(),
  radicado: z.string().max(60).transform((typed) => findRadicado(typed.toLowerCase())?.value ?? typed).exactOptional(),
});

const language = z.object({ locale: z.enum(locales).default("es") });

/** What there is to work on, and all of one case. */
export const inboxRoutes = ({ cases, templates }: CaseRouteParts): StaffRoute[] => [
  {
    method: "GET", path: "/cases", roles: watching, audit: null,
    handle: async ({ staff, query: given }) => {
      const { officer, ...filter } = query.parse(given);
      const who = officer === "me" ? staff.id : officer;
      // A number that is looked up is found also when its case is closed.
      const open = filter.state === undefined && filter.radicado === undefined ? { state: "open" as const } : {};
      const shown = await cases.inbox({ ...filter, ...open, ...(who === undefined ? {} : { officer: who }) });
      return { body: { ...shown, counts: await cases.counts(staff.id) } };
    },
  },
  {
    method: "GET", path: "/cases/setup", roles: watching, audit: null,
    handle: async () => ({ body: {
      units: cases.setup.units, officers: await cases.officers(), together: { moreThan: cases.setup.steps.together["more-than"] }, today: dayOf(cases.now()),
    } }),
  },
  {
    method: "GET", path: "/cases/templates", roles: working, audit: null,
    handle: ({ query: given }) => ({ body: { templates: templates(language.parse(given).locale) } }),
  },
  {
    method: "GET", path: "/cases/:id", roles: working, audit: "case-read",
    handle: async ({ staff, params }) => ({ body: orRefuse(await cases.detail(params["id"]!, officerOf(staff))) }),
  },
  {
    method: "GET", path: "/cases/:id/files/:file", roles: working, audit: "case-file-read",
    handle: async ({ staff, params }) => {
      const file = await cases.openFile(params["id"]!, params["file"]!, officerOf(staff));
      if (!file) throw new StaffRefusal(404, "not-found");
      return file;
    },
  },
];
