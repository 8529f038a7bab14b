import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import { needs } from "./care/needs.ts";
import { languageOf, send } from "./noscript/send.ts";
import { entriesOf, type PortfolioContent } from "./portfolio/entries.ts";
import { entryPage, listPage, missingPage } from "./portfolio/page.ts";
import { find, shelve, type Wanted } from "./portfolio/search.ts";
import { styleHash } from "./portfolio/style.ts";
import { csv, rowOf } from "./portfolio/table.ts";
import { entryKinds } from "./portfolio/types.ts";
import type { Texts } from "./text.ts";

export type PortfolioParts = Omit<PortfolioContent, "texts"> & {
  texts: Texts;
  /** Where citizens reach this service. */
  publicUrl: () => string;
  /** Words that tell nothing of what is looked for. */
  fillers: ReadonlySet<string>;
  /** What cities are called, by their ids. */
  cityNames: ReadonlyMap<string, string>;
};

/**
 * The portfolio of services, routes and offices, mounted at the root: the page, one page an entry, and the same as JSON and
 * CSV. It is the same for everybody, so it may be kept, and is asked for again by its ETag.
 */
export const portfolioRoutes = (parts: PortfolioParts): Router => {
  const entries = entriesOf(parts);
  const shelf = shelve(entries);
  const found = (req: Request) => find(shelf, parts.fillers, wantedOf(req));
  const named = new Set(entries.flatMap(({ cities }) => (cities === "all" ? [] : cities)));
  const cityNames = new Map([...parts.cityNames].filter(([id]) => named.has(id)).toSorted(([, a], [, b]) => a.localeCompare(b, "es")));
  const page = (req: Request) => ({ texts: parts.texts, locale: languageOf(req), base: parts.publicUrl(), cityNames });
  const router = express.Router();
  router.get("/servicios", (req, res) => { html(res, 200, listPage(page(req), found(req), wantedOf(req))); });
  router.get("/servicios.json", (req, res) => {
    open(res).json({ entries: found(req).map((entry) => ({ ...entry, page: `${parts.publicUrl()}/servicios/${entry.id}` })) });
  });
  router.get("/servicios.csv", (req, res) => {
    open(res).set("Content-Disposition", 'attachment; filename="servicios.csv"').type("text/csv; charset=utf-8; header=present")
      .send(csv(found(req).map((entry) => rowOf(entry, parts.publicUrl()))));
  });
  router.get("/servicios/:kind/:id", (req, res) => {
    const entry = entries.find(({ id }) => id === `${req.params.kind}/${req.params.id}`);
    if (entry) html(res, 200, entryPage(page(req), entry));
    else html(res, 404, missingPage(page(req)));
  });
  return router;
};

/** What cannot be understood in an address is as if it were not there. */
const wanted = z.object({
  q: z.string().trim().max(200).catch(""),
  kind: z.enum(entryKinds).optional().catch(undefined),
  need: z.enum(needs).optional().catch(undefined),
  city: z.string().regex(/^[a-z-]{1,60}$/).optional().catch(undefined),
});

const wantedOf = (req: Request): Wanted => {
  const { q, kind, need, city } = wanted.parse(req.query);
  return { q, ...(kind ? { kind } : {}), ...(need ? { need } : {}), ...(city ? { city } : {}) };
};

const kept = { "Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff" };

const open = (res: Response): Response => res.set({ ...kept, "Access-Control-Allow-Origin": "*" });

const html = (res: Response, status: number, body: string): void =>
  send(res, status, body, { style: styleHash, forms: "'self'" }, { ...kept, Vary: "Accept-Language" });
