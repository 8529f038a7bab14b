import express, { type Router } from "express";
import { refuse } from "./answer.ts";
import { pass, type DoorParts } from "./pass.ts";
import { sameOrigin } from "./same-origin.ts";
import { jsonBody } from "./storable.ts";
import { unreadable } from "./unreadable.ts";
import { ways } from "./ways.ts";

/** Requests that an address may make here within a minute, right or wrong. */
const flood = { limit: 300, seconds: 60 } as const;

/** Signing in and out, mounted at `/staff/auth`: only the listed ways, each counted, watched and written down. */
export const doorRoutes = (parts: DoorParts): Router => {
  const router = express.Router();
  router.use(async (req, res, next) => {
    res.set("Cache-Control", "no-store");
    if (await parts.allow(`staff-auth:${req.ip}`, flood.limit, flood.seconds)) next();
    else refuse(res, 429, "too-many");
  });
  router.get("/ways", (_req, res) => { res.json({ oidc: parts.oidc }); });
  router.use(sameOrigin(parts.publicUrl), jsonBody("16kb"));
  for (const [name, way] of Object.entries(ways)) {
    const [method, path] = name.split(" ") as ["GET" | "POST", string];
    router[method === "GET" ? "get" : "post"](path, (req, res) => pass(parts, way, req, res));
  }
  router.use((_req, res) => { refuse(res, 404, "not-found"); });
  router.use(unreadable);
  return router;
};
