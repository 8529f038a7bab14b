import express, { type Request, type Response, type Router } from "express";
import type { LinkFault } from "./care/referrals/answering.ts";
import type { Referrals } from "./care/referrals/referrals.ts";
import { outcomes, type ReferralDeed } from "./care/referrals/types.ts";
import { languageOf, sendPrivate } from "./noscript/send.ts";
import { faultPage, referralPage, thanksPage, wentPage } from "./referido/page.ts";
import type { Texts } from "./text.ts";

export type ReferidoParts = {
  referrals: Pick<Referrals, "look" | "answer" | "lookAsPerson" | "tellAsPerson">;
  texts: Texts;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
};

const tries = [60, 60] as const;
const mostWritten = "1kb";

/**
 * The pages behind the links of referrals, mounted at `/referido`, without an account. What only looks at a link (a mail
 * scanner, a preview) changes nothing: every change is a POST.
 */
export const referidoRoutes = (parts: ReferidoParts): Router => {
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: mostWritten });
  router.use(async (req, res, next) => {
    if (await parts.allow(`referido:${req.ip}`, ...tries)) next();
    else sendPrivate(res, 429, faultPage(parts.texts, languageOf(req), "busy"));
  });
  router.get("/resultado/:token", (req, res) => person(parts, req, res));
  router.post("/resultado/:token", form, (req, res) => tell(parts, req, res));
  router.get("/:token", (req, res) => institution(parts, req, res));
  router.post("/:token", form, (req, res) => act(parts, req, res));
  return router;
};

type Asked = Request<{ token: string }>;

const institution = async ({ referrals, texts }: ReferidoParts, req: Asked, res: Response): Promise<void> => {
  const seen = await referrals.look(req.params.token);
  if ("fault" in seen) return refuse(texts, req, res, seen.fault);
  sendPrivate(res, 200, referralPage(texts, languageOf(req), seen));
};

const act = async ({ referrals, texts }: ReferidoParts, req: Asked, res: Response): Promise<void> => {
  const deed = deedOf(req);
  if (!deed) return refuse(texts, req, res, "unreadable");
  const done = await referrals.answer(req.params.token, deed);
  if ("fault" in done) return refuse(texts, req, res, done.fault);
  // The link of before is used up: a page that is loaded anew finds the next one.
  if (done.link !== undefined) return res.redirect(303, `${new URL(done.link).pathname}?lang=${languageOf(req)}`);
  sendPrivate(res, 200, thanksPage(texts, languageOf(req), "closed"));
};

const person = async ({ referrals, texts }: ReferidoParts, req: Asked, res: Response): Promise<void> => {
  const seen = await referrals.lookAsPerson(req.params.token);
  if ("fault" in seen) return refuse(texts, req, res, seen.fault);
  sendPrivate(res, 200, wentPage(texts, languageOf(req), seen));
};

const tell = async ({ referrals, texts }: ReferidoParts, req: Asked, res: Response): Promise<void> => {
  const outcome = outcomes.find((each) => each === fieldOf(req, "outcome"));
  if (!outcome) return refuse(texts, req, res, "unreadable");
  const done = await referrals.tellAsPerson(req.params.token, outcome);
  if ("fault" in done) return refuse(texts, req, res, done.fault);
  sendPrivate(res, 200, thanksPage(texts, languageOf(req), "told"));
};

const deedOf = (req: Asked): ReferralDeed | undefined => {
  const deed = fieldOf(req, "deed");
  switch (deed) {
    case "accepted":
    case "attended":
    case "not-reached":
      return { to: deed };
    case "done":
    case "cannot-help":
      return { to: "closed", as: deed };
    default:
      return undefined;
  }
};

const fieldOf = (req: Asked, name: string): unknown => ((req.body ?? {}) as Record<string, unknown>)[name];

const statuses: Record<LinkFault | "unreadable", number> = { unknown: 404, expired: 410, used: 410, unreadable: 400 };

const refuse = (texts: Texts, req: Asked, res: Response, fault: LinkFault | "unreadable"): void => {
  sendPrivate(res, statuses[fault], faultPage(texts, languageOf(req), fault));
};
