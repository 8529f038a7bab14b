import express, { type Request, type Response, type Router } from "express";
import { ZodError } from "zod";
import type { Db } from "../db/open.ts";
import { issuesOf, refuse, send } from "./answer.ts";
import { recordAudit } from "./audit.ts";
import type { Auth } from "./auth.ts";
import { jsonBody, storable } from "./storable.ts";
import { unreadable } from "./unreadable.ts";
import { holdEvents } from "./events.ts";
import { admit, allow, subjectOf, visitor } from "./gate.ts";
import { StaffRefusal, type StaffRequest, type StaffRoute } from "./route.ts";
import { sameOrigin } from "./same-origin.ts";
import { owed, visitorOf } from "./visitor.ts";

export type MountParts = { db: Db; auth: Auth; publicUrl: string | undefined; stopped: AbortSignal };

/**
 * Serves `routes` under `/staff/api`, and is the only way to. Each is asked by the same steps: our own page, a living
 * session, nothing owed, a role that the route names; only then is the body read and the handler run, and its line of the
 * audit log is written before the answer leaves. Throws when a route stands twice or names no role.
 */
export const mountStaff = (parts: MountParts, routes: readonly StaffRoute[]): Router => {
  const faults = faultsOf(routes);
  if (faults.length > 0) throw new Error(`staff routes: ${faults.join("; ")}`);
  const router = express.Router();
  router.use((_req, res, next) => { res.set("Cache-Control", "no-store"); next(); });
  router.use(sameOrigin(parts.publicUrl), admit(parts));
  for (const route of routes) {
    const body = route.raw === undefined ? jsonBody("64kb") : express.raw({ type: () => true, limit: route.raw });
    const method = route.method.toLowerCase() as Lowercase<StaffRoute["method"]>;
    router[method](route.path, allow(parts, route), body, (req, res) => answer(parts, route, req, res));
  }
  router.use((_req, res) => { refuse(res, 404, "not-found"); });
  router.use(unreadable);
  return router;
};

const faultsOf = (routes: readonly StaffRoute[]): string[] => {
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands twice`),
    ...routes.filter(({ roles }) => roles.length === 0).map(({ method, path }) => `${method} ${path} names no role`),
  ];
};

const answer = async (parts: MountParts, route: StaffRoute, req: Request, res: Response): Promise<void> => {
  const { staff } = visitor(req);
  const told = async (detail?: Record<string, string>) => {
    if (route.audit) await recordAudit(parts.db, { by: staff.id, did: route.audit, subject: subjectOf(req), detail });
  };
  try {
    const given = await route.handle(asked(req));
    await told("body" in given ? given.detail : undefined);
    if ("events" in given) {
      holdEvents(res, given, () => isStillIn(parts, route, req), parts.stopped);
    } else send(res, given);
  } catch (fault) {
    const refusal = refusalOf(fault);
    await told({ refused: refusal?.code ?? "failed" });
    if (!refusal) throw fault;
    refuse(res, refusal.status, refusal.code, refusal.detail);
  }
};

const asked = (req: Request): StaffRequest => {
  const { staff, standing } = visitor(req);
  return { staff, standing, params: texts(req.params), query: texts(req.query), body: req.body as unknown };
};

/** What was given once, as text. */
const texts = (given: object): Record<string, string> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (typeof value === "string" ? [[name, storable(value)]] : [])));

/** The same questions as at the door, without counting as use. */
const isStillIn = async (parts: MountParts, route: StaffRoute, req: Request): Promise<boolean> => {
  const now = await visitorOf(parts, req.get("cookie"), false);
  return now !== undefined && !owed(now.standing) && route.roles.includes(now.staff.role);
};

const refusalOf = (fault: unknown): StaffRefusal | undefined => {
  if (fault instanceof StaffRefusal) return fault;
  return fault instanceof ZodError ? new StaffRefusal(422, "bad-input", issuesOf(fault)) : undefined;
};
