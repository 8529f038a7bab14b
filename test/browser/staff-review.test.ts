import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openChat } from "../desk/citizen.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser } from "../support/browser.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff, type StaffTab } from "../support/staff-browser.ts";

let app: RunningApp;
let browser: Browser;
let eva: SignedIn;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ NOW: "2026-11-23T15:00:00Z" }), launchBrowser()]);
  eva = await signedIn(app, "supervisor", { name: "Eva" });
});
afterAll(async () => { await browser.close(); await app.close(); });

const says = async (...words: string[]) => {
  const citizen = await openChat(app.url);
  for (const said of words) {
    const before = (await citizen.read()).length;
    await citizen.say(said);
    await citizen.until((all) => all.length > before + 1);
  }
  return citizen;
};

/** Tab, until the focus is where the selector says. */
const tabTo = async (page: StaffTab, selector: string): Promise<void> => {
  for (let i = 0; i < 80; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${selector}`);
};

test("a question is reviewed by keyboard: the passage is chosen, the change seen, decided, and taken along as a patch", async () => {
  const question = "qué necesito para el permiso de pelafustán";
  await says(question);
  const page = await openStaff(browser, { url: app.url, who: eva, path: "/staff/review" });
  await page.locator(".card-row", { hasText: question }).waitFor();
  await tabTo(page, ".card-row .primary");
  await page.keyboard.press("Enter");
  await page.locator("dialog input[name=pair]").first().waitFor();
  await tabTo(page, "dialog input[name=q]");
  await page.keyboard.type("plazos para responder una petición");
  await page.keyboard.press("Enter");
  await page.locator("dialog input[name=pair][value^='answer-terms#']").first().waitFor();
  await tabTo(page, "dialog .dialog-buttons button[type=button]:nth-of-type(2)");
  await page.keyboard.press("Enter");
  await page.locator(".diff", { hasText: "+++ b/knowledge/data/asks/" }).waitFor();
  expect(await page.locator(".diff").innerText()).toContain(question);
  await tabTo(page, "dialog button[type=submit]");
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor({ state: "detached" });
  await expect.poll(() => page.locator(".card-row").count(), { timeout: 30_000 }).toBe(0);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").click()]);
  expect(readFileSync(await download.path(), "utf8")).toContain(`+++ b/knowledge/data/asks/`);
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test.each(["es", "en"] as const)("a flow is run on the person's behalf by keyboard, and its last message goes to them with one press: %s", async (lang) => {
  const citizen = await says("quiero hablar con una persona");
  const { waiting } = (await (await eva.get("/staff/api/desk")).json()) as { waiting: { id: string; conversationId: string }[] };
  const { id } = waiting.find(({ conversationId }) => conversationId === citizen.conversationId)!;
  await eva.send("POST", `/staff/api/desk/tickets/${id}/claim`);
  const page = await openStaff(browser, { url: app.url, who: eva, path: `/staff/desk/${id}`, lang });
  await page.locator(".behalf select").selectOption("contact");
  await tabTo(page, ".behalf button[type=submit]");
  await page.keyboard.press("Enter");
  await page.locator(".behalf-choices button").first().waitFor();
  await tabTo(page, ".behalf-choices button");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".behalf-log .by-me").count(), { timeout: 30_000 }).toBe(1);
  await page.locator(".behalf-log .by-bot").nth(1).waitFor();
  const before = await citizen.read();
  await tabTo(page, ".behalf-choices .primary");
  await page.keyboard.press("Enter");
  const heard = await citizen.until((all) => all.length > before.length);
  expect(heard.at(-1)!.from).toMatchObject({ id: "advisor", name: "Eva" });
  await page.locator(".log .said").last().waitFor();
  expect(page.faults).toEqual([]);
  await page.own.close();
});
