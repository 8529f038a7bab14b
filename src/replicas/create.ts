import type { Log } from "../log.ts";
import { inProcess } from "./in-process.ts";
import { overRedis } from "./redis.ts";
import type { Replicas } from "./replicas.ts";

/** Redis when there is a `redisUrl`, else this process alone. Starts, unhealthy, even when Redis is not there yet. */
export const createReplicas = ({ redisUrl, log }: { redisUrl?: string | undefined; log: Log }): Promise<Replicas> =>
  redisUrl === undefined ? Promise.resolve(inProcess(log)) : overRedis(redisUrl, log);
