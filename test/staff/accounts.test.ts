import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootstrap, changeMember } from "../../src/staff/accounts.ts";
import { enrol, firstAdministrator, hired, signedIn, signedInFirst, staffPage, totp, type Browserlike, type SignedIn } from "../support/staff.ts";
import { code, isIn, password } from "./door.ts";
import { startHouse, type House } from "./house.ts";
import { eachDatabase } from "../setup/databases.ts";

describe.each(eachDatabase)("accounts on $kind", ({ open }) => {
  let house: House;
  let administrator: SignedIn;
  beforeAll(async () => {
    house = await startHouse({ open });
    administrator = await signedIn(house, "administrator");
  });
  afterAll(() => house.close());

  type Me = { id: string; twoFactor: boolean; mustEnrol: boolean; mustChangePassword: boolean };
  const me = async (page: Browserlike) => (await (await page.get("/staff/api/me")).json()) as Me;
  const errorOf = async (answer: Response) => ((await answer.json()) as { error: { code: string; detail?: unknown } }).error;
  const add = (body: object) => administrator.send("POST", "/staff/api/staff", body);
  const eva = () => ({ name: "Eva", email: `eva-${Math.random()}@example.org`, role: "advisor", locales: ["en"], skills: ["refugio"] });
  const membersSeen = async () => (await (await administrator.get("/staff/api/staff")).json()) as Record<string, unknown>[];

  describe("a new member", () => {
    it("is listed as added, without a password", async () => {
      const given = eva();
      const answer = await add(given);
      expect(answer.status).toBe(201);
      const { id } = (await answer.json()) as { id: string };
      expect((await membersSeen()).find((member) => member["id"] === id)).toEqual({ id, ...given, disabled: false, twoFactor: false, lastSeen: null });
    });

    it("changes the start password and takes a second factor before anything else", async () => {
      const given = eva();
      const { password: first } = (await (await add(given)).json()) as { password: string };
      const page = staffPage(house.url);
      expect((await password(page, given.email, first)).status).toBe(200);
      expect(await me(page)).toMatchObject({ mustEnrol: true, mustChangePassword: true, twoFactor: false });
      expect(await errorOf(await page.get("/staff/api/audit"))).toEqual({ code: "second-factor-needed" });
      expect(await errorOf(await page.send("POST", "/staff/auth/two-factor/generate-backup-codes", { password: first }))).toEqual({ code: "second-factor-needed" });
      await enrol(page, first);
      expect(await me(page)).toMatchObject({ mustEnrol: false, mustChangePassword: true, twoFactor: true });
      expect(await errorOf(await page.get("/staff/api/audit"))).toEqual({ code: "password-change-needed" });
      const change = { currentPassword: first, newPassword: "a password of my own" };
      expect((await page.send("POST", "/staff/auth/change-password", change)).status).toBe(200);
      expect(await me(page)).toMatchObject({ mustEnrol: false, mustChangePassword: false });
      expect(await errorOf(await page.get("/staff/api/audit"))).toEqual({ code: "not-allowed" });
      expect((await password(staffPage(house.url), given.email, first)).status).toBe(401);
    });

    it("still owes the second factor after a new password, and after a printed code of an enrolment that is not confirmed", async () => {
      const given = eva();
      const { password: first } = (await (await add(given)).json()) as { password: string };
      const page = staffPage(house.url);
      await password(page, given.email, first);
      const next = "a password of my own";
      expect((await page.send("POST", "/staff/auth/change-password", { currentPassword: first, newPassword: next })).status).toBe(200);
      expect(await me(page)).toMatchObject({ mustEnrol: true, mustChangePassword: false });
      const { backupCodes } = (await (await page.send("POST", "/staff/auth/two-factor/enable", { password: next })).json()) as { backupCodes: string[] };
      await page.send("POST", "/staff/auth/two-factor/verify-backup-code", { code: backupCodes[0] });
      expect(await me(page)).toMatchObject({ mustEnrol: true, twoFactor: false });
      expect(await errorOf(await page.get("/staff/api/audit"))).toEqual({ code: "second-factor-needed" });
    });

    it("comes within seven days", async () => {
      const given = eva();
      const { id, password: first } = (await (await add(given)).json()) as { id: string; password: string };
      await house.db.updateTable("staff_user").set({ start_password_until: new Date(Date.now() - 1) }).where("id", "=", id).execute();
      expect((await password(staffPage(house.url), given.email, first)).status).toBe(401);
    });

    it.each([
      [{ email: "no" }, "email"], [{ role: "root" }, "role"], [{ name: " " }, "name"], [{ locales: [] }, "locales"],
      [{ locales: ["fr"] }, "locales.0"], [{ skills: ["A B"] }, "skills.0"], [{ role: undefined }, "role"],
    ])("with %o is refused, and it is said why", async (wrong, path) => {
      const answer = await add({ ...eva(), ...wrong });
      const { code: said, detail } = await errorOf(answer);
      expect([answer.status, said, (detail as { issues: { path: string }[] }).issues.map((issue) => issue.path)]).toEqual([422, "bad-input", [path]]);
    });

    it("has an e-mail of their own, however it is written", async () => {
      const given = eva();
      expect((await add(given)).status).toBe(201);
      const again = await add({ ...given, email: given.email.toUpperCase() });
      expect([again.status, await errorOf(again)]).toEqual([409, { code: "already-a-member" }]);
    });
  });

  describe("a new password", () => {
    it.each([
      ["short words", "password-too-short"],
      ["x".repeat(129), "password-too-long"],
      ["EMAIL", "password-is-email"],
      ["CURRENT", "password-unchanged"],
    ])("that is %s is refused", async (given, expected) => {
      const { email, password: current } = administrator;
      const newPassword = given === "EMAIL" ? email.toUpperCase() : given === "CURRENT" ? current : given;
      const answer = await administrator.send("POST", "/staff/auth/change-password", { currentPassword: current, newPassword });
      expect([answer.status, (await errorOf(answer)).code]).toEqual([422, expected]);
    });

    it("needs the old one", async () => {
      const answer = await administrator.send("POST", "/staff/auth/change-password", { currentPassword: "not this one", newPassword: "a long new password" });
      expect([answer.status, (await errorOf(answer)).code]).toEqual([422, "invalid-password"]);
      expect(await isIn(administrator)).toBe(true);
    });

    it("needs no signs or capitals, only length", async () => {
      const member = await signedIn(house, "observer");
      const answer = await member.send("POST", "/staff/auth/change-password", { currentPassword: member.password, newPassword: "agua agua agua" });
      expect(answer.status).toBe(200);
    });
  });

  describe("a member who lost their telephone", () => {
    it("is reset: signed out, a new start password, a new second factor", async () => {
      const member = await hired(administrator, house.url, "advisor");
      const answer = await administrator.send("POST", `/staff/api/staff/${member.id}/reset`);
      const { password: first } = (await answer.json()) as { password: string };
      expect(await isIn(member)).toBe(false);
      expect((await password(staffPage(house.url), member.email, member.password)).status).toBe(401);
      const page = staffPage(house.url);
      expect((await password(page, member.email, first)).status).toBe(200);
      expect(await me(page)).toMatchObject({ mustEnrol: true, mustChangePassword: true, twoFactor: false });
      const { secret } = await enrol(page, first);
      expect(secret).toHaveLength(52);
    });
  });

  describe("the last administrator", () => {
    it("stays one, and in", async () => {
      const path = `/staff/api/staff/${administrator.id}`;
      for (const change of [{ disabled: true }, { role: "observer" }]) {
        const answer = await administrator.send("PATCH", path, change);
        expect([answer.status, await errorOf(answer)]).toEqual([409, { code: "last-administrator" }]);
      }
      expect(await isIn(administrator)).toBe(true);
    });

    it("is still there when two disable one another at the same time", async () => {
      const second = await signedIn(house, "administrator");
      for (let round = 0; round < 20; round++) {
        const both = [administrator.id, second.id];
        const outcomes = await Promise.all(both.map((id) => changeMember(house.db, id, { disabled: true }, null)));
        expect(outcomes.toSorted()).toEqual(["changed", "last-administrator"]);
        await house.db.updateTable("staff_user").set({ disabled: false }).where("id", "in", both).execute();
      }
      await house.db.updateTable("staff_user").set({ role: "observer" }).where("id", "=", second.id).execute();
    });
  });

  describe("the first administrator of the environment", () => {
    it("comes once, may sign in, and owes a second factor first", async () => {
      const own = await startHouse({ environment: firstAdministrator });
      const page = staffPage(own.url);
      expect((await password(page, firstAdministrator.STAFF_BOOTSTRAP_EMAIL, firstAdministrator.STAFF_BOOTSTRAP_PASSWORD)).status).toBe(200);
      expect(await me(page)).toMatchObject({ mustEnrol: true, mustChangePassword: false });
      expect((await page.get("/staff/api/staff")).status).toBe(403);
      const first = await signedInFirst(own.url);
      expect((await first.get("/staff/api/staff")).status).toBe(200);
      const { STAFF_BOOTSTRAP_EMAIL: email } = firstAdministrator;
      for (const again of ["second@example.org", email]) expect(await bootstrap(own.db, { email: again, password: "another long password" })).toBeUndefined();
      await own.db.updateTable("staff_user").set({ role: "observer" }).execute();
      expect(await bootstrap(own.db, { email: email.toUpperCase(), password: "another long password" })).toBe("taken");
      expect(await own.db.selectFrom("staff_user").select("email").execute()).toEqual([{ email: firstAdministrator.STAFF_BOOTSTRAP_EMAIL }]);
      expect((await password(staffPage(own.url), firstAdministrator.STAFF_BOOTSTRAP_EMAIL, "another long password")).status).toBe(401);
      await own.close();
    });
  });

  describe("a second factor", () => {
    it("that is there is not replaced by who holds the session", async () => {
      const member = await signedIn(house, "observer");
      const answer = await member.send("POST", "/staff/auth/two-factor/enable", { password: member.password });
      expect([answer.status, (await errorOf(answer)).code]).toEqual([400, "totp-already-enabled"]);
      const renewed = await member.send("POST", "/staff/auth/two-factor/generate-backup-codes", { password: member.password });
      expect(((await renewed.json()) as { backupCodes: string[] }).backupCodes).toHaveLength(10);
      expect((await code(member, totp(member.secret, 1))).status).toBe(200);
    });
  });
});
