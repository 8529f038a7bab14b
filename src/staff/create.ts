import { randomBytes } from "node:crypto";
import express, { type Router } from "express";
import type { Config } from "../config.ts";
import type { Db } from "../db/open.ts";
import { settingOnce } from "../db/setting.ts";
import type { Log } from "../log.ts";
import { bootstrap } from "./accounts.ts";
import { createAuth } from "./auth.ts";
import { doorRoutes } from "./door.ts";
import { mountStaff } from "./mount.ts";
import type { StaffRoute } from "./route.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { auditRoutes } from "./routes/audit.ts";
import { meRoutes } from "./routes/me.ts";

export type StaffParts = {
  config: Config;
  db: Db;
  log: Log;
  allow: (key: string, limit: number, windowSeconds: number) => Promise<boolean>;
  /** Ends open streams of events. */
  stopped: AbortSignal;
};

/** The staff side: sign-in, and the routes of all offices, mounted at `/staff`. `routes` is all that can be asked. */
export const createStaff = async (parts: StaffParts, offices: readonly StaffRoute[] = []): Promise<{ router: Router; routes: readonly StaffRoute[] }> => {
  const { config: { publicUrl, oidc, staffBootstrap }, db, log, allow, stopped } = parts;
  const first = staffBootstrap && (await bootstrap(db, staffBootstrap));
  if (first === "taken") log.warn("STAFF_BOOTSTRAP_EMAIL is no administrator's: no administrator was made");
  if (first === "made") log.info("the first administrator was made");
  const secret = await settingOnce(db, "staff-secret", () => randomBytes(32).toString("base64url"));
  const auth = createAuth({ db, log, secret, publicUrl, oidc });
  const routes = [...meRoutes(), ...accountRoutes(db), ...auditRoutes(db), ...offices];
  const router = express.Router();
  router.use("/auth", doorRoutes({ db, auth, secret, publicUrl, oidc: oidc !== undefined, allow }));
  router.use("/api", mountStaff({ db, auth, publicUrl, stopped }, routes));
  return { router, routes };
};
