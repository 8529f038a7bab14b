import { betterAuth, type BetterAuthOptions, type GenericEndpointContext } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { hashPassword } from "better-auth/crypto";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Config } from "../config.ts";
import type { Db } from "../db/open.ts";
import type { Log } from "../log.ts";
import { columns, tables } from "./auth-tables.ts";
import { oidcProvider } from "./oidc.ts";

/** Ends a session that is not used for this long. */
export const idleSeconds = 30 * 60;

export type Method = "password" | "second-factor" | "oidc";

export type AuthParts = { db: Db; log: Log; secret: string; publicUrl: string | undefined; oidc: Config["oidc"] };

/** The one place that knows the library which keeps passwords, second factors and sessions. */
export type Auth = {
  /** Answers a request to one of the library's own endpoints under `/staff/auth`. */
  handle: (request: Request) => Promise<Response>;
  /** The session of these cookies, and the cookies to set when its end moved; `use: false` does not move it. */
  session: (cookies: string, use: boolean) => Promise<Session | undefined>;
  /** Who has given a password with these cookies and still owes the second factor. */
  challenged: (cookies: string) => Promise<string | undefined>;
};
export type Session = { token: string; userId: string; method: Method; createdAt: Date; setCookies: string[] };

export { hashPassword };

export const createAuth = (parts: AuthParts): Auth => {
  const auth = betterAuth(options(parts));
  return {
    handle: auth.handler,
    session: async (cookies, use) => {
      const { response, headers } = await auth.api.getSession({
        headers: new Headers({ cookie: cookies }),
        query: { disableRefresh: !use },
        returnHeaders: true,
      });
      if (!response) return undefined;
      const { token, userId, createdAt, method } = response.session;
      return { token, userId, createdAt, method: method as Method, setCookies: headers.getSetCookie() };
    },
    challenged: (cookies) => auth.api.staffChallenged({ headers: new Headers({ cookie: cookies }) }),
  };
};

const options = ({ db, log, secret, publicUrl, oidc }: AuthParts) => ({
  appName: "Ventanilla",
  secret,
  basePath: "/staff/auth",
  ...(publicUrl === undefined ? {} : { baseURL: publicUrl }),
  database: { db, type: "postgres" as const },
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  // What follows a colon may be somebody's own words.
  logger: { level: "error" as const, log: (_level: string, message: string) => { log.warn({ said: message.split(":")[0] }, "sign-in library"); } },
  onAPIError: { errorURL: "/staff" },
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
  user: { modelName: tables.user, fields: columns.user },
  session: {
    modelName: tables.session,
    fields: columns.session,
    expiresIn: idleSeconds,
    updateAge: 60,
    additionalFields: { method: { type: "string" as const, input: false as const, required: true as const, defaultValue: "password" } },
  },
  account: { modelName: tables.account, fields: columns.account, accountLinking: { enabled: true }, updateAccountOnSignIn: false },
  verification: { modelName: tables.verification, fields: columns.verification },
  databaseHooks: {
    session: { create: { before: (session, endpoint) => admitted(db, session, endpoint) } },
    // Nobody speaks to the provider in a member's name: its tokens are not kept.
    account: { create: { before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }) } },
  },
  advanced: {
    cookiePrefix: "ventanilla-staff",
    useSecureCookies: publicUrl?.startsWith("https:") ?? false,
    defaultCookieAttributes: { httpOnly: true, sameSite: "strict" as const, path: "/staff" },
    // The provider sends the browser back from another site; a strict cookie would stay behind.
    cookies: { state: { attributes: { sameSite: "lax" as const } } },
    ipAddress: { disableIpTracking: true },
    // Its own check of the tables asks that it could make accounts: it never does, and the table would not let it.
    database: { validateSchema: false },
  },
  plugins: [
    twoFactor({ issuer: "Ventanilla", schema: { user: { fields: columns.twoFactorUser }, twoFactor: { modelName: tables.twoFactor, fields: columns.twoFactor } } }),
    { id: "staff", endpoints: { staffChallenged } },
    ...(oidc ? [genericOAuth({ config: [oidcProvider(oidc)] })] : []),
  ],
}) satisfies BetterAuthOptions;

/**
 * A disabled member gets no session, however they prove who they are, nor one whose start password is out of date; each
 * session says what was proven.
 */
const admitted = async (db: Db, session: { userId: string }, endpoint: GenericEndpointContext | null) => {
  const method = methodOf(endpoint);
  const member = await db.selectFrom("staff_user").select(["disabled", "start_password_until as until"])
    .where("id", "=", session.userId).executeTakeFirst();
  const late = method === "password" && member?.until && member.until < new Date();
  if (!member || member.disabled || late) throw new APIError("UNAUTHORIZED");
  return { data: { ...session, method } };
};

const methodOf = (endpoint: GenericEndpointContext | null): Method => {
  switch (endpoint?.path) {
    case "/two-factor/verify-totp":
    case "/two-factor/verify-backup-code": return "second-factor";
    case "/callback/:id": return "oidc";
    case "/change-password": return (endpoint.context.session?.session["method"] as Method | undefined) ?? "password";
    default: return "password";
  }
};

/** Not served: a path of our own that reads the library's signed cookie. */
const staffChallenged = createAuthEndpoint.serverOnly({ method: "GET", requireHeaders: true }, async (ctx): Promise<string | undefined> => {
  const { name } = ctx.context.createAuthCookie("two_factor");
  const identifier = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!identifier) return undefined;
  const challenge = await ctx.context.internalAdapter.findVerificationValue(identifier);
  return challenge && challenge.expiresAt > new Date() ? challenge.value : undefined;
});
