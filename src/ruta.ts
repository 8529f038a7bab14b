import express, { type Router } from "express";
import { profileAt } from "./care/address.ts";
import type { Care } from "./care/care.ts";
import { routeFor } from "./care/route.ts";
import { languageOf, sendPrivate } from "./noscript/send.ts";
import { nowhere, routePage } from "./ruta/page.ts";
import type { Texts } from "./text.ts";

export type RutaParts = { care: Care; texts: Texts };

/**
 * A route of care in large print, mounted at `/ruta`: its address names the words that the route hangs on, and no person.
 * Nothing is kept of who looks, neither here nor on the device.
 */
export const rutaRoutes = ({ care, texts }: RutaParts): Router => {
  const router = express.Router();
  router.get("/:address", (req, res) => {
    const locale = languageOf(req);
    const profile = profileAt(req.params.address);
    const steps = profile ? routeFor(care.steps, profile) : [];
    const page = profile && steps.length > 0 ? routePage({ care, texts }, { address: req.params.address, profile, steps, locale }) : nowhere(texts, locale);
    sendPrivate(res, steps.length > 0 ? 200 : 404, page, "'none'");
  });
  return router;
};
