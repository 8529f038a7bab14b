import { join } from "node:path";
import express, { type RequestHandler, type Router } from "express";

/** Pages and their assets, as built by `npm run build`. */
export const pageRoutes = (dist: string): Router => {
  const router = express.Router();
  router.use(headers);
  router.get("/", (_req, res) => {
    res.set("Content-Security-Policy", chatPolicy);
    res.sendFile(join(dist, "chat", "index.html"), always);
  });
  router.get(["/staff", "/staff/*path"], (_req, res) => {
    res.set({ "Content-Security-Policy": staffPolicy, "X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin" });
    res.sendFile(join(dist, "staff", "index.html"), always);
  });
  router.get("/widget.js", (_req, res) => {
    res.set("Cross-Origin-Resource-Policy", "cross-origin");
    res.sendFile(join(dist, "widget.js"), { maxAge: "1h" });
  });
  router.get("/icon.svg", (_req, res) => res.sendFile(join(dist, "icon.svg"), { maxAge: "1d" }));
  router.get("/manifest.webmanifest", (_req, res) => res.sendFile(join(dist, "manifest.webmanifest"), { maxAge: "1d" }));
  router.use("/assets", express.static(join(dist, "assets"), { immutable: true, maxAge: "1y", index: false }));
  return router;
};

/** Kept, but asked for each time: a new build is seen at the next visit. */
const always = { cacheControl: false, headers: { "Cache-Control": "no-cache" } };

/**
 * Nothing but our own script, style and service. No `frame-ancestors`: any site may frame the page by `widget.js`; it
 * has no cookie and no session of its own that a frame could abuse.
 */
const chatPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
  "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
].join("; ");

/** As the chat's, and never in a frame: here a click counts. */
const staffPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join("; ");

const headers: RequestHandler = (_req, res, next) => {
  res.set({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  });
  next();
};
