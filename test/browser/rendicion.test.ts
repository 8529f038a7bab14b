import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillDays } from "../opendata/days-of-service.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser, phone, zoomed } from "../support/browser.ts";

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ NOW: "2026-10-05T15:00:00Z" }), launchBrowser()]);
});
afterAll(async () => { await browser.close(); await app.close(); });

const pages = ["/rendicion", "/datos", "/rendicion/informes/pqrsdf/2026-H1", "/rendicion/informes/solicitudes/2026-H1"] as const;

const open = async (path: string, lang: "es" | "en", more: { javaScriptEnabled?: boolean; viewport?: typeof phone; colorScheme?: "light" | "dark" } = {}): Promise<Page> => {
  const context = await browser.newContext({ locale: lang === "es" ? "es-CO" : "en-US", viewport: desktop, ...more });
  const page = await context.newPage();
  await page.goto(`${app.url}${path}?lang=${lang}`);
  return page;
};

test("before anything is published, both pages say so and have no fault that axe finds", async () => {
  expect((await fetch(`${app.url}/datos/latest/months.csv`, { redirect: "manual" })).status).toBe(404);
  for (const [path, lang] of [["/rendicion", "es"], ["/datos", "en"]] as const) {
    const page = await open(path, lang);
    expect(await page.locator("p.note").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }
  await fillDays(app.app.service.db.db, { from: "2026-06-05", to: "2026-10-03", seed: 3, busy: 30 });
  expect(await app.app.service.openData.publish()).toBe("2026-10-05");
});

describe.each(["es", "en"] as const)("accounts, in %s", (lang) => {
  test("have no fault that axe finds and scroll no page sideways: desktop, phone, 400 %, dark", async () => {
    for (const path of pages) {
      for (const look of [{ viewport: zoomed }, { viewport: desktop, colorScheme: "dark" }, ...(path === "/rendicion" ? [{ viewport: phone }, { viewport: desktop }] as const : [])] as const) {
        const page = await open(path, lang, look);
        await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
        expect(await violations(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), path).toBe(true);
        await page.context().close();
      }
    }
  });

  test("without any script: the three parts, figures as the files have them, a definition opened by keyboard, the other language", async () => {
    const page = await open("/rendicion", lang, { javaScriptEnabled: false });
    expect(await page.locator("main h2").evaluateAll((all) => all.map(({ id }) => id))).toEqual(["inform", "talk", "encourage"]);
    const csv = await (await fetch(`${app.url}/datos/latest/months.csv`)).text();
    const [, whole] = /^turns,all,2026-09,.*,shown,\d+,,(\d+)\r$/m.exec(csv)!;
    const row = page.locator("tr", { has: page.locator("#turns") });
    expect((await row.locator("td").first().textContent())!.replace(/\D/g, "")).toBe(whole);
    const reach = async (selector: string) => {
      for (let presses = 0; presses < 400; presses++) {
        await page.keyboard.press("Tab");
        if (await page.locator(`${selector}:focus`).count() > 0) return true;
      }
      return false;
    };
    expect(await reach("a.skip")).toBe(true);
    expect(await reach("summary")).toBe(true);
    await page.keyboard.press("Enter");
    await page.locator("details[open] dl").first().waitFor();
    await page.locator("header a").click();
    await page.locator(`html[lang=${lang === "es" ? "en" : "es"}]`).waitFor();
    await page.context().close();
  });

  test("take an answer to the poll without script, by keyboard, and say that it is counted", async () => {
    const page = await open("/rendicion", lang, { javaScriptEnabled: false });
    await page.locator("form.vote input[type=radio]").first().focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/said=(counted|again)#vote$/);
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    await page.locator("[role=status]").waitFor();
    await page.context().close();
  });

  test("are printed with every figure, without what can only be pressed", async () => {
    const page = await open("/rendicion", lang);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("details:visible, nav:visible, header:visible").count()).toBe(0);
    expect(await page.locator("#turns").isVisible()).toBe(true);
    expect(await page.locator(".print").isVisible()).toBe(true);
    await page.context().close();
  });

  test("have each half-year's reports as tagged PDF in that language", async () => {
    for (const kind of ["pqrsdf", "solicitudes"]) {
      const answer = await fetch(`${app.url}/rendicion/informes/${kind}/2026-H1.pdf?lang=${lang}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get("content-type"), bytes.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
      expect(bytes.toString("latin1")).toContain(`/Lang (${lang === "es" ? "es-CO" : "en"})`);
      expect(bytes.toString("latin1")).toContain("/StructTreeRoot");
    }
  });
});

describe("open data over HTTP", () => {
  test("are for every page, for ever, by day and as the latest; what is not there is not", async () => {
    const latest = await fetch(`${app.url}/datos/latest/months.csv`, { redirect: "manual" });
    expect([latest.status, latest.headers.get("location")]).toEqual([302, "/datos/2026-10-05/months.csv"]);
    const file = await fetch(`${app.url}/datos/2026-10-05/months.csv`);
    expect(file.headers.get("access-control-allow-origin")).toBe("*");
    expect(file.headers.get("cache-control")).toContain("immutable");
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const again = await fetch(`${app.url}/datos/2026-10-05/months.csv`, { headers: { "if-none-match": file.headers.get("etag")!, "cache-control": "max-age=0" } });
    expect(again.status).toBe(304);
    for (const path of ["/datos/2026-10-04/months.csv", "/datos/2026-10-05/none.csv", "/datos/yesterday/", "/datos/2026-10-05/..%2f..%2fsetting", "/rendicion/informes/pqrsdf/2026-H2", "/rendicion/informes/other/2026-H1", "/datos/sorteos/none"]) {
      expect((await fetch(`${app.url}${path}`)).status, path).toBe(404);
    }
  });

  test("are pages without script and without cookies", async () => {
    for (const path of pages) {
      const answer = await fetch(`${app.url}${path}`);
      expect(answer.headers.get("content-security-policy"), path).toMatch(/^default-src 'none'; style-src 'nonce-/);
      expect(answer.headers.get("set-cookie"), path).toBeNull();
      expect(await answer.text(), path).not.toContain("<script");
    }
  });
});
