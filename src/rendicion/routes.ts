import express, { type Request, type Response, type Router } from "express";
import { languageOf } from "../noscript/send.ts";
import { send } from "../opendata/frame.ts";
import { spanNamed } from "../opendata/spans.ts";
import { figuresOf, type Figures } from "./figures.ts";
import { accountsPage } from "./page.ts";
import type { RendicionParts } from "./parts.ts";
import { pollSays, type PollSaid } from "./poll.ts";
import { reportPage, reportPdf } from "./report-page.ts";
import { reportKinds, reportOf, type ReportKind } from "./report.ts";

/** Accounts, mounted at `/rendicion`: the page, and the reports of each half-year as pages and PDF. No script, no cookie. */
export const rendicionRoutes = (parts: RendicionParts): Router => {
  const router = express.Router();
  const figures = lastFigures(parts);
  router.get("/", async (req, res) => {
    send(res, 200, await accountsPage(parts, languageOf(req), await figures(), pollSays.find((said) => said === req.query["said"])), "'self'");
  });
  router.post("/encuesta", express.urlencoded({ extended: false, limit: "2kb" }), async (req, res) => {
    const said = await vote(parts, req);
    res.redirect(303, `/rendicion?lang=${languageOf(req)}&said=${said}#vote`);
  });
  router.get("/informes/:kind/:name", async (req, res, next) => {
    if (!(await report(parts, await figures(), req, res))) next();
  });
  return router;
};

/** The figures of the newest version, read once for each: a version never changes. */
const lastFigures = ({ openData }: RendicionParts) => {
  let known: Figures | undefined;
  return async (): Promise<Figures | undefined> => {
    const [version] = await openData.versions();
    if (version !== undefined && known?.version !== version) known = figuresOf(version, await openData.figures(version));
    return version === undefined ? undefined : known;
  };
};

/** From one address, many may answer: an office, a household, a network of telephones. */
const mostADay = 50;

/** What sent a form of another site's is not counted. */
const vote = async ({ polls, allow }: RendicionParts, req: Request): Promise<PollSaid> => {
  const { poll, option } = (req.body ?? {}) as Record<string, unknown>;
  const from = req.get("sec-fetch-site") ?? "same-origin";
  if (from !== "same-origin" || typeof poll !== "string" || typeof option !== "string") return "not-asked";
  if (!(await allow(`poll:${req.ip}`, mostADay, 86_400))) return "too-many";
  return polls.answer(poll, option, `${req.ip} ${req.get("user-agent") ?? ""}`);
};

const report = async (parts: RendicionParts, figures: Figures | undefined, req: Request<{ kind: string; name: string }>, res: Response): Promise<boolean> => {
  const [, name = "", pdf] = /^([\w-]+?)(\.pdf)?$/.exec(req.params.name) ?? [];
  const kind = reportKinds.find((one): one is ReportKind => one === req.params.kind);
  const span = spanNamed(name);
  const isTold = figures && span && figures.all("half-year").some(({ from }) => from === span.from);
  if (!kind || !isTold) return false;
  const locale = languageOf(req);
  const told = reportOf(parts, kind, locale, figures, span);
  if (pdf === undefined) send(res, 200, reportPage(parts, locale, told, span, figures));
  else res.set({ "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'" }).type("application/pdf").send(Buffer.from(await reportPdf(parts, locale, told, figures)));
  return true;
};
