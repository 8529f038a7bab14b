import type { Db } from "../db/open.ts";
import type { Auth, Method } from "./auth.ts";
import type { StaffMember, Standing } from "./route.ts";

/** However much it is used, a session ends this long after it began. */
export const longestSessionMs = 12 * 3_600_000;

/** Who is behind a request, and what still stands between them and their work. */
export type Visitor = {
  staff: StaffMember;
  standing: Standing;
  method: Method;
  token: string;
  setCookies: string[];
};

/**
 * Reads the session of these cookies, and the member from the database each time, so that a change of role or a disabled
 * account holds at once. `use: false` looks without moving the session's idle end. The clock is the machine's, as
 * everywhere in sign-in: a frozen `NOW` must not keep a session alive.
 */
export const visitorOf = async ({ db, auth }: { db: Db; auth: Auth }, cookies: string | undefined, use: boolean): Promise<Visitor | undefined> => {
  if (!cookies) return undefined;
  const session = await auth.session(cookies, use);
  if (!session) return undefined;
  const row = await db.selectFrom("staff_user").selectAll().where("id", "=", session.userId).executeTakeFirst();
  const tooOld = session.createdAt.getTime() + longestSessionMs <= Date.now();
  // A session that began before its member had a second factor is worth nothing once they have one.
  const overtaken = session.method === "password" && row?.two_factor_enabled;
  if (!row || row.disabled || tooOld || overtaken) {
    await db.deleteFrom("staff_session").where("token", "=", session.token).execute();
    return undefined;
  }
  if (use) await seen(db, row);
  const { id, name, email, role, locales, skills, two_factor_enabled: twoFactor } = row;
  const { method, token, setCookies } = session;
  const standing = { twoFactor, mustEnrol: method === "password", mustChangePassword: method !== "oidc" && row.start_password_until !== null };
  return { staff: { id, name, email, role, locales, skills }, standing, method, token, setCookies };
};

/** What must be done first, as the code of a refusal; undefined lets in. */
export const owed = ({ mustEnrol, mustChangePassword }: Standing): string | undefined => {
  if (mustEnrol) return "second-factor-needed";
  return mustChangePassword ? "password-change-needed" : undefined;
};

const seen = async (db: Db, { id, last_seen_at: last }: { id: string; last_seen_at: Date | null }): Promise<void> => {
  if (last && last.getTime() > Date.now() - 60_000) return;
  await db.updateTable("staff_user").set({ last_seen_at: new Date() }).where("id", "=", id).execute();
};
