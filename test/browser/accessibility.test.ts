import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { isFull } from "../support/bars.ts";
import { answered, desktop, launchBrowser, phone, say, visit, zoomed } from "../support/browser.ts";

const questions = { es: "¿Cuánto cuesta la cédula de extranjería?", en: "How much does the foreigner ID card cost?" };

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

const scenes = (["es", "en"] as const).flatMap((lang) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    Object.entries({ phone, desktop, zoomed }).map(([name, viewport]) => ({ lang, colorScheme, name, viewport }))))
  // The everyday run has every language in every scheme, and each screen twice; the full one all that there are.
  .filter((_, at) => isFull || [0, 2, 4, 7, 9, 11].includes(at));

test.each(scenes)("axe finds nothing: $lang, $colorScheme, $name", async ({ lang, colorScheme, viewport }) => {
  const page = await visit(browser, { url: app.url, lang, colorScheme, viewport, reducedMotion: "reduce" });
  expect(await violations(page)).toEqual([]);
  await say(page, questions[lang]);
  await answered(page, () => page.locator(".choice:enabled").first().click());
  expect(await page.locator(".sources").count()).toBeGreaterThan(0);
  expect(await page.locator(".choice:enabled").count()).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect(await violations(page)).toEqual([]);
  await page.own.close();
});

test("axe finds nothing in the question before a new conversation", async () => {
  const page = await visit(browser, { url: app.url });
  await page.locator(".tool").last().click();
  await page.locator("dialog[open]").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.own.close();
});

describe.each([zoomed, phone, { width: 320, height: 640 }])("at $width × $height", (viewport) => {
  test("nothing needs sideways scrolling, and every target is 24 px or more", async () => {
    const page = await visit(browser, { url: app.url, viewport });
    await say(page, questions.es);
    await answered(page, () => page.locator(".choice:enabled").first().click());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    const small = await page.locator("button:visible, textarea:visible").evaluateAll((all) =>
      all.filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; }).map((one) => one.outerHTML));
    expect(small).toEqual([]);
    await page.own.close();
  });
});

test("low windows: nothing stands still over the conversation", async () => {
  const page = await visit(browser, { url: app.url, viewport: zoomed });
  for (const part of [".top", ".foot"]) expect(await page.locator(part).evaluate((element) => getComputedStyle(element).position)).toBe("static");
  await page.own.close();
});

test.each([["reduce", "none"], ["no-preference", "beat"]] as const)("motion %s: the typing sign is %s", async (reducedMotion, animation) => {
  const page = await visit(browser, { url: app.url, reducedMotion });
  await page.route("**/activities", (route) => route.fulfill({ json: { id: "" } }));
  await page.locator("#say").fill("hola");
  await page.locator("#say").press("Enter");
  expect(await page.locator(".typing i").first().evaluate((element) => getComputedStyle(element).animationName)).toBe(animation);
  await page.own.close();
});

test("text spaced as WCAG 1.4.12 asks is not cut", async () => {
  const page = await visit(browser, { url: app.url, viewport: phone, bypassCSP: true });
  await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
  const cut = await page.locator("button:visible, h1").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML));
  expect(cut).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await page.own.close();
});
