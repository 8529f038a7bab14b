import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser, phone } from "../support/browser.ts";

let app: RunningApp;
let browser: Browser;
let site: Server;
let address: string;

/** A page of somebody else, with a strict policy that allows our origin only. */
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  site = createServer((req, res) => {
    const attributes = decodeURIComponent(new URL(req.url!, "http://x").searchParams.get("with") ?? "");
    res.setHeader("content-security-policy", `default-src 'none'; script-src ${app.url}; frame-src ${app.url}`);
    res.setHeader("content-type", "text/html");
    res.end(`<!doctype html><html lang="es"><title>Alcaldía</title><h1>Alcaldía</h1><script src="${app.url}/widget.js" ${attributes} defer></script>`);
  });
  await new Promise<void>((resolve) => site.listen(0, "localhost", resolve));
  address = `http://localhost:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => { await browser.close(); site.close(); await app.close(); });

const visitSite = async (attributes = "", viewport = { width: 1280, height: 800 }): Promise<Page & { faults: string[] }> => {
  const page = await browser.newPage({ viewport });
  const faults: string[] = [];
  page.on("console", (message) => { if (message.type() === "error" && !message.text().includes("favicon")) faults.push(message.text()); });
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto(`${address}/?with=${encodeURIComponent(attributes)}`);
  await page.locator(".open").waitFor();
  return Object.assign(page, { faults });
};
const expanded = (page: Page) => page.locator(".open").getAttribute("aria-expanded");

test("opens the chat in a frame, answers there, closes by Escape, and the focus returns", async () => {
  const page = await visitSite();
  expect(await page.locator("iframe").count()).toBe(0);
  await page.locator(".open").focus();
  await page.keyboard.press("Enter");
  const chat = page.frameLocator("iframe");
  await chat.locator(".message.bot").first().waitFor();
  expect(await expanded(page)).toBe("true");
  expect(await page.locator("iframe").getAttribute("title")).not.toBe("");
  await chat.locator("#say:focus").waitFor();
  await page.keyboard.type("¿Qué es el PPT?");
  await page.keyboard.press("Enter");
  await chat.locator(".message.citizen").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("iframe").waitFor({ state: "hidden" });
  expect(await expanded(page)).toBe("false");
  expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)).toBe("open");
  await page.keyboard.press("Enter");
  expect(await chat.locator(".message.citizen").count()).toBe(1);
  expect(page.faults).toEqual([]);
  await page.close();
});

test("takes its language, its intent and its side from the tag", async () => {
  const page = await visitSite('data-lang="en" data-intent="find-tramite" data-position="left"');
  await page.locator(".open").click();
  const src = new URL((await page.locator("iframe").getAttribute("src"))!);
  expect([src.origin, src.searchParams.get("lang"), src.searchParams.get("intent")]).toEqual([app.url, "en", "find-tramite"]);
  await page.frameLocator("iframe").locator("html[lang=en]").waitFor();
  expect((await page.locator(".open").boundingBox())!.x).toBeLessThan(100);
  await page.close();
});

test("fills a phone and leaves a way out", async () => {
  const page = await visitSite("", phone);
  await page.locator(".open").click();
  expect(await page.locator(".panel").boundingBox()).toMatchObject({ x: 0, y: 0, width: phone.width });
  await page.locator(".close").click();
  expect(await page.locator(".panel").isVisible()).toBe(false);
  await page.close();
});

test("a message of the page itself does not close it", async () => {
  const page = await visitSite();
  await page.locator(".open").click();
  await page.evaluate(() => new Promise((resolve) => {
    addEventListener("message", resolve, { once: true });
    window.postMessage("ventanilla:close", "*");
  }));
  expect(await expanded(page)).toBe("true");
  await page.close();
});
