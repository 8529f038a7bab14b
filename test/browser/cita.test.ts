import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookByChat } from "../cita/booking.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { launchBrowser, phone, zoomed } from "../support/browser.ts";

let app: RunningApp;
let browser: Browser;
let booked: Awaited<ReturnType<typeof bookByChat>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ NOW: "2026-11-23T15:00:00Z" }), launchBrowser()]);
  await app.app.service.appointmentJobs.prepare();
  booked = await bookByChat(app);
});
afterAll(async () => { await browser.close(); await app.close(); });

const open = async (lang: "es" | "en", more: { javaScriptEnabled?: boolean; viewport?: typeof phone } = {}): Promise<Page> => {
  const context = await browser.newContext({ locale: lang === "es" ? "es-CO" : "en-US", viewport: phone, ...more });
  const page = await context.newPage();
  await page.goto(`${app.url}/cita?lang=${lang}`);
  return page;
};

const lookUp = async (page: Page, number = booked.number): Promise<void> => {
  await page.locator("#number").fill(number);
  await page.locator("#code").fill(booked.code);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
};

describe.each(["es", "en"] as const)("the page of a booking, in %s", (lang) => {
  test("without any script: number and code by keyboard, then the booking; the address holds neither", async () => {
    const page = await open(lang, { javaScriptEnabled: false });
    await lookUp(page);
    expect(await page.locator("dl").textContent()).toContain(booked.number);
    expect(await page.locator(".demonstration").count()).toBe(1);
    expect(page.url()).not.toContain(booked.number);
    expect(page.url()).not.toContain(booked.code);
    await page.context().close();
  });

  test("has no fault that axe finds: asked, refused, shown, on a phone and at 400 %", async () => {
    for (const viewport of [phone, zoomed]) {
      const page = await open(lang, { viewport });
      expect(await violations(page)).toEqual([]);
      await lookUp(page, "A999999-AA");
      expect(await page.locator("[role=alert]").count()).toBe(1);
      expect(await violations(page)).toEqual([]);
      await lookUp(page);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      await page.context().close();
    }
  });

  test("is printed whole, without what can only be pressed", async () => {
    const page = await open(lang);
    await lookUp(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("dl").isVisible()).toBe(true);
    expect(await page.locator(".demonstration").isVisible()).toBe(true);
    expect(await page.locator("a:visible, button:visible").count()).toBe(0);
    await page.context().close();
  });
});
