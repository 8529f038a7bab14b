import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkTo, openStage, referByChat, type Stage } from "../care/referrals/stage.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser, phone, zoomed } from "../support/browser.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff, tabTo } from "../support/staff-browser.ts";

let stage: Stage;
let browser: Browser;
let advisor: SignedIn;
beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), launchBrowser()]);
  advisor = await signedIn(stage.app, "advisor");
});
afterAll(async () => { await browser.close(); await stage.close(); });

const open = async (link: string, more: { javaScriptEnabled?: boolean; viewport?: typeof phone } = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: phone, ...more });
  const page = await context.newPage();
  await page.goto(link);
  return page;
};

const sent = async () => {
  const { number } = await referByChat(stage, "es");
  await stage.post();
  return linkTo(stage, "personeria@", number);
};

describe.each(["es", "en"] as const)("the page behind a link, in %s", (lang) => {
  test("axe finds nothing on a phone and at 400 %, and nothing needs sideways scrolling", async () => {
    const link = `${await sent()}?lang=${lang}`;
    for (const viewport of [phone, zoomed]) {
      const page = await open(link, { viewport });
      expect(await page.getAttribute("html", "lang")).toBe(lang);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      await page.goto(`${link.replace("?", "x?")}`);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  test("answers by keyboard and without script; a page that is loaded anew is the next step", async () => {
    const page = await open(`${await sent()}?lang=${lang}`, { javaScriptEnabled: false });
    for (let i = 0; i < 20 && (await page.locator("button[value=accepted]:focus").count()) === 0; i++) await page.keyboard.press("Tab");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    expect(await page.locator("[role=status]").count()).toBe(1);
    expect(await page.locator("button").evaluateAll((all) => all.map((each) => (each as HTMLButtonElement).value))).toEqual(["attended", "not-reached", "cannot-help"]);
    await page.reload();
    expect(await page.locator("dl").count()).toBe(1);
    await page.context().close();
  });

  test("the staff page of referrals: axe, and a person is referred by keyboard", async () => {
    const page = await openStaff(browser, { url: stage.app.url, path: "/staff/referrals", who: advisor, lang, viewport: lang === "es" ? desktop : phone });
    await page.locator(".page-referrals .card-row").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator(".page-referrals .card-row .secondary").first().press("Enter");
    await page.locator(".page-referrals .history").first().waitFor();
    await tabTo(page, ".page-referrals .sheet-head .primary");
    await page.keyboard.press("Enter");
    await page.locator("dialog [name=consent]").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator("dialog [name=name]").fill("Luz Mar");
    await tabTo(page, "[name=consent]");
    await page.keyboard.press("Space");
    const before = await page.locator(".card-row").count();
    await tabTo(page, "dialog .primary");
    await page.keyboard.press("Enter");
    await page.locator("dialog").waitFor({ state: "detached" });
    await expect.poll(() => page.locator(".card-row").count(), { timeout: 30_000 }).toBe(before + 1);
    expect(await violations(page)).toEqual([]);
    expect(page.faults).toEqual([]);
    await page.own.close();
  });
});
