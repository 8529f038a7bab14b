import { readConfig } from "../config.ts";
import { createService, type Service } from "../service.ts";

/** The whole service without channels and jobs, on a database that goes with the process; openings can be booked. */
export const inMemory = async (environment: Record<string, string> = {}): Promise<Service> => {
  const service = await createService(readConfig({ DATA_DIR: "memory://", LOG_LEVEL: "error", ...environment }));
  await service.appointmentJobs.prepare();
  return service;
};
