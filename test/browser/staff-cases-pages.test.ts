import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser, phone, zoomed } from "../support/browser.ts";
import { demoCases, fileCase, type Demo } from "../support/demo-cases.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff } from "../support/staff-browser.ts";

let app: RunningApp;
let browser: Browser;
let admin: SignedIn;
let demo: Demo;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ NOW: "2026-11-23T15:00:00Z" }), launchBrowser()]);
  admin = await signedIn(app, "administrator", { name: "Ana Ruiz" });
  demo = await demoCases(app, admin, await signedIn(app, "supervisor", { name: "Eva Soto" }));
  await app.app.service.caseJobs.sweep();
});
afterAll(async () => { await browser.close(); await app.close(); });

const open = (place: string, visit: Partial<Parameters<typeof openStaff>[1]>) => openStaff(browser, { url: app.url, who: admin, path: `/staff/cases${place}`, ...visit });

const scenes = [
  { lang: "es", colorScheme: "light", viewport: desktop }, { lang: "en", colorScheme: "dark", viewport: desktop },
  { lang: "es", colorScheme: "dark", viewport: phone }, { lang: "en", colorScheme: "light", viewport: zoomed },
] as const;

test.each(scenes)("axe finds nothing, and nothing needs sideways scrolling: $lang, $colorScheme, $viewport.width", async (scene) => {
  const page = await open("", scene);
  const clean = async (where: string) => {
    expect([where, await violations(page)]).toEqual([where, []]);
    expect([where, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([where, scene.viewport.width]);
    expect([where, await page.locator("body").innerText()]).toEqual([where, expect.not.stringMatching(/undefined|\{\{|\[object|NaN/)]);
  };
  const places: [string, string][] = [
    ["", ".case-row"], ["/alerts", ".card-row, .quiet-words"], ["/together", ".sheet .hint"], ["/civic", ".sheet .hint"], [`/${demo.named.id}`, ".draft-text"],
    [`/${demo.reserved.id}`, ".story"], [`/${demo.reviewing.id}`, ".answer-text"], [`/${demo.waiting.id}`, ".story"], [`/${demo.answered.id}`, ".answer-text"],
  ];
  for (const [place, ready] of places) {
    await page.goto(`${app.url}/staff/cases${place}`);
    await page.locator(ready).first().waitFor();
    await page.locator("details").evaluateAll((all) => { for (const details of all) (details as HTMLDetailsElement).open = true; });
    await clean(place || "inbox");
    expect(await page.locator("h1").count()).toBe(1);
  }
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test.each(["es", "en"] as const)("every question before a deed is without fault: %s", async (lang) => {
  const page = await open(`/${demo.named.id}`, { lang });
  await page.locator(".more summary").click();
  for (const button of await page.locator(".case-deeds button").all()) {
    await button.click();
    await page.locator("dialog[open]").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }
  await page.own.close();
});

test("two take the same case: one has it, the other is told so in words, and sees no case of somebody else", async () => {
  const filed = await fileCase(app, "2026-11-23T15:00:00Z");
  const officers = await Promise.all(["Rosa", "Iván"].map((name) => signedIn(app, "case-officer", { name })));
  const pages = await Promise.all(officers.map((who) => open(`/${filed.id}`, { who })));
  for (const page of pages) await page.locator(".case-deeds .primary").waitFor();
  await pages[0]!.locator(".case-deeds .primary").click();
  await pages[0]!.locator(".draft-text").waitFor();
  await pages[1]!.locator(".case-deeds .primary").click();
  await pages[1]!.locator(".fault:not(:empty)").waitFor();
  expect(await pages[1]!.locator(".fault:not(:empty)").innerText()).not.toMatch(/case-|not-allowed|40\d/);
  await expect.poll(() => pages[1]!.locator(".story, .draft-text").count(), { timeout: 30_000 }).toBe(0);
  await Promise.all(pages.map((page) => page.own.close()));
});
