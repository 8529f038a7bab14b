import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser, phone, say, settled, visit } from "../support/browser.ts";

const told = { es: "mi marido me pega", en: "my husband hits me" };

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

/** In a conversation that told of danger, with a neutral page that answers without the internet. */
const endangered = async (lang: "es" | "en") => {
  const page = await visit(browser, { url: app.url, lang, viewport: phone });
  const neutral = await page.locator('meta[name="quick-exit"]').getAttribute("content");
  await page.own.route(`${neutral}**`, (route) => route.fulfill({ contentType: "text/html", body: "<title>neutral</title>" }));
  await say(page, told[lang]);
  return { page, neutral: neutral! };
};

const left = async (page: Page, neutral: string): Promise<void> => {
  await page.waitForURL(neutral);
  await page.goBack().catch(() => undefined);
  expect(page.url().startsWith(app.url)).toBe(false);
  await page.goto(app.url);
  await settled(page);
  expect(await page.locator(".message.citizen").count()).toBe(0);
};

/** Three within a second and a half, where the machine lets one be so fast. */
const escape = async (page: Page, neutral: string): Promise<void> => {
  for (let i = 0; i < 5; i++) {
    for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    if (await page.waitForURL(neutral, { timeout: 5_000 }).then(() => true, () => false)) return;
  }
};

describe.each(["es", "en"] as const)("leaving quickly, in %s", (lang) => {
  test("by the button, reached with the keyboard alone: the page is gone, also for Back", async () => {
    const { page, neutral } = await endangered(lang);
    for (let i = 0; i < 30 && !(await page.locator(".leave:focus").count()); i++) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await left(page, neutral);
    await page.own.close();
  });

  test("by Escape, three times; twice does nothing", async () => {
    const { page, neutral } = await endangered(lang);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.type("a");
    expect(await page.locator(".message.citizen").count()).toBe(1);
    await escape(page, neutral);
    await left(page, neutral);
    await page.own.close();
  });

  test("the right line stands first, can be dialled, and is seen on a phone without scrolling", async () => {
    const { page } = await endangered(lang);
    const number = page.locator(".message.danger .words a").first();
    expect(await number.getAttribute("href")).toBe("tel:155");
    await expect.poll(async () => {
      const { y, height } = (await number.boundingBox())!;
      return y > 0 && y + height < phone.height;
    }, { timeout: 30_000 }).toBe(true);
    await page.own.close();
  });
});
