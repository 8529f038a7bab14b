import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordAudit, type AuditEntry } from "../../src/staff/audit.ts";
import { eachDatabase } from "../setup/databases.ts";
import { signedIn, staffPage, type SignedIn } from "../support/staff.ts";
import { halfIn, password } from "./door.ts";
import { startHouse, type House } from "./house.ts";

describe.each(eachDatabase)("the audit log on $kind", ({ open }) => {
  let house: House;
  let administrator: SignedIn;
  beforeAll(async () => {
    house = await startHouse({ open });
    administrator = await signedIn(house, "administrator", { name: "Ana Ruiz" });
  });
  afterAll(() => house.close());

  type Page = { entries: AuditEntry[]; next?: string };
  const read = async (query = "") => (await (await administrator.get(`/staff/api/audit${query}`)).json()) as Page;
  const of = async ({ id }: { id: string }) => (await read(`?who=${id}`)).entries.toReversed().map(({ did, detail }) => (detail ? [did, detail] : [did]));

  it("only grows: nothing in it is changed or removed, by whatever statement", async () => {
    const before = await house.db.selectFrom("staff_audit").selectAll().orderBy("id").execute();
    expect(before.length).toBeGreaterThan(2);
    for (const statement of [
      "update staff_audit set did = 'nothing'", "update staff_audit set did = 'x' where false", "delete from staff_audit where id = 1",
      "delete from staff_audit", "truncate staff_audit", "truncate staff_user cascade", "delete from staff_user",
      "insert into staff_audit (id, did) overriding system value values (1, 'x') on conflict do nothing; update staff_audit set at = now()",
    ]) {
      await expect(sql.raw(statement).execute(house.db), statement).rejects.toThrow();
    }
    expect(await house.db.selectFrom("staff_audit").selectAll().orderBy("id").execute()).toEqual(before);
  });

  it("has who came in and went, who failed and who was locked out", async () => {
    const member = await signedIn(house, "advisor");
    for (let i = 0; i < 6; i++) await password(staffPage(house.url), member.email, "a wrong password");
    await member.send("POST", "/staff/auth/sign-out");
    expect(await of(member)).toEqual([
      ["sign-in", { method: "password" }],
      ["second-factor-enrolled", { method: "second-factor" }],
      ...Array.from({ length: 5 }, () => ["sign-in-failed", { way: "password" }]),
      ["sign-in-locked", { what: "account" }],
      ["sign-out"],
    ]);
    await house.db.deleteFrom("staff_attempt").execute();
  });

  it("has wrong codes, new passwords and new backup codes", async () => {
    const member = await signedIn(house, "observer");
    const page = await halfIn(house, member);
    await page.send("POST", "/staff/auth/two-factor/verify-totp", { code: "000000" });
    const next = "a password of my own";
    await member.send("POST", "/staff/auth/change-password", { currentPassword: member.password, newPassword: next });
    await member.send("POST", "/staff/auth/two-factor/generate-backup-codes", { password: next });
    expect((await of(member)).slice(2)).toEqual([["sign-in-failed", { way: "code" }], ["password-changed"], ["backup-codes-renewed"]]);
  });

  it("has what was done to whom, changes of role, and what was refused", async () => {
    const member = await signedIn(house, "observer");
    await administrator.send("PATCH", `/staff/api/staff/${member.id}`, { role: "advisor" });
    await member.get("/staff/api/staff");
    await administrator.send("PATCH", `/staff/api/staff/${member.id}`, { role: "king" });
    const entries = (await read()).entries.filter(({ on, who }) => on === member.id || who?.id === member.id);
    expect(entries.map(({ did, who, detail }) => [did, who?.name ?? null, detail])).toEqual([
      ["member-change", "Ana Ruiz", { refused: "bad-input" }],
      ["members-read", "observer", { refused: "not-allowed" }],
      ["member-change", "Ana Ruiz", undefined],
      ["role-changed", "Ana Ruiz", { from: "observer", to: "advisor" }],
      ["second-factor-enrolled", "observer", { method: "second-factor" }],
      ["sign-in", "observer", { method: "password" }],
      ["member-added", null, { role: "observer" }],
    ]);
  });

  it("is read page by page, newest first, and that it was read stands in it", async () => {
    for (let i = 0; i < 230; i++) await recordAudit(house.db, { by: administrator.id, did: "test-deed", subject: String(i), detail: { i } });
    const first = await read();
    const second = await read(`?before=${first.next}`);
    const third = await read(`?before=${second.next}`);
    expect([first.entries.length, second.entries.length]).toEqual([100, 100]);
    const ids = [first, second, third].flatMap(({ entries }) => entries.map(({ id }) => Number(id)));
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(new Set(ids).size).toBe(ids.length);
    const deeds = [first, second, third].flatMap(({ entries }) => entries).filter(({ did }) => did === "test-deed");
    expect(deeds.map(({ on }) => on)).toEqual(Array.from({ length: 230 }, (_, i) => String(229 - i)));
    expect((await read()).entries[0]).toMatchObject({ did: "audit-read", who: { id: administrator.id, name: "Ana Ruiz" } });
    expect(third.next).toBeUndefined();
  });

  it("holds no e-mail, name, password or code", async () => {
    const all = JSON.stringify(await house.db.selectFrom("staff_audit").selectAll().execute());
    for (const personal of ["@", "Ana", administrator.password, administrator.secret, administrator.backupCodes[0]!]) expect(all).not.toContain(personal);
  });

  it("falls with the transaction that it tells of", async () => {
    const count = async () => (await house.db.selectFrom("staff_audit").select("id").execute()).length;
    const before = await count();
    await expect(house.db.transaction().execute(async (trx) => {
      await recordAudit(trx, { by: administrator.id, did: "test-undone" });
      throw new Error("undone");
    })).rejects.toThrow("undone");
    expect(await count()).toBe(before);
  });
});
