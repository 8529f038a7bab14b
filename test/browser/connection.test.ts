import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser, say, settled, visit } from "../support/browser.ts";

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

const slow = { timeout: 30_000 };
const citizens = (page: Page) => page.locator(".message.citizen .own").allInnerTexts();
const conversationOf = (page: Page) =>
  page.evaluate(() => (JSON.parse(sessionStorage.getItem("ventanilla")!) as { conversationId: string }).conversationId);
const write = async (page: Page, text: string) => {
  await page.locator("#say").fill(text);
  await page.locator("#say").press("Enter");
};

test("a server that goes and comes back: the page goes on, nothing is lost, nothing is doubled", { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "ventanilla-"));
  const first = await startApp({ DATA_DIR: dataDir });
  const page = await visit(browser, { url: first.url });
  await say(page, "¿Qué es el PPT?");
  const before = await page.locator(".message").count();
  await first.close();
  await write(page, "uno mientras no hay servidor");
  await write(page, "dos mientras no hay servidor");
  await page.locator(".status:not(:empty)").waitFor();
  await expect.poll(() => page.locator(".message.pending").count(), slow).toBe(2);

  const second = await startApp({ DATA_DIR: dataDir, PORT: String(first.port) });
  await page.locator(".status.good").waitFor(slow);
  await settled(page);
  await say(page, "¿Qué es el PEP?");
  expect(await citizens(page)).toEqual(["¿Qué es el PPT?", "uno mientras no hay servidor", "dos mientras no hay servidor", "¿Qué es el PEP?"]);
  const stored = await second.app.service.db.db.selectFrom("message").select(["direction", "payload"]).execute();
  await expect.poll(() => page.locator(".message").count(), slow).toBe(stored.length - 1);
  expect(await page.locator(".message").count()).toBeGreaterThanOrEqual(before + 6);
  const keys = await page.locator(".message").evaluateAll((all) => all.map((one) => one.getAttribute("data-key")));
  expect(new Set(keys).size).toBe(keys.length);
  await page.own.close();
  await second.close();
  rmSync(dataDir, { recursive: true });
});

test("an answer that got lost on its way back: the message is sent again and stays one", async () => {
  const page = await visit(browser, { url: app.url });
  let dropped = 0;
  await page.route("**/activities", async (route) => {
    if (dropped++ > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.routeWebSocket("**/stream**", () => undefined);
  await page.reload();
  await write(page, "¿Qué es el PPT?");
  await expect.poll(() => dropped, slow).toBeGreaterThan(2);
  const stored = await app.app.service.db.db.selectFrom("message").select("payload").where("conversation_id", "=", await conversationOf(page)).where("direction", "=", "in").execute();
  expect(await page.locator(".message.citizen").count()).toBe(1);
  expect(stored.filter(({ payload }) => (payload as { text?: string }).text === "¿Qué es el PPT?")).toHaveLength(1);
  await page.own.close();
});

test("where no socket opens, polling answers", async () => {
  const context = await browser.newContext({ locale: "es-CO" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { WebSocket: class { static OPEN = 1; readyState = 3; onclose?: () => void; constructor() { setTimeout(() => this.onclose?.(), 5); } close() { /* never opened */ } send() { /* nor sent */ } } });
  });
  await page.goto(app.url);
  await settled(page);
  await say(page, "¿Qué es el PPT?");
  expect(await citizens(page)).toEqual(["¿Qué es el PPT?"]);
  expect(await page.locator(".message.bot").count()).toBeGreaterThan(1);
  await context.close();
});

test("offline is said, and what was written goes when the network is back", async () => {
  const page = await visit(browser, { url: app.url });
  await page.own.setOffline(true);
  await page.locator(".status:not(:empty)").waitFor();
  await write(page, "¿Qué es el PPT?");
  await page.locator(".message.pending").waitFor();
  await page.own.setOffline(false);
  await page.locator(".message.pending").waitFor({ state: "detached", timeout: 30_000 });
  await settled(page);
  expect(await citizens(page)).toEqual(["¿Qué es el PPT?"]);
  await page.own.close();
});

test("a reload while a message waits for the network sends it once", async () => {
  const page = await visit(browser, { url: app.url });
  await page.route("**/activities", (route) => route.abort());
  await write(page, "¿Qué es el PPT?");
  await page.locator(".message.pending").waitFor();
  await page.unroute("**/activities");
  await page.reload();
  await page.locator(".message.citizen").waitFor();
  await page.locator(".message.pending").waitFor({ state: "detached", timeout: 30_000 });
  expect(await citizens(page)).toEqual(["¿Qué es el PPT?"]);
  await page.own.close();
});

test("a token that ended in a phone's sleep is renewed; one that cannot be ends the conversation in words", async () => {
  let clock = Date.parse("2026-11-23T15:00:00Z");
  const aged = await startApp({}, { now: () => new Date(clock) });
  const page = await visit(browser, { url: aged.url });
  clock += 2 * 3_600_000;
  await page.reload();
  await settled(page);
  await say(page, "¿Qué es el PPT?");
  expect(await citizens(page)).toEqual(["¿Qué es el PPT?"]);

  clock += 9 * 86_400_000;
  await page.reload();
  await page.locator(".ended").waitFor();
  await page.locator(".ended button").click();
  await page.locator("#say:focus").waitFor();
  await settled(page);
  expect(await citizens(page)).toEqual([]);
  await page.own.close();
  await aged.close();
});
