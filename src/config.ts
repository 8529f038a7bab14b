import { z } from "zod";

/**
 * The environment as one frozen Config, the only reader of `process.env`. An empty variable counts as unset.
 * Throws one error that names every wrong variable, its fault and what is expected; values that may be secret are
 * not repeated.
 */
export const readConfig = (environment: Record<string, string | undefined> = process.env): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const result = schema.safeParse(given);
  const faults = [...(result.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`), ...clashes(given)];
  if (!result.success || faults.length > 0) {
    throw new Error(`environment, nothing was started:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  }
  return freeze(shape(result.data));
};

export type Config = ReturnType<typeof shape>;

const optional = z.string().optional();
const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
  });
const http = url(["http:", "https:"]);
const levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const howMany = (what: string, least: number, most: number) => {
  const error = `must be a whole number of ${what}, ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
};

const share = z.coerce.number({ error: "must be a share, 0 to 1" }).min(0, "must be a share, 0 to 1").max(1, "must be a share, 0 to 1");

const schema = z.object({
  NODE_ENV: optional,
  PORT: z.coerce.number({ error: "must be a port number, 0 to 65535" }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_POOL: z.coerce.number({ error: "must be a number of connections, 1 to 200" }).int().min(1).max(200).default(10),
  REDIS_URL: url(["redis:", "rediss:"]).optional(),
  PUBLIC_URL: http.optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^(\d+|[a-z0-9.:/, ]+)$/i, "must be a number of proxies, or their addresses with commas between")
    .default("0"),
  TELEGRAM_BOT_TOKEN: z.string().regex(/^[\w:-]+$/, "must look like 123456:letters, as BotFather gives it").optional(),
  TELEGRAM_API_ROOT: http.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, "must be 1 to 256 letters, digits, _ or -: Telegram takes no others")
    .optional(),
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TENANT_ID: optional,
  DIRECTLINE_SECRET: optional,
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: http.optional(),
  OPENAI_MODEL: optional,
  OPENAI_EMBEDDING_MODEL: optional,
  MODEL_TIMEOUT_MS: howMany("milliseconds", 500, 60_000).default(6000),
  MODEL_BUDGET_TOKENS_A_DAY: howMany("tokens", 0, 1_000_000_000).default(2_000_000),
  STAFF_BOOTSTRAP_EMAIL: z.email("must be an e-mail address").optional(),
  STAFF_BOOTSTRAP_PASSWORD: z.string().min(12, "must have at least 12 characters").optional(),
  OIDC_ISSUER: http.optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  VIDEO_URL_TEMPLATE: http.refine((value) => value.includes("{room}"), "must hold {room}, where the name of the room goes").default("https://meet.jit.si/ventanilla-{room}"),
  SILENCE_NUDGE_MINUTES: howMany("minutes", 1, 10_080).default(10),
  SILENCE_CLOSE_HOURS: howMany("hours", 1, 720).default(24),
  DRAFT_DAYS: howMany("days", 1, 365).default(7),
  CONTINUITY_CODE_MINUTES: howMany("minutes", 1, 1440).default(15),
  OFFICES_FILE: optional,
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z.string().regex(/^([^<>\r\n]{1,80} )?<?[\w.+-]+@[\w.-]+>?$/, "must be an address such as casos@agencia.gov.co or Casos <casos@agencia.gov.co>").optional(),
  CASE_WEBHOOK_URL: http.optional(),
  CASE_WEBHOOK_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  SCAN_COMMAND: optional,
  INTENT_THRESHOLD: share.optional(),
  INTENT_NEAR: share.optional(),
  LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(", ")}` }).default("info"),
  METRICS_TOKEN: optional,
  NOW: z.iso.datetime({ offset: true, error: "must be an ISO instant such as 2026-11-23T09:00:00-05:00" }).optional(),
});

type Environment = z.infer<typeof schema>;

/** What is right by itself and wrong together. */
const clashes = (env: Record<string, string | undefined>): string[] => {
  const faults = together
    .filter(([name, needed]) => env[name] !== undefined && env[needed] === undefined)
    .map(([name, needed]) => `${needed}: is needed when ${name} is set`);
  if (env["NODE_ENV"] !== "production") return faults;
  const short = Object.entries(shortest).filter(([name, length]) => (env[name]?.length ?? length) < length);
  faults.push(...short.map(([name, length]) => `${name}: must have at least ${length} characters when NODE_ENV=production`));
  if (env["NOW"] !== undefined) faults.push("NOW: a frozen clock is refused when NODE_ENV=production");
  return faults;
};

/** The first is of no use without the second. */
const together = [
  ["MICROSOFT_APP_ID", "MICROSOFT_APP_PASSWORD"],
  ["MICROSOFT_APP_PASSWORD", "MICROSOFT_APP_ID"],
  ["TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_BOT_TOKEN"],
  ["STAFF_BOOTSTRAP_EMAIL", "STAFF_BOOTSTRAP_PASSWORD"],
  ["STAFF_BOOTSTRAP_PASSWORD", "STAFF_BOOTSTRAP_EMAIL"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID"],
  ["OIDC_CLIENT_ID", "OIDC_ISSUER"],
  ["OIDC_CLIENT_SECRET", "OIDC_ISSUER"],
  ["SMTP_URL", "MAIL_FROM"],
  ["MAIL_FROM", "SMTP_URL"],
  ["CASE_WEBHOOK_URL", "CASE_WEBHOOK_SECRET"],
  ["CASE_WEBHOOK_SECRET", "CASE_WEBHOOK_URL"],
] as const satisfies readonly (readonly [keyof Environment, keyof Environment])[];

const shortest = { DIRECTLINE_SECRET: 16, METRICS_TOKEN: 16 } satisfies Partial<
  Record<keyof Environment, number>
>;

const shape = (env: Environment) => {
  const frozen = env.NOW === undefined ? undefined : new Date(env.NOW).getTime();
  return {
    production: env.NODE_ENV === "production",
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    redisUrl: env.REDIS_URL,
    /** Unset: the address that HTTP listens on. */
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ""),
    /** How many proxies stand before us, or which: only their `X-Forwarded-For` counts. */
    trustProxy: /^\d+$/.test(env.TRUST_PROXY) ? Number(env.TRUST_PROXY) : env.TRUST_PROXY,
    telegram: env.TELEGRAM_BOT_TOKEN === undefined ? undefined : {
      token: env.TELEGRAM_BOT_TOKEN,
      apiRoot: env.TELEGRAM_API_ROOT,
      webhookSecret: env.TELEGRAM_WEBHOOK_SECRET,
    },
    botFramework: env.MICROSOFT_APP_ID === undefined ? undefined : {
      appId: env.MICROSOFT_APP_ID,
      password: env.MICROSOFT_APP_PASSWORD!,
      tenantId: env.MICROSOFT_APP_TENANT_ID,
    },
    directLineSecret: env.DIRECTLINE_SECRET,
    openai: env.OPENAI_API_KEY === undefined && env.OPENAI_BASE_URL === undefined ? undefined : {
      apiKey: env.OPENAI_API_KEY,
      baseUrl: env.OPENAI_BASE_URL,
      model: env.OPENAI_MODEL,
      embeddingModel: env.OPENAI_EMBEDDING_MODEL,
      timeoutMs: env.MODEL_TIMEOUT_MS,
      budgetTokens: env.MODEL_BUDGET_TOKENS_A_DAY,
    },
    staffBootstrap: env.STAFF_BOOTSTRAP_EMAIL === undefined ? undefined : {
      email: env.STAFF_BOOTSTRAP_EMAIL,
      password: env.STAFF_BOOTSTRAP_PASSWORD!,
    },
    oidc: env.OIDC_ISSUER === undefined ? undefined : {
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID!,
      clientSecret: env.OIDC_CLIENT_SECRET,
    },
    /** The address of a video call's room, with `{room}` where its name goes. */
    videoUrl: env.VIDEO_URL_TEMPLATE,
    /** How long things are waited for and kept in a conversation. */
    limits: {
      nudgeMinutes: env.SILENCE_NUDGE_MINUTES,
      closeHours: env.SILENCE_CLOSE_HOURS,
      draftDays: env.DRAFT_DAYS,
      codeMinutes: env.CONTINUITY_CODE_MINUTES,
      codeTries: 5,
    },
    /** An agency's own offices with appointments; unset: those of the demonstration. */
    officesFile: env.OFFICES_FILE,
    ...outgoing(env),
    /** When words are taken for an intent; unset: what the evaluation chose. */
    thresholds: {
      ...(env.INTENT_THRESHOLD === undefined ? {} : { intent: env.INTENT_THRESHOLD }),
      ...(env.INTENT_NEAR === undefined ? {} : { near: env.INTENT_NEAR }),
    },
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    now: (): Date => (frozen === undefined ? new Date() : new Date(frozen)),
  };
};

/** What cases need of other servers and programs; each unset where it is not there. */
const outgoing = (env: Environment) => ({
  /** Unset: no mail is sent. */
  mail: env.SMTP_URL === undefined ? undefined : { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM! },
  /** The records system that is told what happens to cases. */
  caseWebhook: env.CASE_WEBHOOK_URL === undefined ? undefined : { url: env.CASE_WEBHOOK_URL, secret: env.CASE_WEBHOOK_SECRET! },
  /** Looks into files that citizens hand in: reads one from standard input, ends with 0 for clean and 1 for infected. */
  scanCommand: env.SCAN_COMMAND,
});

const freeze = <T extends object>(value: T): T => {
  for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) Object.freeze(inner);
  return Object.freeze(value);
};
