import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { launchBrowser, phone, zoomed } from "../support/browser.ts";

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

test.each(["es", "en"])("axe finds nothing on a route, light and dark, and nothing needs sideways scrolling, in %s", async (lang) => {
  for (const [viewport, colorScheme] of [[phone, "light"], [zoomed, "dark"]] as const) {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await page.goto(`${app.url}/ruta/g-b-e-b-ab-a?lang=${lang}`);
    expect(await page.locator("ol > li").count()).toBeGreaterThan(3);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await context.close();
  }
});

test("leaving needs no script and stands first", async () => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.url}/ruta/g-b-e-b-ab-a?lang=es`);
  await page.keyboard.press("Tab");
  expect(await page.locator("a:focus").getAttribute("href")).toMatch(/^https:\/\/es\.wikipedia\.org/);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});
