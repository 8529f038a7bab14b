import { z } from "zod";

const text = z.string().min(1).max(1000);
const password = z.object({ password: text });
const code = z.object({ code: z.string().trim().min(1).max(40) });

/**
 * The library's endpoints that are served, and what is read of their bodies; everything else it can do (to sign up, to edit
 * oneself, to trust a device, to take the second factor off) is not reachable.
 */
export type Way = {
  body?: z.ZodType<Record<string, unknown>>;
  /** Who may come: anybody, or somebody with a session, full or still owing. */
  who: "anybody" | "owing" | "member";
  /** What of the body is a guess that counts towards the lock-out. */
  guess?: "password" | "currentPassword" | "code";
  /** Its name in the audit log when it succeeds with a session at hand. */
  did?: string;
};

export const ways: Record<string, Way> = {
  "POST /sign-in/email": { who: "anybody", guess: "password", body: z.object({ email: text, password: text }) },
  "POST /sign-in/social": { who: "anybody", body: z.object({}).transform(() => toProvider) },
  "GET /callback/oidc": { who: "anybody" },
  "POST /sign-out": { who: "anybody", did: "sign-out" },
  "POST /two-factor/verify-totp": { who: "anybody", guess: "code", body: code },
  "POST /two-factor/verify-backup-code": { who: "anybody", guess: "code", body: code },
  "POST /two-factor/enable": { who: "owing", guess: "password", body: password },
  "POST /two-factor/generate-backup-codes": { who: "member", guess: "password", body: password, did: "backup-codes-renewed" },
  "POST /change-password": {
    who: "owing",
    guess: "currentPassword",
    did: "password-changed",
    body: z.object({ currentPassword: text, newPassword: text }).transform((given) => ({ ...given, revokeOtherSessions: true })),
  },
};

/** Where the provider sends the browser back to is not for the caller to say. */
const toProvider = { provider: "oidc", callbackURL: "/staff", errorCallbackURL: "/staff", disableRedirect: true };
