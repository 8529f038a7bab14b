import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser, phone, zoomed } from "../support/browser.ts";

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp({ NOW: "2026-11-23T15:00:00Z" }), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

const open = async (path: string, more: NonNullable<Parameters<Browser["newContext"]>[0]> = {}): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: desktop, ...more })).newPage();
  const refused: string[] = [];
  page.on("console", (message) => { if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text()); });
  await page.goto(app.url + path);
  expect(refused).toEqual([]);
  return page;
};

describe.each(["es", "en"] as const)("the portfolio, in %s", (lang) => {
  test("axe finds nothing on the list, on what is found, on nothing found and on an entry, at every size and at dark", async () => {
    const scenes = [
      { viewport: desktop, colorScheme: "light" as const, paths: ["?", "/service/ppt?"] },
      { viewport: phone, colorScheme: "dark" as const, paths: ["?q=visa&", "/office/demo-cfsm-bogota?"] },
      { viewport: zoomed, colorScheme: "light" as const, paths: ["?q=visa&", "?q=xyzzyquux&", "/service/ppt?", "/route/health?"] },
    ];
    for (const { paths, ...scene } of scenes) {
      for (const path of paths.map((each) => `/servicios${each}lang=${lang}`)) {
        const page = await open(path, scene);
        expect(await violations(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), path).toBe(true);
        await page.context().close();
      }
    }
  });

  test("is searched, narrowed and read by keyboard with script off", async () => {
    const page = await open(`/servicios?lang=${lang}`, { javaScriptEnabled: false, viewport: phone });
    const all = await page.locator(".entry").count();
    await page.locator("#q").fill(lang === "es" ? "cédula extranjería" : "foreigner id");
    await Promise.all([page.waitForEvent("load"), page.locator("#q").press("Enter")]);
    const found = await page.locator(".entry").count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    expect(await page.locator("#q").inputValue()).not.toBe("");
    await page.locator("#kind").selectOption("service");
    await Promise.all([page.waitForEvent("load"), page.locator("form button").press("Enter")]);
    expect(await page.locator("#kind").inputValue()).toBe("service");
    await Promise.all([page.waitForEvent("load"), page.locator(".entry a").first().press("Enter")]);
    expect(await page.locator(".part").count()).toBeGreaterThan(2);
    expect(await page.locator(".sources a").count()).toBeGreaterThan(0);
    await Promise.all([page.waitForEvent("load"), page.locator(".language a").press("Enter")]);
    expect(await page.getAttribute("html", "lang")).toBe(lang === "es" ? "en" : "es");
    await page.context().close();
  });

  test("is printed without its form", async () => {
    const page = await open(`/servicios?lang=${lang}&kind=service`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("form").isVisible()).toBe(false);
    expect(await page.locator(".entry").first().isVisible()).toBe(true);
    await page.context().close();
  });
});

test("the chat page leads to it", async () => {
  const page = await (await browser.newContext({ viewport: desktop })).newPage();
  await page.goto(app.url);
  const opened = page.waitForEvent("popup");
  await page.locator(".composer-foot a[href^='/servicios']").click();
  const portfolio = await opened;
  await portfolio.locator(".entries").waitFor();
  expect(new URL(portfolio.url()).pathname).toBe("/servicios");
  await page.context().close();
});
