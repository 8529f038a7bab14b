import express, { type Request, type Response, type Router } from "express";
import { isDay } from "../calendar.ts";
import { languageOf } from "../noscript/send.ts";
import type { Texts } from "../text.ts";
import { send } from "./frame.ts";
import type { OpenData } from "./opendata.ts";
import { versionPage } from "./page.ts";

export type OpenDataRouteParts = { openData: OpenData; texts: Texts };

/** Open data, mounted at `/datos`: the newest version, each version by its day, each of its files. Anybody's page may read the files. */
export const openDataRoutes = (parts: OpenDataRouteParts): Router => {
  const router = express.Router({ strict: true });
  router.get("/", async (req, res) => page(parts, req, res, (await parts.openData.versions())[0]));
  router.get(["/latest", "/latest/"], (_req, res) => toLatest(parts, "", res));
  router.get("/latest/:file", (req, res) => toLatest(parts, req.params.file, res));
  router.get("/:day", (req, res, next) => { if (isDay(req.params.day)) res.redirect(301, `/datos/${req.params.day}/`); else next(); });
  router.get("/:day/", async (req, res, next) => {
    if (!(await parts.openData.versions()).includes(req.params.day)) return next();
    return page(parts, req, res, req.params.day);
  });
  router.get("/:day/:file", (req, res) => file(parts, req, res));
  return router;
};

const toLatest = async ({ openData }: OpenDataRouteParts, file: string, res: Response): Promise<void> => {
  const [day] = await openData.versions();
  if (day === undefined) return missing(res);
  res.set(open).redirect(302, `/datos/${day}/${encodeURIComponent(file)}`);
};

const page = async ({ openData, texts }: OpenDataRouteParts, req: Request, res: Response, day: string | undefined): Promise<void> => {
  const version = day === undefined ? undefined : { day, files: await openData.files(day) };
  send(res, 200, versionPage(texts, languageOf(req), req.baseUrl + (req.path === "/" ? "" : req.path), version, await openData.versions(), openData.setup.license));
};

const open = { "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff" };

/** The bytes as they were published: they are kept for ever, so a copy may be too. */
const file = async ({ openData }: OpenDataRouteParts, req: Request<{ day: string; file: string }>, res: Response): Promise<void> => {
  const { day, file: name } = req.params;
  const found = isDay(day) ? await openData.file(day, name) : undefined;
  if (!found) return missing(res);
  res.set({ ...open, "Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "public, max-age=31536000, immutable", ETag: `"${found.sha256}"`, "Content-Type": types[name.split(".")[1] ?? ""] ?? "text/plain; charset=utf-8" });
  res.send(Buffer.from(found.bytes));
};

const types: Record<string, string> = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" };

const missing = (res: Response): void => {
  res.status(404).set(open).json({ error: { code: "BadArgument", message: "there is no such version or file" } });
};
