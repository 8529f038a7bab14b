import type { Browser } from "playwright-core";
import { isFull } from "../support/bars.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../src/staff/accounts.ts";
import { openChat } from "../desk/citizen.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser, phone, zoomed } from "../support/browser.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff, type StaffTab } from "../support/staff-browser.ts";

// A Monday morning in Bogotá.
const now = "2026-11-23T15:00:00Z";

let app: RunningApp;
let browser: Browser;
let ana: SignedIn;
let tickets: { mine: string; waiting: string };

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ NOW: now }), launchBrowser()]);
  ana = await signedIn(app, "administrator", { name: "Ana Ruiz" });
  tickets = { mine: await ask("necesito un salvoconducto", "quiero hablar con una persona"), waiting: await ask("qué necesito para el permiso de pelafustán", "quiero hablar con una persona") };
  await ana.send("POST", `/staff/api/desk/tickets/${tickets.mine}/claim`);
  await ana.send("POST", `/staff/api/desk/tickets/${tickets.mine}/reply`, { key: "first-words", text: "Buenos días" });
  await ana.send("POST", `/staff/api/desk/tickets/${tickets.mine}/note`, { text: "Vuelve mañana" });
});
afterAll(async () => { await browser.close(); await app.close(); });

type Board = { waiting: { id: string; conversationId: string }[] };

/** A citizen who says these words; the id of the ticket that comes of it. */
const ask = async (...words: string[]): Promise<string> => {
  const citizen = await openChat(app.url);
  for (const said of words) {
    const before = (await citizen.read()).length;
    await citizen.say(said);
    await citizen.until((all) => all.length > before + 1);
  }
  const { waiting } = (await (await ana.get("/staff/api/desk")).json()) as Board;
  return waiting.find(({ conversationId }) => conversationId === citizen.conversationId)!.id;
};

const scenes = (["es", "en"] as const).flatMap((lang) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    Object.entries({ desktop, phone }).map(([name, viewport]) => ({ lang, colorScheme, name, viewport }))))
  // The everyday run has each language, scheme and screen once, the longer words on the smaller screen; the full one all that there are.
  .filter((_, at) => isFull || [1, 6].includes(at));

/** Every page of somebody signed in, and what says that it is there. */
const places: [path: string, ready: string][] = [
  ["desk", ".queue .item"], ["desk/MINE", "#reply"], ["desk/WAITING", ".claim-here"], ["callbacks", ".page-callbacks .sheet"],
  ["promise", "table"], ["review", ".page-review .card-row"], ["cases", ".case-filters"], ["agenda", ".agenda-table, .page-agenda .quiet-words"], ["referrals", ".page-referrals .card-row, .page-referrals .quiet-words"], ["accounts", "table"], ["audit", "table"], ["account", "input[name=next]"],
];
const pathOf = (place: string) => `/staff/${place.replace("MINE", tickets.mine).replace("WAITING", tickets.waiting)}`;

test.each(scenes)("axe finds nothing, and nothing needs sideways scrolling: $lang, $colorScheme, $name", async ({ lang, colorScheme, viewport }) => {
  const page = await openStaff(browser, { url: app.url, who: ana, lang, colorScheme, viewport });
  for (const [place, ready] of places) {
    await page.goto(app.url + pathOf(place));
    await page.locator(ready).first().waitFor();
    expect([place, await violations(page)]).toEqual([place, []]);
    expect([place, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([place, viewport.width]);
    expect(await page.locator("h1").count()).toBe(1);
  }
  await page.goto(app.url + pathOf("review"));
  await page.locator(".card-row .primary").first().click();
  await page.locator("dialog input[name=pair]").first().waitFor();
  await page.locator("dialog .dialog-buttons .secondary").last().click();
  await page.locator(".diff").waitFor();
  expect(["decision", await violations(page)]).toEqual(["decision", []]);
  await page.goto(app.url + pathOf("desk/MINE"));
  await page.locator("#reply").waitFor();
  if (await page.locator(".context-button").isVisible()) await page.locator(".context-button").click();
  await page.locator(".behalf button[type=submit]").click();
  await page.locator(".behalf-log .words").first().waitFor();
  expect(["behalf", await violations(page)]).toEqual(["behalf", []]);
  expect(["behalf", await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual(["behalf", viewport.width]);
  await page.goto(app.url + pathOf("desk/MINE"));
  for (const key of ["p", "t", "x", "b", "n", "?"]) {
    await page.locator("#reply").waitFor();
    await page.locator(".log").focus();
    await page.keyboard.press(key);
    await page.locator("dialog[open]").waitFor();
    expect([key, await violations(page)]).toEqual([key, []]);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }
  expect(page.faults).toEqual([]);
  await page.own.close();
});

const fill = async (page: StaffTab, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`input[name=${name}]`).fill(value);
  await page.keyboard.press("Enter");
};

test.each(scenes)("axe finds nothing on the way in: $lang, $colorScheme, $name", async ({ lang, colorScheme, name, viewport }) => {
  const email = `${lang}-${colorScheme}-${name}@example.org`;
  const { password } = (await addMember(app.app.service.db.db, { name: "Eva", email, role: "observer", locales: ["es"], skills: [] }, null))!;
  const page = await openStaff(browser, { url: app.url, lang, colorScheme, viewport });
  const clean = async (step: string) => expect([step, await violations(page)]).toEqual([step, []]);
  await clean("sign in");
  await fill(page, { email, password: "not this one" });
  await page.locator(".fault:not(:empty)").waitFor();
  await clean("refused");
  await fill(page, { password });
  await page.locator("input[name=next]").waitFor();
  await clean("password");
  await fill(page, { next: "una frase larga y propia", again: "una frase larga y propia" });
  await page.locator(".qr").waitFor();
  await clean("second factor");
  await page.own.close();
});

describe.each([zoomed, phone, { width: 320, height: 640 }])("at $width × $height", (viewport) => {
  test("nothing needs sideways scrolling, every target is 24 px or more, and the reply can be reached and read", async () => {
    const page = await openStaff(browser, { url: app.url, who: ana, viewport, path: pathOf("desk/MINE") });
    await page.locator("#reply").waitFor();
    const fits = async (where: string) => {
      expect([where, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([where, viewport.width]);
      const small = await page.locator("button:visible, textarea:visible, select:visible, nav a:visible").evaluateAll((all) =>
        all.filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; }).map((one) => one.outerHTML));
      expect([where, small]).toEqual([where, []]);
    };
    await fits("conversation");
    await page.locator("#reply").focus();
    await expect.poll(async () => {
      const { y, height } = (await page.locator("#reply").boundingBox())!;
      return y >= 0 && y + height <= viewport.height;
    }, { timeout: 30_000 }).toBe(true);
    await page.locator(".context-button").click();
    await page.locator(".context .part").first().waitFor();
    await fits("context");
    await page.locator(".menu-button").click();
    await fits("menu");
    await page.locator(".menu-button").click();
    await page.locator(".back").click();
    await page.locator(".queue .item").first().waitFor();
    await fits("queue");
    await page.own.close();
  });
});

test("an observer sees the list and the figures, and no word of a citizen", async () => {
  const page = await openStaff(browser, { url: app.url, who: await signedIn(app, "observer"), path: pathOf("desk/MINE") });
  await page.locator(".queue .item").nth(1).waitFor();
  expect(await page.locator(".queue a, .claim, .log, #reply").count()).toBe(0);
  expect(await page.locator("body").innerText()).not.toMatch(/salvoconducto|Buenos días|Vuelve mañana/);
  await page.goto(`${app.url}/staff/promise`);
  await page.locator("table").first().waitFor();
  await page.own.close();
});

test("no page is without words in either language", async () => {
  for (const lang of ["es", "en"] as const) {
    const page = await openStaff(browser, { url: app.url, who: ana, lang });
    for (const [place, ready] of places) {
      await page.goto(app.url + pathOf(place));
      await page.locator(ready).first().waitFor();
      expect(await page.locator("body").innerText()).not.toMatch(/undefined|\{\{|\[object|NaN/);
    }
    expect(page.faults).toEqual([]);
    await page.own.close();
  }
});
