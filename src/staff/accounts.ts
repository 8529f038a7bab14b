import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import { locales, type Locale } from "../locale.ts";
import { recordAudit } from "./audit.ts";
import { hashPassword } from "./auth.ts";
import { roles, type Role } from "./role.ts";

const name = z.string().trim().min(1, "is needed").max(120, "at most 120 characters");
const role = z.enum(roles, `must be one of ${roles.join(", ")}`);
const speaks = z.array(z.enum(locales)).min(1, "at least one language").max(locales.length);
const skill = z.string().regex(/^[a-z0-9-]{1,60}$/, "small letters, digits and hyphens");
const skills = z.array(skill).max(30);

/** A new member, as a form or the terminal gives it. */
export const newMember = z.strictObject({
  name,
  email: z.string().trim().toLowerCase().max(200, "at most 200 characters").pipe(z.email("must be an e-mail address")),
  role,
  locales: speaks.default(["es"]),
  skills: skills.default([]),
});
export type NewMember = z.infer<typeof newMember>;

/** What may change of a member. */
export const memberChange = z.strictObject({ name, role, locales: speaks, skills, disabled: z.boolean() }).partial();
export type MemberChange = z.infer<typeof memberChange>;

export type Member = {
  id: string; name: string; email: string; role: Role; disabled: boolean; locales: Locale[]; skills: string[];
  twoFactor: boolean; lastSeen: string | null;
};

/** How long a start password serves. */
const startPasswordMs = 7 * 86_400_000;

/** All members, by name. */
export const members = async (db: Db): Promise<Member[]> => {
  const rows = await db.selectFrom("staff_user").selectAll().orderBy("name").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id, name: row.name, email: row.email, role: row.role, disabled: row.disabled, locales: row.locales, skills: row.skills,
    twoFactor: row.two_factor_enabled, lastSeen: row.last_seen_at?.toISOString() ?? null,
  }));
};

/**
 * Makes an account with a start password that must be changed at the first sign-in, or with one that its owner chose.
 * Undefined when the e-mail has an account already. `by` is who did it, null for an operator at the terminal.
 */
export const addMember = async (db: Db, member: NewMember, by: string | null, chosen?: string): Promise<{ id: string; password: string } | undefined> => {
  const password = chosen ?? startPassword();
  const hash = await hashPassword(password);
  const id = randomUUID();
  return db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows: added } = await trx.insertInto("staff_user").values({
      ...member, id, email_verified: true, locales: JSON.stringify(member.locales), skills: JSON.stringify(member.skills),
      start_password_until: chosen === undefined ? new Date(Date.now() + startPasswordMs) : null,
    }).onConflict((conflict) => conflict.column("email").doNothing()).executeTakeFirst();
    if (added !== 1n) return undefined;
    await trx.insertInto("staff_account").values({ id: randomUUID(), user_id: id, provider_id: "credential", account_id: id, password: hash }).execute();
    await recordAudit(trx, { by, did: "member-added", subject: id, detail: { role: member.role } });
    return { id, password };
  });
};

export type Changed = "changed" | "unknown" | "last-administrator";

/** Changes a member; whoever is disabled is signed out at once. The last administrator who can sign in stays one. */
export const changeMember = (db: Db, id: string, change: MemberChange, by: string | null): Promise<Changed> =>
  db.transaction().execute(async (trx) => {
    const administrators = await trx.selectFrom("staff_user").select("id").where("role", "=", "administrator")
      .where("disabled", "=", false).orderBy("id").forUpdate().execute();
    const before = await trx.selectFrom("staff_user").select(["role", "disabled"]).where("id", "=", id).forUpdate().executeTakeFirst();
    if (!before) return "unknown";
    const after = { role: change.role ?? before.role, disabled: change.disabled ?? before.disabled };
    const staysOne = after.role === "administrator" && !after.disabled;
    if (!staysOne && administrators.length === 1 && administrators[0]!.id === id) return "last-administrator";
    await trx.updateTable("staff_user").set({
      ...after,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.locales === undefined ? {} : { locales: JSON.stringify(change.locales) }),
      ...(change.skills === undefined ? {} : { skills: JSON.stringify(change.skills) }),
    }).where("id", "=", id).execute();
    if (after.disabled) await trx.deleteFrom("staff_session").where("user_id", "=", id).execute();
    if (after.role !== before.role) await recordAudit(trx, { by, did: "role-changed", subject: id, detail: { from: before.role, to: after.role } });
    if (after.disabled !== before.disabled) await recordAudit(trx, { by, did: after.disabled ? "member-disabled" : "member-enabled", subject: id });
    return "changed";
  });

/** For who has lost password or telephone: a new start password, no second factor, no session. Undefined when there is no such member. */
export const resetMember = async (db: Db, id: string, by: string | null): Promise<{ password: string } | undefined> => {
  const password = startPassword();
  const hash = await hashPassword(password);
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows: found } = await trx.updateTable("staff_user")
      .set({ two_factor_enabled: false, start_password_until: new Date(Date.now() + startPasswordMs) }).where("id", "=", id).executeTakeFirst();
    if (found !== 1n) return undefined;
    await trx.updateTable("staff_account").set({ password: hash }).where("user_id", "=", id).where("provider_id", "=", "credential").execute();
    await trx.deleteFrom("staff_two_factor").where("user_id", "=", id).execute();
    await trx.deleteFrom("staff_session").where("user_id", "=", id).execute();
    await recordAudit(trx, { by, did: "member-reset", subject: id });
    return { password };
  });
};

/**
 * The first administrator, of the environment: only while there is none. Their password is their own choice. Undefined
 * when there is one already; `taken` when the e-mail is another member's.
 */
export const bootstrap = async (db: Db, { email, password }: { email: string; password: string }): Promise<"made" | "taken" | undefined> => {
  const known = await db.selectFrom("staff_user").select("id").where("role", "=", "administrator").executeTakeFirst();
  if (known) return undefined;
  const first = newMember.parse({ name: email.split("@")[0], email, role: "administrator", locales: [...locales] });
  return (await addMember(db, first, null, password)) ? "made" : "taken";
};

/** 20 letters and digits that are not taken for one another: 100 bits. */
const startPassword = (): string => {
  const signs = "abcdefghijkmnpqrstuvwxyz23456789";
  return Array.from(randomBytes(20), (byte) => signs[byte % signs.length]).join("");
};
