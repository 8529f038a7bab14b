import { z } from "zod";
import type { CaseRouteParts } from "../case-routes.ts";
import { StaffRefusal, type StaffRoute } from "../route.ts";
import { officerOf, orRefuse, reason, text, working } from "./access.ts";
import { deed } from "./deeds.ts";

const draft = z.strictObject({ text: text(20_000) });
const review = z.union([z.strictObject({ approve: z.literal(true), reason: reason.exactOptional() }), z.strictObject({ approve: z.literal(false), reason })], {
  error: "say whether it is approved, and why when it is not",
});
const nothing = z.strictObject({});
const named = z.object({ name: z.string().max(200).default("") });

/** Draft, review by somebody else, answer. */
export const answerRoutes = ({ cases }: CaseRouteParts): StaffRoute[] => [
  deed("draft", draft, (id, by, given) => cases.work.draft(id, by, given.text)),
  deed("ask-review", nothing, (id, by) => cases.work.askReview(id, by)),
  deed("review", review, (id, by, { approve, reason: why }) => cases.work.review(id, by, { approve, ...(why === undefined ? {} : { reason: why }) })),
  deed("answer", nothing, (id, by) => cases.work.answer(id, by)),
  {
    method: "POST", path: "/cases/:id/attach", roles: working, audit: "case-attach", raw: "10mb",
    handle: async ({ staff, params, query, body }) => {
      const file = await cases.checkFile(body instanceof Uint8Array ? body : new Uint8Array(), named.parse(query).name);
      if ("refused" in file) throw new StaffRefusal(422, `case-file-${file.refused}`);
      return { body: orRefuse(await cases.work.attach(params["id"]!, officerOf(staff), file)) };
    },
  },
];
