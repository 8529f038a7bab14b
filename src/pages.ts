import { join } from "node:path";
import express, { type RequestHandler, type Router } from "express";

/** Pages and their assets, as built by `npm run build`. */
export const pageRoutes = (dist: string): Router => {
  const router = express.Router();
  router.use(headers);
  router.get("/", (_req, res) => {
    res.set("Content-Security-Policy", chatPolicy).set("Cache-Control", "no-cache").sendFile(join(dist, "chat", "index.html"));
  });
  router.get("/widget.js", (_req, res) => {
    res.set({ "Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "public, max-age=3600" });
    res.sendFile(join(dist, "widget.js"));
  });
  router.use("/assets", express.static(join(dist, "assets"), { immutable: true, maxAge: "1y" }));
  return router;
};

/** Nothing but our own script and style; the page may be framed, so that `widget.js` works in any site. */
const chatPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self' ws: wss:", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
].join("; ");

const headers: RequestHandler = (_req, res, next) => {
  res.set({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  });
  next();
};
