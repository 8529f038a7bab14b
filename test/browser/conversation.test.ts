import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { answered, launchBrowser, phone, say, settled, visit } from "../support/browser.ts";

const questions = { es: "¿Cuánto cuesta la cédula de extranjería?", en: "How much does the foreigner ID card cost?" };

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

const open = (given: Partial<Parameters<typeof visit>[1]> = {}) => visit(browser, { url: app.url, ...given });

describe.each(["es", "en"] as const)("a conversation in %s", (lang) => {
  test("is greeted, asks, presses a choice, and sees the source", async () => {
    const page = await open({ lang });
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await say(page, questions[lang]);
    await answered(page, () => page.locator(".choice:enabled").first().click());
    const answer = page.locator(".message.bot").last();
    expect(await answer.locator(".words").getAttribute("lang")).toBe(lang);
    expect(await answer.locator(".sources a").first().getAttribute("href")).toMatch(/^https?:/);
    expect(await answer.locator(".sources time").first().getAttribute("datetime")).toMatch(/^\d{4}/);
    await page.own.close();
  });
});

test("a spent choice cannot be pressed again, and the one that was taken is told", async () => {
  const page = await open();
  await say(page, questions.es);
  const group = page.locator(".choices").last();
  const title = await group.locator("button").first().innerText();
  await answered(page, () => group.locator("button").first().click());
  const spent = page.locator(".choices", { has: page.locator(".taken") }).last();
  expect(await spent.locator("button:enabled").count()).toBe(0);
  expect((await spent.locator(".taken").innerText()).startsWith(title)).toBe(true);
  expect(await spent.locator(".taken .hidden").count()).toBe(1);
  await page.own.close();
});

test("a typed choice counts as taken as well", async () => {
  const page = await open();
  await say(page, questions.es);
  const title = await page.locator(".choice:enabled").first().innerText();
  await say(page, title.toLowerCase());
  expect(await page.locator(".taken").innerText()).toContain(title);
  await page.own.close();
});

test("keyboard alone: skip link, question, choice, through the messages, and back to writing", async () => {
  const page = await open();
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className || "");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("say");
  await answered(page, async () => { await page.keyboard.type(questions.es); await page.keyboard.press("Enter"); });
  expect(await focused()).toBe("say");
  for (let i = 0; i < 20 && !(await focused()).startsWith("choice"); i++) await page.keyboard.press("Shift+Tab");
  await answered(page, () => page.keyboard.press("Enter"));
  expect(await focused()).toContain("message bot");
  for (let i = 0; i < 5 && !(await focused()).startsWith("choice"); i++) await page.keyboard.press("Tab");
  expect(await focused()).toContain("choice");

  await page.locator("article[tabindex='0']").focus();
  const at = () => page.evaluate(() => [...document.querySelectorAll("article")].indexOf(document.activeElement as HTMLElement));
  const count = await page.locator("article").count();
  await page.keyboard.press("End");
  expect(await at()).toBe(count - 1);
  await page.keyboard.press("ArrowUp");
  expect(await at()).toBe(count - 2);
  await page.keyboard.press("Home");
  expect(await at()).toBe(0);
  expect(await page.locator("article[tabindex='0']").count()).toBe(1);
  await page.keyboard.press("Escape");
  expect(await focused()).toBe("say");
  await page.own.close();
});

test("what is focused is never under the header or the composer", async () => {
  const page = await open({ viewport: phone });
  await say(page, questions.es);
  await answered(page, () => page.locator(".choice:enabled").first().click());
  await page.locator("article[tabindex='0']").focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 25; i++) {
    const hiddenAt = await page.evaluate(() => {
      const element = document.activeElement!;
      const { top, bottom, left, width } = element.getBoundingClientRect();
      const seen = (y: number) => element.contains(document.elementFromPoint(left + Math.min(width - 4, 6), y));
      const from = document.querySelector(".top")!.getBoundingClientRect().bottom;
      const to = document.querySelector(".foot")!.getBoundingClientRect().top;
      const fixed = element.closest(".top, .foot, .skip") !== null || element === document.body;
      return fixed || seen(Math.min(Math.max(top + 6, from + 2), to - 2)) || (bottom <= to && top >= from) ? null : element.outerHTML.slice(0, 80);
    });
    expect(hiddenAt).toBeNull();
    await page.keyboard.press("Tab");
  }
  await page.own.close();
});

test("each new answer is announced once, with its author and choices; one's own words are not", async () => {
  const page = await open();
  await page.evaluate(() => {
    const heard: string[] = ((window as unknown as { heard: string[] }).heard = []);
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) heard.push(node.textContent ?? "");
    }).observe(document.querySelector("[aria-live=polite][aria-relevant]")!, { childList: true, subtree: true, characterData: true });
  });
  const before = await page.locator(".message.bot").count();
  await say(page, questions.es);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toHaveLength((await page.locator(".message.bot").count()) - before);
  expect(heard.every((words) => words.startsWith("Ventanilla: "))).toBe(true);
  expect(heard.at(-1)).toContain(await page.locator(".choice:enabled").last().innerText());
  await page.own.close();
});

test("the language switch labels the page anew and the bot follows", async () => {
  const page = await open();
  await answered(page, () => page.locator(".languages [lang=en]").click());
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect(await page.locator(".languages [lang=en]").getAttribute("aria-pressed")).toBe("true");
  expect(await page.locator(".message.bot .words").last().getAttribute("lang")).toBe("en");
  expect(await page.locator(".message.bot .words").first().getAttribute("lang")).toBe("es");
  await say(page, "PPT");
  expect(await page.locator(".message.bot .words").last().getAttribute("lang")).toBe("en");
  await page.own.close();
});

test("who writes in the other language gets the page in it", async () => {
  const page = await open();
  await say(page, "Hello, I would like to know how much the foreigner ID card costs");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.own.close();
});

test("a link with an intent opens at its flow", async () => {
  const plain = await open();
  const intent = await open({ intent: "find-tramite" });
  expect(await intent.locator(".message.bot").first().innerText()).not.toBe(await plain.locator(".message.bot").first().innerText());
  await plain.own.close();
  await intent.own.close();
});

test("a reload goes on with the same conversation, announces nothing again, and greets nobody twice", async () => {
  const page = await open();
  await say(page, questions.es);
  const words = await page.locator(".words").allInnerTexts();
  await page.reload();
  await settled(page);
  await page.waitForFunction((count) => document.querySelectorAll(".words").length >= count, words.length);
  expect(await page.locator(".words").allInnerTexts()).toEqual(words);
  expect(await page.locator("[aria-live=polite][aria-relevant] p").count()).toBe(0);
  await answered(page, () => page.locator(".choice:enabled").first().click());
  expect(await page.locator(".taken").count()).toBe(1);
  await page.own.close();
});

test("starting anew asks first, then begins an empty conversation of another number", async () => {
  const page = await open();
  const number = () => page.evaluate(() => (JSON.parse(sessionStorage.getItem("ventanilla")!) as { conversationId: string }).conversationId);
  await say(page, questions.es);
  const before = await number();
  await page.locator(".tool").last().click();
  await page.locator("dialog .secondary").click();
  expect(await page.locator(".message.citizen").count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("tool");
  await page.locator(".tool").last().click();
  await page.locator("dialog .primary").click();
  await page.locator(".message.citizen").waitFor({ state: "detached" });
  await settled(page);
  expect(await number()).not.toBe(before);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("say");
  await page.own.close();
});

test("a message keeps its lines and its signs, and no HTML of it runs", async () => {
  const page = await open();
  const text = "<img src=x onerror=alert(1)> **a** & <b>";
  await page.locator("#say").fill("uno");
  await page.locator("#say").press("Shift+Enter");
  await page.locator("#say").pressSequentially(text);
  await answered(page, () => page.locator("#say").press("Enter"));
  expect(await page.locator(".own").last().textContent()).toBe(`uno\n${text}`);
  expect(await page.locator(".message img").count()).toBe(0);
  await page.own.close();
});

test("the composer takes 4000 characters and counts the last ones", async () => {
  const page = await open();
  expect(await page.locator(".counter").innerText()).toBe("");
  await page.locator("#say").fill("a".repeat(3900));
  expect(await page.locator(".counter").innerText()).toContain("100");
  await page.locator("#say").press("End");
  await page.keyboard.insertText("b".repeat(200));
  expect((await page.locator("#say").inputValue()).length).toBe(4000);
  await page.own.close();
});

test("a file is sent, shown by its name and answered", async () => {
  const page = await open();
  await answered(page, () => page.locator("input[type=file]").setInputFiles({ name: "pasaporte.png", mimeType: "image/png", buffer: Buffer.from("x") }));
  expect(await page.locator(".message.citizen .file").innerText()).toContain("pasaporte.png");
  expect(await page.locator(".message.bot").last().innerText()).not.toBe("");
  await page.own.close();
});

test("without script both languages name the official site", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(app.url);
  expect(await page.locator("noscript, .noscript").last().innerHTML()).toMatch(/lang="es".*lang="en"/s);
  expect(await page.locator(".noscript a").first().getAttribute("href")).toContain("migracioncolombia.gov.co");
  await context.close();
});

test("print shows the transcript with the addresses of its sources, and nothing to press", async () => {
  const page = await open();
  await say(page, questions.es);
  await answered(page, () => page.locator(".choice:enabled").first().click());
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".top", ".foot", ".choices >> nth=0"]) expect(await page.locator(hidden).isVisible()).toBe(false);
  expect(await page.locator(".paper").first().isVisible()).toBe(true);
  const link = page.locator(".sources a").first();
  expect(await link.evaluate((element) => getComputedStyle(element, "::after").content)).toContain(await link.getAttribute("href"));
  expect((await page.pdf()).length).toBeGreaterThan(5_000);
  await page.own.close();
});
