import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../src/staff/accounts.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser } from "../support/browser.ts";
import { signedIn, totp } from "../support/staff.ts";
import { openStaff, type StaffTab } from "../support/staff-browser.ts";

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

const password = "una frase larga y propia";

const newMember = async (email: string) => {
  const added = await addMember(app.app.service.db.db, { name: "Ana", email, role: "advisor", locales: ["es"], skills: [] }, null);
  return added!.password;
};
const send = async (page: StaffTab, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(value);
  await page.keyboard.press("Enter");
};
const signOut = async (page: StaffTab) => {
  await page.locator(".tools button").last().click();
  await page.locator("input[name=email]").waitFor();
};

describe("the way in", () => {
  test("first time: start password, own password, second factor, printed codes; then by code, by printed code, which serves once", async () => {
    const email = "primera@example.org";
    const start = await newMember(email);
    const page = await openStaff(browser, { url: app.url });
    await send(page, { email, password: "no es esta" });
    await page.locator(".fault:not(:empty)").waitFor();
    await send(page, { password: start });
    await page.locator("input[name=next]").waitFor();
    expect(await page.locator("input[name=current]").count()).toBe(0);
    await send(page, { next: password, again: `${password}!` });
    await page.locator(".fault:not(:empty)").waitFor();
    await send(page, { next: password, again: password });
    await page.locator(".qr").waitFor();
    expect(await page.locator(".qr").getAttribute("aria-label")).not.toBe("");
    const secret = (await page.locator(".secret").innerText()).replace(/\s/g, "");
    await send(page, { code: totp(secret) });
    await page.locator(".codes").waitFor();
    const codes = await page.locator(".codes li").allInnerTexts();
    expect(new Set(codes).size).toBeGreaterThanOrEqual(8);
    await page.locator(".backup .primary").click();
    await page.locator(".desk").waitFor();

    await signOut(page);
    await send(page, { email, password });
    await page.locator("input[name=code]").waitFor();
    await page.locator(".door-links button").first().click();
    await send(page, { code: codes[0]! });
    await page.locator(".desk").waitFor();
    await signOut(page);
    await send(page, { email, password });
    await page.locator("input[name=code]").waitFor();
    await send(page, { code: totp(secret, 1) });
    await page.locator(".desk").waitFor();
    await signOut(page);
    await send(page, { email, password });
    await page.locator(".door-links button").first().click();
    await send(page, { code: codes[0]! });
    await page.locator(".fault:not(:empty)").waitFor();
    expect(page.faults).toEqual([]);
    await page.own.close();
  });

  test("a session that ended says so, and leads back to where one was", async () => {
    const who = await signedIn(app, "supervisor");
    const page = await openStaff(browser, { url: app.url, who, path: "/staff/promise" });
    await page.locator(".page-promise table, .page-promise .quiet-words").first().waitFor();
    await app.app.service.db.db.deleteFrom("staff_session").where("user_id", "=", who.id).execute();
    await page.locator(".more-button").click();
    await page.locator(".pages a", { hasText: /Auditor/ }).click();
    await page.locator(".note[role=status]").waitFor();
    await send(page, { email: who.email, password: who.password });
    await page.locator("input[name=code]").waitFor();
    await send(page, { code: totp(who.secret, 1) });
    await page.locator(".page-audit table").waitFor();
    expect(new URL(page.url()).pathname).toBe("/staff/audit");
    await page.own.close();
  });

  test("the language is switched and kept; focus goes to the title of each step", async () => {
    const page = await openStaff(browser, { url: app.url });
    await page.locator("h1:focus").waitFor();
    await page.locator(".languages [lang=en]").click();
    await page.locator("html[lang=en]").waitFor();
    const title = await page.locator("h1").innerText();
    await page.reload();
    await page.locator("main.door form").waitFor();
    expect([await page.locator("html").getAttribute("lang"), await page.locator("h1").innerText()]).toEqual(["en", title]);
    await page.own.close();
  });
});

describe("who finds what", () => {
  test.each([
    ["administrator", ["desk", "cases", "agenda", "referrals", "figures", "callbacks", "promise", "review", "accounts", "audit", "account"]],
    ["supervisor", ["desk", "cases", "agenda", "referrals", "figures", "callbacks", "promise", "review", "accounts", "audit", "account"]],
    ["advisor", ["desk", "callbacks", "referrals", "promise", "account"]],
    ["observer", ["desk", "referrals", "figures", "promise", "account"]],
    ["case-officer", ["cases", "account"]],
    ["office-clerk", ["agenda", "account"]],
  ] as const)("%s", async (role, pages) => {
    const page = await openStaff(browser, { url: app.url, who: await signedIn(app, role), path: "/staff/audit" });
    await page.locator(`main.page-${(pages as readonly string[]).includes("audit") ? "audit" : pages[0]}`).waitFor();
    const found = await page.locator(".pages a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!.replace("/staff/", "")));
    expect(found).toEqual(pages);
    expect(await page.locator("main h1").count()).toBe(1);
    expect(page.faults).toEqual([]);
    await page.own.close();
  });
});

describe("accounts", () => {
  test("an administrator adds somebody, sees the start password once, changes, resets, disables", async () => {
    const page = await openStaff(browser, { url: app.url, who: await signedIn(app, "administrator"), path: "/staff/accounts" });
    await page.locator(".sheet-head .primary").click();
    await page.locator("dialog input[name=name]").fill("Luz Díaz");
    await page.locator("dialog input[name=email]").fill("luz@example.org");
    await page.keyboard.press("Enter");
    const start = (await page.locator("dialog .secret").innerText()).trim();
    expect(start.length).toBeGreaterThanOrEqual(12);
    await page.keyboard.press("Escape");
    const row = page.locator("tbody tr", { hasText: "luz@example.org" });
    await row.waitFor();
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(start);

    await row.locator("button").nth(0).click();
    await page.locator("dialog select").selectOption("observer");
    await page.locator("dialog input[name=speaks-en]").check();
    await page.locator("dialog button[type=submit]").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    await row.locator("td", { hasText: /Inglés/ }).waitFor();

    await row.locator("button").nth(1).click();
    await page.locator("dialog button[type=submit]").click();
    expect((await page.locator("dialog .secret").innerText()).trim()).not.toBe(start);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await row.locator("button").nth(2).click();
    await row.locator(".tag").waitFor();
    expect(page.faults).toEqual([]);
    await page.own.close();
  });

  test("a refused field is said, and what was typed stays", async () => {
    const page = await openStaff(browser, { url: app.url, who: await signedIn(app, "administrator", { email: "known@example.org" }), path: "/staff/accounts" });
    await page.locator(".sheet-head .primary").click();
    await page.locator("dialog input[name=name]").fill("Otra");
    await page.locator("dialog input[name=email]").fill("known@example.org");
    await page.keyboard.press("Enter");
    await page.locator("dialog .fault:not(:empty)").waitFor();
    expect(await page.locator("dialog input[name=name]").inputValue()).toBe("Otra");
    await page.own.close();
  });
});
