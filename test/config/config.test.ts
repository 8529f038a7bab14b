import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";

/** The names in the message of the error that these variables give. */
const faulty = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    return [...String(error).matchAll(/^ {2}([A-Z_]+): \S/gm)].map((match) => match[1]!).toSorted();
  }
  return [];
};

describe("the environment", () => {
  it("may be empty: one process with its own database, and nothing else on", () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: "127.0.0.1", dataDir: ".data", logLevel: "info", production: false, trustProxy: 0 });
    const { databaseUrl, redisUrl, publicUrl, telegram, botFramework, directLineSecret, openai, staffBootstrap, oidc, metricsToken } = config;
    const off = [databaseUrl, redisUrl, publicUrl, telegram, botFramework, directLineSecret, openai, staffBootstrap, oidc, metricsToken];
    expect(off.every((part) => part === undefined)).toBe(true);
  });

  it("counts an empty variable as unset", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " ", NOW: "", LOG_LEVEL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it("becomes a Config that nobody changes", () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN: "1:a" });
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.telegram!, { token: "2:b" })).toThrow(TypeError);
  });

  it("is read whole", () => {
    const config = readConfig({
      NODE_ENV: "production", PORT: "0", HOST: "::1", DATA_DIR: "/data", DATABASE_URL: "postgresql://a@b/c", DATABASE_POOL: "4",
      REDIS_URL: "rediss://r:1", PUBLIC_URL: "https://bot.example/", TRUST_PROXY: "1", LOG_LEVEL: "debug",
      METRICS_TOKEN: "m".repeat(16), DIRECTLINE_SECRET: "d".repeat(16),
      TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_API_ROOT: "http://127.0.0.1:9", TELEGRAM_WEBHOOK_SECRET: "w",
      MICROSOFT_APP_ID: "id", MICROSOFT_APP_PASSWORD: "pass", MICROSOFT_APP_TENANT_ID: "tenant",
      OPENAI_API_KEY: "key", OPENAI_BASE_URL: "http://localhost/v1", OPENAI_MODEL: "m", OPENAI_EMBEDDING_MODEL: "e",
      MODEL_TIMEOUT_MS: "900", MODEL_BUDGET_TOKENS_A_DAY: "1000",
      STAFF_BOOTSTRAP_EMAIL: "a@b.co", STAFF_BOOTSTRAP_PASSWORD: "p".repeat(12),
      OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "c", OIDC_CLIENT_SECRET: "s",
      SILENCE_NUDGE_MINUTES: "5", SILENCE_CLOSE_HOURS: "2", DRAFT_DAYS: "3", CONTINUITY_CODE_MINUTES: "4",
      INTENT_THRESHOLD: "0.4", INTENT_NEAR: "0", VIDEO_URL_TEMPLATE: "https://video.example/{room}",
    });
    expect(config).toEqual({
      production: true, port: 0, host: "::1", dataDir: "/data", databaseUrl: "postgresql://a@b/c", databasePool: 4,
      redisUrl: "rediss://r:1", publicUrl: "https://bot.example", trustProxy: 1, logLevel: "debug",
      metricsToken: "m".repeat(16), directLineSecret: "d".repeat(16),
      telegram: { token: "1:a", apiRoot: "http://127.0.0.1:9", webhookSecret: "w" },
      botFramework: { appId: "id", password: "pass", tenantId: "tenant" },
      openai: { apiKey: "key", baseUrl: "http://localhost/v1", model: "m", embeddingModel: "e", timeoutMs: 900, budgetTokens: 1000 },
      staffBootstrap: { email: "a@b.co", password: "p".repeat(12) },
      oidc: { issuer: "https://id.example", clientId: "c", clientSecret: "s" },
      limits: { nudgeMinutes: 5, closeHours: 2, draftDays: 3, codeMinutes: 4, codeTries: 5 },
      thresholds: { intent: 0.4, near: 0 },
      videoUrl: "https://video.example/{room}",
      now: expect.any(Function) as unknown,
    });
  });

  it("names every fault at once, also those of variables that clash", () => {
    const wrong = {
      PORT: "65536", DATABASE_URL: "mysql://a/b", DATABASE_POOL: "0", REDIS_URL: "localhost", PUBLIC_URL: "bot.example",
      TRUST_PROXY: "?", TELEGRAM_BOT_TOKEN: "a b", TELEGRAM_API_ROOT: "x", TELEGRAM_WEBHOOK_SECRET: "no spaces",
      OPENAI_BASE_URL: "ftp://x", STAFF_BOOTSTRAP_EMAIL: "nobody", OIDC_ISSUER: "id", LOG_LEVEL: "loud", NOW: "tomorrow",
      SILENCE_NUDGE_MINUTES: "0", SILENCE_CLOSE_HOURS: "soon", DRAFT_DAYS: "1.5", CONTINUITY_CODE_MINUTES: "-1",
      INTENT_THRESHOLD: "1.1", INTENT_NEAR: "some", VIDEO_URL_TEMPLATE: "https://video.example/one-room",
    };
    const clashing = ["STAFF_BOOTSTRAP_PASSWORD", "OIDC_CLIENT_ID"];
    expect(faulty(wrong)).toEqual([...Object.keys(wrong), ...clashing].toSorted());
  });

  it.each([
    [{ MICROSOFT_APP_ID: "a" }, "MICROSOFT_APP_PASSWORD"],
    [{ MICROSOFT_APP_PASSWORD: "a" }, "MICROSOFT_APP_ID"],
    [{ TELEGRAM_WEBHOOK_SECRET: "a" }, "TELEGRAM_BOT_TOKEN"],
    [{ STAFF_BOOTSTRAP_PASSWORD: "a".repeat(12) }, "STAFF_BOOTSTRAP_EMAIL"],
    [{ OIDC_CLIENT_SECRET: "a" }, "OIDC_ISSUER"],
  ] as [Record<string, string>, string][])("with %o also needs %s", (environment, name) => {
    expect(faulty(environment)).toEqual([name]);
  });

  it("refuses short secrets in production only", () => {
    const short = { DIRECTLINE_SECRET: "short", METRICS_TOKEN: "short" };
    expect(faulty(short)).toEqual([]);
    expect(faulty({ ...short, NODE_ENV: "production" })).toEqual(Object.keys(short));
  });

  it("repeats no value that may be secret", () => {
    const read = () => readConfig({ DATABASE_URL: "mysql://user:hunter2@host/x", TELEGRAM_BOT_TOKEN: "hunter2 !" });
    expect(read).toThrow("DATABASE_URL");
    expect(read).not.toThrow("hunter2");
  });
});

describe("the clock", () => {
  it("runs, or stands still at NOW", () => {
    expect(Math.abs(readConfig({}).now().getTime() - Date.now())).toBeLessThan(1_000);
    const { now } = readConfig({ NOW: "2026-11-23T09:00:00-05:00" });
    now().setFullYear(1999);
    expect(now().toISOString()).toBe("2026-11-23T14:00:00.000Z");
  });

  it("does not stand still in production", () => {
    expect(faulty({ NOW: "2026-11-23T14:00:00Z", NODE_ENV: "production" })).toEqual(["NOW"]);
  });
});
