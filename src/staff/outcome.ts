import type { Response } from "express";
import { refuse } from "./answer.ts";
import { recordAudit } from "./audit.ts";
import type { Guess } from "./guess.ts";
import type { DoorParts } from "./pass.ts";
import type { Visitor } from "./visitor.ts";
import type { Way } from "./ways.ts";

export type Outcome = {
  way: Way;
  guess: Guess | undefined;
  visitor: Visitor | undefined;
  response: globalThis.Response;
  said: Record<string, unknown>;
  res: Response;
};

/** Wrong, locked, disabled and unknown are one answer. */
export const answerRefused = async ({ db }: DoorParts, { way, guess, visitor, response, said, res }: Outcome): Promise<void> => {
  const location = response.headers.get("location");
  if (location) {
    await recordAudit(db, { by: null, did: "sign-in-failed", detail: { way: "oidc" } });
    return res.redirect(location);
  }
  const code = String(said["code"] ?? "refused");
  const wrong = guess && (way.who === "anybody" || code === "INVALID_PASSWORD");
  if (!wrong) {
    await guess?.attempt.half();
    return refuse(res, response.status, code.toLowerCase().replaceAll("_", "-"));
  }
  const by = guess.memberId ?? null;
  if (guess.attempt.allowed) await recordAudit(db, { by, did: "sign-in-failed", detail: { way: way.guess === "code" ? "code" : "password" } });
  if (guess.attempt.allowed && guess.attempt.locks) await recordAudit(db, { by, did: "sign-in-locked", detail: { what: guess.attempt.locks } });
  if (visitor && way.who !== "anybody") refuse(res, 422, "invalid-password");
  else refuse(res, 401, way.guess === "code" ? "invalid-code" : "invalid-email-or-password");
};

export const answerPassed = async (parts: DoorParts, { way, guess, visitor, response, said, res }: Outcome): Promise<void> => {
  const { db } = parts;
  const cookies = response.headers.getSetCookie();
  const began = await parts.auth.session(cookies.map((cookie) => cookie.split(";")[0]).join("; "), false);
  if (began && way.who === "anybody") {
    await guess?.attempt.passed();
    const enrolled = visitor?.method === "password" && began.method === "second-factor";
    await recordAudit(db, { by: began.userId, did: enrolled ? "second-factor-enrolled" : "sign-in", detail: { method: began.method } });
    await forgetEnded(parts);
  } else await guess?.attempt.half();
  if (way.did && visitor) await recordAudit(db, { by: visitor.staff.id, did: way.did });
  if (way.did === "password-changed" && visitor) {
    await db.updateTable("staff_user").set({ start_password_until: null }).where("id", "=", visitor.staff.id).execute();
  }
  for (const cookie of cookies) res.append("Set-Cookie", cookie);
  const location = response.headers.get("location");
  if (location && response.status >= 300) return res.redirect(location);
  res.status(response.status).json(Object.fromEntries(told.flatMap((name) => (name in said ? [[name, said[name]]] : []))));
};

/** What a page is told of the library's answer. Not the session's token: it is for the cookie, which no script can read. */
const told = ["twoFactorRedirect", "totpURI", "backupCodes", "url"];

const forgetEnded = async ({ db }: DoorParts): Promise<void> => {
  await db.deleteFrom("staff_session").where("expires_at", "<", new Date()).execute();
  await db.deleteFrom("staff_verification").where("expires_at", "<", new Date()).execute();
};
