import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn, staffPage, type Browserlike, type SignedIn } from "../support/staff.ts";
import { inAgain, isIn } from "./door.ts";
import { startHouse, type House } from "./house.ts";

let house: House;
let administrator: SignedIn;
beforeAll(async () => {
  house = await startHouse();
  administrator = await signedIn(house, "administrator");
});
afterAll(() => house.close());

const minutes = 60_000;
const hours = 60 * minutes;
const sessionsOf = ({ id }: SignedIn) => house.db.selectFrom("staff_session").selectAll().where("user_id", "=", id).execute();
const age = ({ id }: SignedIn, change: { created_at?: Date; expires_at?: Date }) =>
  house.db.updateTable("staff_session").set(change).where("user_id", "=", id).execute();
const minutesLeft = async (member: SignedIn) => ((await sessionsOf(member))[0]!.expires_at.getTime() - Date.now()) / minutes;

describe("a session", () => {
  it("ends when it is not used for half an hour", async () => {
    const member = await signedIn(house, "advisor");
    expect(await minutesLeft(member)).toBeGreaterThan(29);
    expect(await minutesLeft(member)).toBeLessThanOrEqual(30);
    await age(member, { expires_at: new Date(Date.now() - 1) });
    expect(await isIn(member)).toBe(false);
  });

  it("goes on while it is used, but not by what a page asks of itself", async () => {
    const member = await signedIn(house, "advisor");
    await age(member, { expires_at: new Date(Date.now() + 10 * minutes) });
    expect((await member.get("/staff/api/me", { "x-ventanilla": "background" })).status).toBe(200);
    expect((await member.get("/staff/api/me", { accept: "text/event-stream" })).status).toBe(200);
    expect(await minutesLeft(member)).toBeLessThan(10);
    expect(await isIn(member)).toBe(true);
    expect(await minutesLeft(member)).toBeGreaterThan(29);
  });

  it("ends twelve hours after it began, however much it is used", async () => {
    const member = await signedIn(house, "advisor");
    await age(member, { created_at: new Date(Date.now() - 12 * hours + minutes) });
    expect(await isIn(member)).toBe(true);
    await age(member, { created_at: new Date(Date.now() - 12 * hours) });
    expect(await isIn(member)).toBe(false);
    expect(await sessionsOf(member)).toEqual([]);
  });

  it("cannot go on at the library's own endpoints after its end either", async () => {
    const member = await signedIn(house, "advisor");
    await age(member, { created_at: new Date(Date.now() - 12 * hours) });
    const change = { currentPassword: member.password, newPassword: "another long password" };
    expect((await member.send("POST", "/staff/auth/change-password", change)).status).toBe(401);
  });

  it("ends with the sign-out, alone", async () => {
    const member = await signedIn(house, "advisor");
    const elsewhere = await inAgain(house, member);
    const kept = member.cookie();
    expect((await member.send("POST", "/staff/auth/sign-out")).status).toBe(200);
    expect(member.cookie()).not.toContain("session_token");
    member.take(kept);
    expect([await isIn(member), await isIn(elsewhere)]).toEqual([false, true]);
  });

  it("of elsewhere ends with a new password, and this one goes on as a new one", async () => {
    const member = await signedIn(house, "advisor");
    const elsewhere = await inAgain(house, member);
    const before = member.cookie();
    const change = { currentPassword: member.password, newPassword: "another long password" };
    expect((await member.send("POST", "/staff/auth/change-password", change)).status).toBe(200);
    expect([await isIn(member), await isIn(elsewhere), member.cookie() === before]).toEqual([true, false, false]);
  });

  it("is of a member as they are now: a new role and a closed account hold at once", async () => {
    const member = await signedIn(house, "supervisor");
    const may = async (page: Browserlike) => (await page.get("/staff/api/staff")).status;
    expect(await may(member)).toBe(200);
    await administrator.send("PATCH", `/staff/api/staff/${member.id}`, { role: "observer" });
    expect(await may(member)).toBe(403);
    await administrator.send("PATCH", `/staff/api/staff/${member.id}`, { disabled: true });
    expect(await may(member)).toBe(401);
    await administrator.send("PATCH", `/staff/api/staff/${member.id}`, { disabled: false });
    expect(await may(member)).toBe(401);
  });
});

describe("the cookie", () => {
  const cookiesOf = async (at: string, publicUrl: string) => {
    const { id, email, password } = await signedIn(house, "observer");
    await house.db.updateTable("staff_user").set({ two_factor_enabled: false }).where("id", "=", id).execute();
    const headers = { origin: publicUrl, "x-ventanilla": "staff", "content-type": "application/json" };
    const answer = await fetch(`${at}/staff/auth/sign-in/email`, { method: "POST", headers, body: JSON.stringify({ email, password }) });
    return answer.headers.getSetCookie();
  };

  it("is for the server alone, for this site alone, for the staff side alone", async () => {
    const [cookie, ...others] = await cookiesOf(house.url, house.url);
    expect(others).toEqual([]);
    expect(cookie!.split("; ").slice(1).toSorted()).toEqual(["HttpOnly", "Max-Age=1800", "Path=/staff", "SameSite=Strict"]);
  });

  it("does not travel in the clear where the service is reached by https", async () => {
    const environment = { PUBLIC_URL: "https://bot.example", STAFF_BOOTSTRAP_EMAIL: "a@example.org", STAFF_BOOTSTRAP_PASSWORD: "a long password" };
    const secure = await startHouse({ environment });
    const headers = { origin: "https://bot.example", "x-ventanilla": "staff", "content-type": "application/json" };
    const answer = await fetch(`${secure.url}/staff/auth/sign-in/email`, {
      method: "POST", headers, body: JSON.stringify({ email: "a@example.org", password: "a long password" }),
    });
    await secure.close();
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Secure-/);
    expect(cookie!.split("; ")).toContain("Secure");
  });

  it("and the tokens in it are not in any answer that a script can read", async () => {
    const member = await signedIn(house, "observer");
    const page = staffPage(house.url);
    const answer = await page.send("POST", "/staff/auth/sign-in/email", { email: member.email, password: member.password });
    expect(Object.keys((await answer.json()) as object)).toEqual(["twoFactorRedirect"]);
    const tokens = (await sessionsOf(member)).map(({ token }) => token);
    expect(await (await member.get("/staff/api/me")).text()).not.toContain(tokens[0]);
  });
});
