import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hired, signedIn, staffPage, totp, type SignedIn } from "../support/staff.ts";
import { code, halfIn, isIn, password } from "./door.ts";
import { startHouse, type House } from "./house.ts";

let house: House;
let administrator: SignedIn;
let supervisor: SignedIn;
beforeAll(async () => {
  house = await startHouse();
  [administrator, supervisor] = [await signedIn(house, "administrator"), await signedIn(house, "supervisor")];
});
beforeEach(() => house.db.deleteFrom("staff_attempt").execute());
afterAll(() => house.close());

const membersNow = async () => (await house.db.selectFrom("staff_user").select("id").execute()).length;
const newcomer = (over: object = {}) => ({ name: "Eva", email: `eva-${Math.random()}@example.org`, role: "observer", ...over });

describe("a cookie that is not of a living session", () => {
  it.each([
    ["altered token", (cookie: string) => cookie.replace(/=./, (start) => (start === "=A" ? "=B" : "=A"))],
    ["no signature", (cookie: string) => cookie.replace(/\..*?$/, "")],
    ["another signature", (cookie: string) => cookie.slice(0, -12) + "AAAAAAAA%3D"],
    ["token alone", (cookie: string) => cookie.replace(/(=[^.]*)\..*$/, "$1")],
    ["garbage", () => "ventanilla-staff.session_token=%F0%28%8C%BC.%00"],
    ["SQL", () => "ventanilla-staff.session_token=' or 1=1 --"],
  ])("is refused: %s", async (_name, forge) => {
    const page = staffPage(house.url);
    expect((await page.get("/staff/api/me", { cookie: forge(administrator.cookie()) })).status).toBe(401);
    expect(await isIn(administrator)).toBe(true);
  });
});

describe("a request that another site makes the browser send", () => {
  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["another port", { origin: "http://127.0.0.1:1" }],
    ["a longer host", { origin: "http://127.0.0.1.evil.example" }],
    ["no origin", { origin: "" }],
    ["the null origin", { origin: "null" }],
    ["no header", { "x-ventanilla": "" }],
    ["another header", { "x-ventanilla": "background" }],
  ])("changes nothing: %s", async (_name, headers) => {
    const count = await membersNow();
    const added = await administrator.send("POST", "/staff/api/staff", newcomer(), headers as Record<string, string>);
    expect([added.status, await added.json()]).toEqual([403, { error: { code: "not-allowed" } }]);
    expect(await membersNow()).toBe(count);
    const out = await administrator.send("POST", "/staff/auth/sign-out", {}, headers as Record<string, string>);
    expect([out.status, await isIn(administrator)]).toEqual([403, true]);
    const stranger = staffPage(house.url);
    const { email, password: given } = administrator;
    expect((await stranger.send("POST", "/staff/auth/sign-in/email", { email, password: given }, headers as Record<string, string>)).status).toBe(403);
  });

  it("cannot be a GET that changes something", () => {
    const reading = house.routes.filter(({ method }) => method === "GET").map(({ audit }) => audit);
    expect(reading.filter((audit) => audit !== null && !audit.endsWith("-read"))).toEqual([]);
  });
});

describe("a session", () => {
  it("is never the one that was there before the sign-in", async () => {
    const victim = await signedIn(house, "advisor");
    const attacker = await signedIn(house, "observer");
    const planted = attacker.cookie();
    const page = staffPage(house.url);
    page.take(planted);
    await password(page, victim.email, victim.password);
    const half = page.cookie();
    expect(await isIn(page)).toBe(false);
    expect((await code(page, "000000")).status).toBe(401);
    expect(half).not.toContain(planted);
    const me = (await (await attacker.get("/staff/api/me")).json()) as { id: string };
    expect(me.id).toBe(attacker.id);
  });

  it("does not begin with the password alone once there is a second factor", async () => {
    const page = await halfIn(house, supervisor);
    expect(page.cookie()).not.toContain("session_token");
    expect(await isIn(page)).toBe(false);
    expect((await page.send("POST", "/staff/auth/two-factor/enable", { password: supervisor.password })).status).toBe(401);
  });

  it("of before the second factor is worth nothing afterwards", async () => {
    const early = staffPage(house.url);
    const late = await hired(administrator, house.url, "advisor");
    await house.db.updateTable("staff_user").set({ two_factor_enabled: false }).where("id", "=", late.id).execute();
    await password(early, late.email, late.password);
    expect(await isIn(early)).toBe(true);
    await house.db.updateTable("staff_user").set({ two_factor_enabled: true }).where("id", "=", late.id).execute();
    expect(await isIn(early)).toBe(false);
  });
});

describe("more than one was given", () => {
  it("is refused to who may not change members, and unknown fields to who may", async () => {
    const path = `/staff/api/staff/${supervisor.id}`;
    expect((await supervisor.send("PATCH", path, { role: "administrator" })).status).toBe(403);
    expect((await supervisor.send("POST", "/staff/api/staff", newcomer({ role: "administrator" }))).status).toBe(403);
    for (const extra of [{ id: "x" }, { email: "x@example.org" }, { two_factor_enabled: false }, { __proto__: null, password: "x" }]) {
      expect((await administrator.send("PATCH", path, { name: "Eva", ...extra })).status).toBe(422);
    }
    for (const extra of [{ id: "x" }, { disabled: false }, { emailVerified: true }, { role: "root" }]) {
      expect((await administrator.send("POST", "/staff/api/staff", newcomer(extra))).status).toBe(422);
    }
    const { role, name } = (await house.db.selectFrom("staff_user").select(["role", "name"]).where("id", "=", supervisor.id).executeTakeFirst())!;
    expect([role, name]).toEqual(["supervisor", "supervisor"]);
  });

  it("does not reach the library: what is not listed is not served", async () => {
    const paths = [
      "sign-up/email", "update-user", "delete-user", "change-email", "two-factor/disable", "two-factor/send-otp", "two-factor/verify-otp",
      "two-factor/get-totp-uri", "request-password-reset", "reset-password", "set-password", "revoke-sessions", "link-social", "unlink-account",
      "update-session", "get-session", "list-sessions", "list-accounts", "ok", "error", "callback/google",
    ];
    for (const path of paths) {
      const body = { email: "x@example.org", password: "x".repeat(20), name: "x", role: "administrator" };
      expect([path, (await supervisor.send("POST", `/staff/auth/${path}`, body)).status]).toEqual([path, 404]);
      expect([path, (await supervisor.get(`/staff/auth/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it("trusts no device: the code is due each time", async () => {
    const page = await halfIn(house, supervisor);
    const answer = await page.send("POST", "/staff/auth/two-factor/verify-totp", { code: totp(supervisor.secret, 1), trustDevice: true });
    expect([answer.status, page.cookie().includes("trust")]).toEqual([200, false]);
    await page.send("POST", "/staff/auth/sign-out");
    await password(page, supervisor.email, supervisor.password);
    expect(await isIn(page)).toBe(false);
  });
});

describe("text that is meant for the database", () => {
  const sql = "'); drop table staff_user; --";
  it("is only text", async () => {
    const page = staffPage(house.url);
    expect((await password(page, "' or 1=1 --", sql)).status).toBe(401);
    expect((await password(page, administrator.email, "' or '1'='1")).status).toBe(401);
    expect((await administrator.get(`/staff/api/audit?who=${encodeURIComponent("' or '1'='1")}`)).status).toBe(200);
    expect((await administrator.get("/staff/api/audit?before=1%20or%201=1")).status).toBe(422);
    expect((await administrator.send("PATCH", `/staff/api/staff/${encodeURIComponent(sql)}`, { name: sql })).status).toBe(404);
    const added = (await (await administrator.send("POST", "/staff/api/staff", newcomer({ name: sql }))).json()) as { id: string };
    const kept = await house.db.selectFrom("staff_user").select("name").where("id", "=", added.id).executeTakeFirst();
    expect(kept?.name).toBe(sql);
  });

  it("may hold what the database cannot: that is left out", async () => {
    const added = (await (await administrator.send("POST", "/staff/api/staff", newcomer({ name: "a\u0000b" }))).json()) as { id: string };
    const kept = await house.db.selectFrom("staff_user").select("name").where("id", "=", added.id).executeTakeFirst();
    expect(kept?.name).toBe("ab");
    expect((await password(staffPage(house.url), "a\u0000b@example.org", "x")).status).toBe(401);
    expect((await administrator.send("PATCH", "/staff/api/staff/%00", { name: "x" })).status).toBe(404);
    expect((await administrator.get("/staff/api/audit?who=%00&before=%00")).status).toBe(422);
  });
});

describe("a body", () => {
  const huge = { name: "x".repeat(1_000_000) };
  it("that is too large is not read, and a stranger's not at all", async () => {
    expect((await administrator.send("POST", "/staff/api/staff", huge)).status).toBe(413);
    expect((await staffPage(house.url).send("POST", "/staff/api/staff", huge)).status).toBe(401);
    expect((await supervisor.send("POST", "/staff/api/staff", huge)).status).toBe(403);
    expect((await staffPage(house.url).send("POST", "/staff/auth/sign-in/email", huge)).status).toBe(413);
  });

  it("that cannot be read is refused in words for the page", async () => {
    const headers = { origin: new URL(house.url).origin, "x-ventanilla": "staff", "content-type": "application/json", cookie: administrator.cookie() };
    for (const body of ["{", "[]", "null", "7", "[".repeat(30_000), "[".repeat(30_000) + "]".repeat(30_000)]) {
      const answer = await fetch(`${house.url}/staff/api/staff`, { method: "POST", headers, body });
      expect([body.slice(0, 5), answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([body.slice(0, 5), 422, "bad-input"]);
    }
  });
});
