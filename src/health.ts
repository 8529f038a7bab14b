import express, { type Router } from "express";
import { sql } from "kysely";
import type { Config } from "./config.ts";
import type { Service } from "./service.ts";

/** `/healthz`: the process lives. `/readyz`: it can serve, and how it stands. */
export const healthRoutes = (service: Service, config: Config): Router => {
  const router = express.Router();
  router.get("/healthz", (_req, res) => res.json({ status: "ok" }));
  router.get("/readyz", async (_req, res) => {
    const [database, replicas] = await Promise.all([databaseAnswers(service), service.replicas.healthy()]);
    res.status(database ? 200 : 503).json({
      status: database ? "ready" : "not ready",
      database: { kind: service.db.kind, ok: database },
      replicas: { kind: config.redisUrl ? "redis" : "one process only", ok: replicas },
    });
  });
  return router;
};

const databaseAnswers = async ({ db }: Service): Promise<boolean> => {
  try {
    await sql`select 1`.execute(db.db);
    return true;
  } catch {
    return false;
  }
};
