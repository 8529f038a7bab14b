import { createApp, type App } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { publishedContent } from "./content.ts";

export type RunningApp = { url: string; port: number; app: App; close: () => Promise<void> };

/** The whole service in this process, without ingested documents, on a free port and a database in memory unless the environment says otherwise. */
export const startApp = async (
  environment: Record<string, string> = {},
  overrides: Parameters<typeof createApp>[1] = {},
): Promise<RunningApp> => {
  const config = readConfig({ DATA_DIR: "memory://", PORT: "0", LOG_LEVEL: "fatal", ...environment });
  const app = await createApp(config, { content: publishedContent(), ...overrides });
  const url = await app.listen();
  return { url, port: Number(new URL(url).port), app, close: app.close };
};
