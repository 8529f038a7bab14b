import type { RequestHandler } from "express";
import { addressOf } from "./address.ts";
import { refuse } from "./answer.ts";

/**
 * Lets through what only reads, and of the rest what our own page sent: the header cannot be set by a form nor, without
 * our leave, by another site's script, and the browser itself writes the origin.
 */
export const sameOrigin = (publicUrl: string | undefined): RequestHandler => (req, res, next) => {
  if (req.method === "GET" || req.method === "HEAD") return next();
  const ours = req.get("x-ventanilla") === "staff" && req.get("origin") === new URL(addressOf(req, publicUrl)).origin;
  if (ours) next();
  else refuse(res, 403, "not-allowed");
};
