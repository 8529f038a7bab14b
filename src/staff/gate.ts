import type { Request, RequestHandler } from "express";
import type { Db } from "../db/open.ts";
import { refuse } from "./answer.ts";
import { recordAudit } from "./audit.ts";
import type { Auth } from "./auth.ts";
import type { StaffRoute } from "./route.ts";
import { storable } from "./storable.ts";
import { owed, visitorOf, type Visitor } from "./visitor.ts";

type GateParts = { db: Db; auth: Auth };

const visitors = new WeakMap<Request, Visitor>();

/** Who asks, once `admit` has let them in. */
export const visitor = (req: Request): Visitor => visitors.get(req)!;

/**
 * Lets in whoever has a living session. What a page asks of itself (`X-Ventanilla: background`, a stream of events) is no
 * sign of a person, and does not put off the idle end.
 */
export const admit = (parts: GateParts): RequestHandler => async (req, res, next) => {
  const unattended = req.get("x-ventanilla") === "background" || req.get("accept") === "text/event-stream";
  const found = await visitorOf(parts, req.get("cookie"), !unattended);
  if (!found) return refuse(res, 401, "signed-out");
  visitors.set(req, found);
  for (const cookie of found.setCookies) res.append("Set-Cookie", cookie);
  next();
};

/** Lets through those whom the route names, and who owe nothing; a refusal stands in the audit log. */
export const allow = ({ db }: GateParts, route: StaffRoute): RequestHandler => async (req, res, next) => {
  const { staff, standing } = visitor(req);
  const owes = route.owing ? undefined : owed(standing);
  if (!owes && route.roles.includes(staff.role)) return next();
  const code = owes ?? "not-allowed";
  if (route.audit) await recordAudit(db, { by: staff.id, did: route.audit, subject: subjectOf(req), detail: { refused: code } });
  refuse(res, 403, code);
};

/** The ids in the path: what it was done to. */
export const subjectOf = (req: Request): string | undefined => storable(Object.values(req.params).flat().join("/")).slice(0, 200) || undefined;
