import { z } from "zod";
import type { PassageShown } from "../conversation/reading.ts";
import type { Review } from "../desk/review.ts";
import { isLocale, locales, type Locale } from "../locale.ts";
import { orRefuse } from "./desk/access.ts";
import type { Role } from "./role.ts";
import { StaffRefusal, type StaffRoute } from "./route.ts";

export type ReviewRouteParts = {
  review: Review;
  /** The published passages that are nearest to some words, the best first. */
  nearest: (words: string, locale: Locale) => PassageShown[];
  /** Whether a passage of our own files has this pair. */
  isPassage: (pair: string) => boolean;
};

const roles: readonly Role[] = ["supervisor", "administrator"];

const line = (longest: number) => z.string().trim().min(1).max(longest).regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, "in one line");
const locale = z.enum(locales);
const decision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("question"), locale, text: line(300), pair: line(200) }),
  z.strictObject({ decision: z.literal("alias"), locale, text: line(60), word: line(60) }),
  z.strictObject({ decision: z.literal("not-ours"), locale, text: line(300) }),
  z.strictObject({ decision: z.literal("dismissed"), locale }),
]);
const searched = z.object({ q: z.string().trim().min(1).max(300) });

/** Questions without a good answer under `/staff/api/review`, and what a supervisor makes of them. */
export const reviewRoutes = ({ review, nearest, isPassage }: ReviewRouteParts): StaffRoute[] => {
  const read = (body: unknown) => {
    const given = decision.parse(body);
    if (given.decision !== "question" || isPassage(given.pair)) return given;
    throw new StaffRefusal(422, "bad-input", { issues: [{ path: "pair", message: "no passage of the knowledge has this name" }] });
  };
  return [
    { method: "GET", path: "/review", roles, audit: "review-read", handle: async () => ({ body: { groups: await review.list() } }) },
    {
      method: "GET", path: "/review/passages", roles, audit: null,
      handle: ({ query }) => ({ body: { passages: nearest(searched.parse(query).q, isLocale(query["locale"]) ? query["locale"] : "es") } }),
    },
    {
      method: "GET", path: "/review/patch", roles, audit: "review-patch",
      handle: async () => ({ bytes: Buffer.from(await review.patch()), type: "text/x-diff", name: "ventanilla-review.patch" }),
    },
    {
      method: "POST", path: "/review/preview", roles, audit: "review-preview",
      handle: ({ body }) => ({ body: { diff: review.preview(read(body)) } }),
    },
    {
      method: "GET", path: "/review/:id", roles, audit: "review-read",
      handle: async ({ params }) => {
        const group = await review.group(params["id"]!);
        if (!group) throw new StaffRefusal(404, "not-found");
        return { body: { group, nearest: nearest(group.text, group.locales[0]!) } };
      },
    },
    {
      method: "POST", path: "/review/:id", roles, audit: "review-decide",
      handle: async ({ staff, params, body }) => ({ body: orRefuse(await review.decide(params["id"]!, { id: staff.id, name: staff.name }, read(body))) }),
    },
  ];
};
