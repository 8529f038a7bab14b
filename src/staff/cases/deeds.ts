import { z } from "zod";
import { caseKinds, priorities, type Officer, type Refused } from "../../cases/types.ts";
import type { CaseRouteParts } from "../case-routes.ts";
import type { StaffRoute } from "../route.ts";
import { day, officerOf, orRefuse, reason, text, working } from "./access.ts";

const assigning = z.union([z.strictObject({ officer: z.string().min(1).max(60) }), z.strictObject({ unit: z.string().min(1).max(60) })], { error: "name an officer or a unit" });
const what = z.strictObject({ what: text(4000) });
const transfer = z.strictObject({ to: text(200), letter: text(10_000) });
const received = z.strictObject({ day });
const extension = z.strictObject({ days: z.int().min(1).max(365), reason });
const suspension = z.strictObject({ norm: text(300), reason });
const why = z.strictObject({ reason });
const priority = z.strictObject({ priority: z.enum(priorities).nullable(), reason });
const kind = z.strictObject({ kind: z.enum(caseKinds), reason });
const note = z.strictObject({ text: text(4000) });

/** What is done with a case before it is answered. */
export const deedRoutes = ({ cases: { work } }: CaseRouteParts): StaffRoute[] => [
  deed("assign", assigning, (id, by, to) => work.assign(id, by, to)),
  deed("ask-completion", what, (id, by, asked) => work.ask.completion(id, by, asked.what)),
  deed("ask-clarification", what, (id, by, asked) => work.ask.clarification(id, by, asked.what)),
  deed("transfer", transfer, (id, by, to) => work.ask.transfer(id, by, to)),
  deed("received", received, (id, by, on) => work.received(id, by, on.day)),
  deed("extend", extension, (id, by, more) => work.extend(id, by, more)),
  deed("suspend", suspension, (id, by, given) => work.suspend(id, by, given)),
  deed("resume", why, (id, by, given) => work.resume(id, by, given.reason)),
  deed("priority", priority, (id, by, given) => work.prioritise(id, by, given.priority, given.reason)),
  deed("kind", kind, (id, by, given) => work.reclassify(id, by, given.kind, given.reason)),
  deed("note", note, (id, by, given) => work.note(id, by, given.text)),
];

/** A deed on one case, told as `case-<name>` in the audit log. */
export const deed = <T>(name: string, body: z.ZodType<T>, run: (id: string, by: Officer, given: T) => Promise<object | Refused>): StaffRoute => ({
  method: "POST", path: `/cases/:id/${name}`, roles: working, audit: `case-${name}`,
  handle: async ({ staff, params, body: given }) => ({ body: orRefuse(await run(params["id"]!, officerOf(staff), body.parse(given))) }),
});
