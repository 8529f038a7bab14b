import { readConfig } from "../config.ts";
import { createService, type Service } from "../service.ts";

/** The whole service without channels, on a database that goes with the process. */
export const inMemory = (environment: Record<string, string> = {}): Promise<Service> =>
  createService(readConfig({ DATA_DIR: "memory://", LOG_LEVEL: "error", ...environment }));
