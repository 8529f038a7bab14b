import { generateKeyPairSync } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addMember } from "../../src/staff/accounts.ts";
import type { Role } from "../../src/staff/role.ts";
import { launchBrowser } from "../support/browser.ts";
import { staffPage, type Browserlike } from "../support/staff.ts";
import { isIn } from "./door.ts";
import { startHouse, type House } from "./house.ts";
import { startProvider, type Provider, type Says } from "./provider.ts";

let provider: Provider;
let house: House;
beforeAll(async () => {
  provider = await startProvider();
  house = await startHouse({ environment: provider.environment });
});
afterEach(() => { provider.says = {}; });
afterAll(async () => {
  await house.close();
  await provider.close();
});

const hire = async (email: string, role: Role = "supervisor", at = house) =>
  (await addMember(at.db, { name: "Ana", email, role, locales: ["es"], skills: [] }, null))!.id;

/** The way of a browser: to the provider and back, to the address where it ends. */
const byProvider = async (says: Says, page = staffPage(house.url), at = house): Promise<{ page: Browserlike; end: string }> => {
  provider.says = says;
  const offer = await page.send("POST", "/staff/auth/sign-in/social", { provider: "oidc", callbackURL: "/staff" });
  if (!offer.ok) return { page, end: `refused ${offer.status}` };
  const { url } = (await offer.json()) as { url: string };
  const consent = await fetch(url, { redirect: "manual" });
  const back = new URL(consent.headers.get("location")!);
  expect(back.origin).toBe(at.url);
  const answer = await page.get(back.pathname + back.search);
  return { page, end: answer.headers.get("location") ?? `answered ${answer.status}` };
};

const refused = /^\S*\/staff\?.*error=/;
const membersNow = async () => (await house.db.selectFrom("staff_user").select("id").execute()).length;

describe("sign-in by the agency's provider", () => {
  it("lets in the member whose verified e-mail it is, with no second factor of ours", async () => {
    const id = await hire("ana@agency.example");
    const { page, end } = await byProvider({ sub: "ana", email: "Ana@agency.example" });
    expect(end.replace(house.url, "")).toBe("/staff");
    expect(await (await page.get("/staff/api/me")).json()).toMatchObject({ id, mustEnrol: false, mustChangePassword: false, twoFactor: false });
    expect((await page.get("/staff/api/staff")).status).toBe(200);
    expect(provider.asked.at(-1)).toContain("openid");
    const deed = await house.db.selectFrom("staff_audit").select(["did", "detail"]).where("staff_id", "=", id).where("did", "=", "sign-in").executeTakeFirst();
    expect(deed).toEqual({ did: "sign-in", detail: { method: "oidc" } });
  });

  it("keeps to the person, not to the e-mail, from then on, and keeps none of the provider's tokens", async () => {
    const id = await hire("before@agency.example");
    await byProvider({ sub: "eva", email: "before@agency.example" });
    const { page } = await byProvider({ sub: "eva", email: "after@agency.example" });
    expect(await (await page.get("/staff/api/me")).json()).toMatchObject({ id });
    const kept = await house.db.selectFrom("staff_account").selectAll().where("provider_id", "=", "oidc").where("user_id", "=", id).execute();
    expect(kept).toMatchObject([{ account_id: "eva", access_token: null, refresh_token: null, id_token: null }]);
  });

  it("makes no account: an e-mail that nobody here has is refused", async () => {
    const before = await membersNow();
    const { page, end } = await byProvider({ sub: "x", email: "stranger@agency.example" });
    expect(end).toMatch(refused);
    expect([await isIn(page), await membersNow()]).toEqual([false, before]);
    const last = await house.db.selectFrom("staff_audit").select(["did", "staff_id"]).orderBy("id", "desc").executeTakeFirst();
    expect(last).toEqual({ did: "sign-in-failed", staff_id: null });
  });

  const wrong: [string, () => Says][] = [
    ["an e-mail that is not verified", () => ({ emailVerified: false })],
    ["a token of another issuer", () => ({ issuer: "https://evil.example" })],
    ["a token for another client", () => ({ audience: "another" })],
    ["a token of another sign-in", () => ({ nonce: "another" })],
    ["a token that another key signed", () => ({ signedBy: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey })],
  ];
  it.each(wrong)("refuses %s", async (name, says) => {
    const email = `${name.replaceAll(" ", "-")}@agency.example`;
    await hire(email);
    const { page, end } = await byProvider({ sub: name, email, ...says() });
    expect(end).toMatch(refused);
    expect(await isIn(page)).toBe(false);
    expect((await byProvider({ sub: name, email })).end).not.toMatch(refused);
  });

  it("refuses a provider that calls itself another than it was configured", async () => {
    provider.says = { calledItself: "https://evil.example" };
    const own = await startHouse({ environment: provider.environment });
    await hire("ana@agency.example", "supervisor", own);
    const { page, end } = await byProvider({ sub: "ana", email: "ana@agency.example", calledItself: "https://evil.example" }, staffPage(own.url), own);
    expect(end).toMatch(refused);
    expect(await isIn(page)).toBe(false);
    await own.close();
  });

  it("refuses a disabled member", async () => {
    const id = await hire("gone@agency.example");
    await house.db.updateTable("staff_user").set({ disabled: true }).where("id", "=", id).execute();
    const { page, end } = await byProvider({ sub: "gone", email: "gone@agency.example" });
    expect([end === "/staff", await isIn(page)]).toEqual([false, false]);
  });

  it("cannot be finished by another browser than began it, nor twice", async () => {
    await hire("two@agency.example");
    const page = staffPage(house.url);
    provider.says = { sub: "two", email: "two@agency.example" };
    const { url } = (await (await page.send("POST", "/staff/auth/sign-in/social", {})).json()) as { url: string };
    const back = new URL((await fetch(url, { redirect: "manual" })).headers.get("location")!);
    const stranger = staffPage(house.url);
    expect((await stranger.get(back.pathname + back.search)).headers.get("location")).toMatch(refused);
    expect([await isIn(stranger), await isIn(page)]).toEqual([false, false]);
  });

  it("sends nobody to another place, whatever the page asks", async () => {
    await hire("lost@agency.example");
    const page = staffPage(house.url);
    provider.says = { sub: "lost", email: "lost@agency.example" };
    const asked = { provider: "oidc", callbackURL: "https://evil.example", errorCallbackURL: "https://evil.example", newUserCallbackURL: "https://evil.example" };
    const { url } = (await (await page.send("POST", "/staff/auth/sign-in/social", asked)).json()) as { url: string };
    const back = new URL((await fetch(url, { redirect: "manual" })).headers.get("location")!);
    const end = (await page.get(back.pathname + back.search)).headers.get("location")!;
    expect(new URL(end, house.url).href).toBe(`${house.url}/staff`);
  });
});

describe("in a browser", () => {
  it("comes back from the provider's site signed in, though the session's cookie is for this site alone", async () => {
    const id = await hire("browser@agency.example");
    provider.says = { sub: "browser", email: "browser@agency.example", asks: true };
    const browser = await launchBrowser();
    const tab = await browser.newPage();
    await tab.goto(`${house.url}/staff/auth/ways`);
    const url = await tab.evaluate(async () => {
      const headers = { "x-ventanilla": "staff", "content-type": "application/json" };
      const answer = await fetch("/staff/auth/sign-in/social", { method: "POST", headers, body: "{}" });
      return ((await answer.json()) as { url: string }).url;
    });
    await tab.goto(url);
    await tab.locator("a").click();
    await tab.waitForURL(`${house.url}/staff`);
    const me = await tab.evaluate(async () => (await fetch("/staff/api/me")).json() as Promise<{ id: string }>);
    expect(me.id).toBe(id);
    expect(await tab.evaluate(() => document.cookie)).toBe("");
    const cookies = await tab.context().cookies();
    expect(cookies.map(({ name, sameSite, httpOnly, path }) => [name, sameSite, httpOnly, path])).toEqual([["ventanilla-staff.session_token", "Strict", true, "/staff"]]);
    await browser.close();
  });
});

describe("without a provider", () => {
  it("there is no such way, and the page knows", async () => {
    const own = await startHouse();
    expect((await staffPage(own.url).send("POST", "/staff/auth/sign-in/social", {})).status).toBe(404);
    expect(await (await fetch(`${own.url}/staff/auth/ways`)).json()).toEqual({ oidc: false });
    expect(await (await fetch(`${house.url}/staff/auth/ways`)).json()).toEqual({ oidc: true });
    await own.close();
  });
});
