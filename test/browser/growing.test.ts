import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser, settled, visit } from "../support/browser.ts";
import { startModel, type ModelStandIn } from "../support/model.ts";

const sentences = ["La carta de trato digno es un documento que cada autoridad debe publicar.", "Deben ponerla al día cada año."];

let model: ModelStandIn;
let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  model = await startModel();
  [app, browser] = await Promise.all([startApp(model.environment), launchBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  await model.close();
});

test("an answer is seen as it grows, is announced once and whole, and leaves nothing behind", async () => {
  let finish: () => void = () => undefined;
  const holds = new Promise<void>((resolve) => { finish = resolve; });
  model.behave({ writes: () => sentences.map((text) => ({ text, cites: ["p1"] })), holds });
  const page = await visit(browser, { url: app.url });
  const announced = await page.locator("[aria-live=polite][aria-relevant] p").count();
  await page.locator("#say").fill("¿Qué es la carta de trato digno?");
  await page.locator("#say").press("Enter");
  await page.locator(".growing").waitFor();
  expect(await page.locator(".growing").getAttribute("aria-hidden")).toBe("true");
  expect(sentences[0]!.startsWith((await page.locator(".growing").innerText()).slice(0, 20))).toBe(true);
  finish();
  await settled(page);
  expect(await page.locator(".growing").count()).toBe(0);
  expect(await page.locator(".message.bot .words").last().innerText()).toContain(sentences.join(" "));
  expect(await page.locator("[aria-live=polite][aria-relevant] p").count()).toBeLessThanOrEqual(announced + 1);
  await page.reload();
  await settled(page);
  expect(await page.locator(".growing").count()).toBe(0);
  await page.own.close();
});
