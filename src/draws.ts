import express, { type Router } from "express";
import type { DrawShown } from "./appointments/draw.ts";

export type DrawParts = { draw: (id: string) => Promise<DrawShown | undefined> };

/**
 * Draws as open data, mounted at `/datos/sorteos`: before one is made its commitment, afterwards list, seed and order, so that
 * anybody can do it again (`npm run draw`). Entries are tickets: nobody can be told from them.
 */
export const drawRoutes = ({ draw }: DrawParts): Router => {
  const router = express.Router();
  router.get("/:id", async (req, res) => {
    const found = /^[a-z0-9.-]{1,200}$/.test(req.params.id) ? await draw(req.params.id) : undefined;
    res.set({ "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*" });
    if (found) res.json(found);
    else res.status(404).json({ error: { code: "BadArgument", message: "there is no such draw" } });
  });
  return router;
};
