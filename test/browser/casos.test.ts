import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { launchBrowser, phone } from "../support/browser.ts";

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

/** A case that is answered with words that would like to be a page. */
const answered = async (): Promise<{ radicado: string; code: string }> => {
  const { cases, db: { db }, now } = app.app.service;
  const filed = await db.transaction().execute((trx) => cases.file(trx, {
    key: `casos:${Math.random()}`, channel: "page", locale: "es", kind: "claim", identity: { is: "anonymous" }, story: "Me cobraron dos veces", consents: [], files: [],
  }, now()));
  await db.updateTable("case_file").set({ state: "answered", answer: "<b id=\"injected\">Listo</b>", answered_at: now(), closed_at: now() }).where("id", "=", filed.id).execute();
  return { radicado: filed.radicado, code: filed.code! };
};

const opened = async (lang: "es" | "en", javaScriptEnabled: boolean): Promise<Page> => {
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled, locale: lang });
  const page = await context.newPage();
  await page.goto(`${app.url}/casos?lang=${lang}`);
  return page;
};

const lookUp = async (page: Page, { radicado, code }: { radicado: string; code: string }): Promise<void> => {
  await page.fill("#radicado", radicado);
  await page.fill("#code", code);
  await page.locator("main form button").first().click();
};

describe.each(["es", "en"] as const)("the page of cases, in %s", (lang) => {
  test("can be read by everybody, before and after the look-up", async () => {
    const page = await opened(lang, true);
    expect(await violations(page)).toEqual([]);
    await lookUp(page, await answered());
    await page.locator("dl").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator("#injected").count()).toBe(0);
    expect(page.url()).not.toMatch(/radicado|code/);
    await page.context().close();
  });

  test("works without script: found, rated once, and a claim about the answer filed", async () => {
    const page = await opened(lang, false);
    const held = await answered();
    await lookUp(page, { ...held, code: "AAAA-1111-AAAA" });
    await page.locator("[role=alert]").waitFor();
    await lookUp(page, held);
    await page.locator("details:has(button[value=yes]) summary").click();
    await page.locator("button[value=yes]").click();
    await page.locator("[role=status]").waitFor();
    expect(await page.locator("button[value=yes]").count()).toBe(0);
    await page.locator("details:has(#complain-text) summary").click();
    await page.fill("#complain-text", "Todavía no me devuelven el dinero que pagué");
    await page.locator("details:has(#complain-text) button").click();
    await page.locator("[role=status]", { hasText: /[A-Z]{2,4}-\d{4}-\d{6}-[A-Z]{2}/ }).waitFor();
    await page.context().close();
  });
});
