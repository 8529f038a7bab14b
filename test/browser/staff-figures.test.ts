import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openDb } from "../../src/db/open.ts";
import { createLog } from "../../src/log.ts";
import { seen } from "../../src/staff/figures/access.ts";
import { openChat } from "../desk/citizen.ts";
import { seedYear } from "../metrics/year/seed.ts";
import { createDatabase } from "../setup/services.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser } from "../support/browser.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff, tabTo, type StaffTab } from "../support/staff-browser.ts";

/** Monday 23 November 2026, in the afternoon: after all that is seeded. */
let now = new Date("2026-11-24T02:30:00Z");
const slow = { timeout: 30_000 };
const period = { from: "2026-10-26", to: "2026-11-22" };

let app: RunningApp;
let browser: Browser;
let sonia: SignedIn;
let olga: SignedIn;

beforeAll(async () => {
  const databaseUrl = await createDatabase(inject("postgresUrl"));
  const seeded = await openDb({ databaseUrl, dataDir: "memory://", log: createLog("silent") });
  await seedYear(seeded.db, { turns: 1_500, cases: 60, bookings: 90 }, { first: "2026-08-01", days: 115 });
  await seeded.close();
  [app, browser] = await Promise.all([startApp({ DATABASE_URL: databaseUrl }, { now: () => now }), launchBrowser()]);
  sonia = await signedIn(app, "supervisor", { name: "Sonia Paz" });
  olga = await signedIn(app, "observer", { name: "Olga Gil" });
  for (const [locale, words] of [["es", "¿qué es el PPT? mi correo es ana.perez@example.org"], ["en", "what is a petition?"]] as const) {
    const chat = await openChat(app.url, locale);
    await chat.say(words);
    await chat.until((all) => all.length > 1);
  }
}, 180_000);
afterAll(async () => { await browser.close(); await app.close(); });

const open = (place: string, visit: Partial<Parameters<typeof openStaff>[1]> = {}) => openStaff(browser, { url: app.url, who: sonia, path: `/staff/figures${place}`, ...visit });
const card = (page: StaffTab, id: string) => page.locator(`[data-figure="${id}"]`);
const deedsOf = (did: string) => app.app.service.db.db.selectFrom("staff_audit").select(["staff_id", "subject", "detail"]).where("did", "=", did).orderBy("id").execute();
const percent = (value: number | null) => `${(100 * value!).toLocaleString("es-CO", { maximumFractionDigits: 1 })} %`;

test("a page of figures shows what is counted, beside what it is compared with, in rows, and how it is reckoned; filters hold", async () => {
  const { metrics } = app.app.service;
  const page = await open("/answers");
  const answered = card(page, "answered");
  const all = await metrics.measure("answered", period);
  await answered.locator(".figure-value").waitFor();
  expect(await answered.locator(".figure-value").innerText()).toBe(percent(all.value));
  expect(await answered.locator(".figure-change").count()).toBe(1);
  expect(await answered.locator("tbody tr").count()).toBe(all.rows!.length);
  await answered.locator("[role=img] svg rect").first().waitFor({ state: "attached" });
  await answered.locator("summary").click();
  expect(await answered.locator("dl").innerText()).toContain(metrics.indicator("answered").example.es);

  await page.locator(".figure-filters select").nth(2).selectOption("telegram");
  const some = await metrics.measure("answered", period, { channel: "telegram" });
  expect(some.value).not.toBe(all.value);
  await expect.poll(() => answered.locator(".figure-value").innerText(), slow).toBe(percent(some.value));
  await expect.poll(() => new URL(page.url()).searchParams.get("channel"), slow).toBe("telegram");
  await page.reload();
  await expect.poll(() => answered.locator(".figure-value").innerText(), slow).toBe(percent(some.value));

  await page.goto(`${app.url}/staff/figures/satisfaction?from=2026-11-02&to=2026-11-20&against=none&topic=stay`);
  await page.locator(".days").waitFor();
  await expect.poll(() => page.locator(".figure-card .quiet-words, .figure-value").count(), slow).toBe(1);
  expect(await page.locator(".days .tag").count()).toBe(0);
  await page.goto(`${app.url}/staff/figures/turns?span=this-month`);
  await page.locator(".days .tag").waitFor();
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("a supervisor opens the conversations behind a figure, without personal data, and that is written down; an observer does not", async () => {
  const place = "/answered?span=today&against=none";
  const page = await open(place);
  await page.locator(".figure-card .plain").first().click();
  const lines = page.locator(".behind-line");
  await lines.first().waitFor();
  const refs = await lines.evaluateAll((all) => all.map((line) => line.getAttribute("data-ref")!));
  const texts = app.app.service.db.db.selectFrom("turn_text").innerJoin("turn", "turn.id", "turn_text.turn").select("turn.id").where("turn_text.text", "ilike", "%PPT%");
  const { id } = await texts.executeTakeFirstOrThrow();
  expect(refs).toContain(String(id));
  await page.locator(`[data-ref="${id}"]`).click();
  await page.locator(".redacted-line.bot").first().waitFor();
  const words = await page.locator(".redacted").innerText();
  expect(words).toContain("PPT");
  expect(words).not.toContain("ana.perez");
  expect(await deedsOf("figure-opened")).toMatchObject([{ staff_id: sonia.id, subject: "answered" }]);
  expect(await deedsOf("figure-conversation-read")).toMatchObject([{ staff_id: sonia.id, subject: String(id) }]);
  expect(page.faults).toEqual([]);
  await page.own.close();

  const watched = await open(place, { who: olga });
  await watched.locator(".figure-value").waitFor();
  expect(await watched.locator(".figure-card .plain").count()).toBe(0);
  expect(await watched.locator(".places a[href$=samples]").count()).toBe(0);
  expect((await olga.get("/staff/api/figures/behind/answered?span=today")).status).toBe(403);
  expect((await olga.get(`/staff/api/figures/conversations/${id}`)).status).toBe(403);
  await watched.own.close();
});

test("answers are drawn by a seed and judged with the keyboard alone; shares stand with their n", async () => {
  const page = await open("/samples?span=today");
  await tabTo(page, "input[name=size]");
  await page.keyboard.type("2");
  await tabTo(page, "input[name=seed]");
  await page.keyboard.type("noviembre");
  await page.keyboard.press("Enter");
  const items = page.locator(".sample-items > li");
  await items.first().waitFor();
  expect(await items.count()).toBe(2);
  await tabTo(page, "input[name=verdict]");
  await page.keyboard.press("Space");
  await tabTo(page, ".judge button");
  await page.keyboard.press("Enter");
  await page.locator("[data-item='1'] .judge > .hint").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[data-item]")?.getAttribute("data-item")), slow).toBe("2");
  const { quality } = app.app.service.dashboard;
  const [head] = await quality.samples();
  expect(head).toMatchObject({ seed: "noviembre", size: 2, judged: 1, by: { id: sonia.id } });
  const shares = await quality.shares({ from: "2026-11-23", to: "2026-11-23" });
  expect(shares.verdicts.find(({ verdict }) => verdict === "good")).toMatchObject({ n: 1, share: 1 });
  await expect.poll(() => page.locator(".part tbody td").first().innerText(), slow).toBe("1");
  expect(await deedsOf("sample-judged")).toMatchObject([{ staff_id: sonia.id }]);
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("a flow is shown step by step, with those who left", async () => {
  const flows = await app.app.service.dashboard.flows({ period, slice: {} });
  const most = flows.toSorted((a, b) => b.left - a.left)[0]!;
  const page = await open("/flows");
  await page.locator(".flow-paths select").selectOption(most.flow);
  const rows = page.locator(".flow-paths tbody tr");
  await rows.first().waitFor();
  const shown = await rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].slice(0, 2).map((cell) => Number(cell.textContent))));
  expect(shown).toEqual(most.steps.map(({ reached, left }) => [reached, left]));
  expect(most.steps.some(({ left }) => left > 0)).toBe(true);
  expect(await page.locator(".flow-diagram li").count()).toBe(most.steps.length + 2);
  await page.own.close();
});

test("a view is saved, opened again, taken away as a file and removed; without mail no report is promised", async () => {
  const page = await open("/cases?span=last-month&against=year");
  await page.locator(".figure-tools button").first().click();
  await page.locator("dialog input[name=name]").fill("Casos de octubre");
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor({ state: "detached" });
  for (const link of await page.locator(".figure-tools a").evaluateAll((all) => all.map((one) => one.getAttribute("href")!))) {
    const file = await sonia.get(link);
    expect([link, file.status, (await file.arrayBuffer()).byteLength > 400]).toEqual([link, 200, true]);
  }
  expect(await deedsOf("figures-export")).toHaveLength(3);
  await page.locator(".places a[href$=reports]").click();
  await page.locator(".card-row .primary").click();
  await page.locator(".days").waitFor();
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, searchParams.get("span"), searchParams.get("against")]).toEqual(["/staff/figures/cases", "last-month", "year"]);
  await page.locator(".places a[href$=reports]").click();
  await page.locator("select[name=every]").selectOption("week");
  await page.locator("form .primary").click();
  await page.locator("form .fault:not(:empty)").waitFor();
  expect(await page.locator("form .fault").innerText()).not.toMatch(/no-mail|undefined/);
  await page.locator(".card-row .secondary").click();
  await page.locator(".card-row").waitFor({ state: "detached" });
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("the wall renews itself", async () => {
  const page = await open("", { path: "/staff/wall", viewport: { width: 1920, height: 1080 } });
  await page.clock.install();
  await page.reload();
  await page.locator(".wall-tile").first().waitFor();
  const before = await page.locator(".wall-at").innerText();
  now = new Date(now.getTime() + 10 * 60_000);
  await page.clock.fastForward(61_000);
  await expect.poll(() => page.locator(".wall-at").innerText(), slow).not.toBe(before);
  expect(await page.locator("header.top").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080);
  expect(page.faults).toEqual([]);
  await page.own.close();
});

const some = ["/figures", "/figures/answered", "/figures/sample-1", "/wall"];
const places = [...some, "/figures/service", "/figures/flows", "/figures/targets", "/figures/samples", "/figures/reports"];
const settled = ".figure-value, .targets-table, .draw-form, .sample-items, select[name=every], .wall-tile";

test.each([["es", "light", places], ["en", "dark", some]] as const)("pages in %s, %s: axe finds nothing, all has words, nothing needs sideways scrolling at 400 %", async (lang, colorScheme, looked) => {
  const page = await open("", { lang, colorScheme });
  for (const place of looked) {
    await page.goto(`${app.url}/staff${place}`);
    await page.locator(settled).first().waitFor();
    expect([place, await violations(page)]).toEqual([place, []]);
    expect(await page.locator("body").innerText()).not.toMatch(/undefined|\{\{|\[object|NaN/);
    await page.setViewportSize({ width: 320, height: 256 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), slow).toBe(320);
    await page.setViewportSize(desktop);
  }
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("each theme has its page, with a card for each of its figures", async () => {
  const { indicators } = app.app.service.metrics;
  const page = await open("", { lang: "en" });
  for (const theme of ["desk", "cases", "appointments", "care", "quality", "participation"]) {
    await page.locator(`.places a[href$="/${theme}"]`).click();
    const ids = indicators.filter((indicator) => indicator.theme === theme).map(({ id }) => id);
    await expect.poll(() => page.locator(".figure-card").evaluateAll((all) => all.map((one) => one.getAttribute("data-figure"))), slow).toEqual(ids);
    expect(await page.locator("body").innerText()).not.toMatch(/undefined|\{\{|\[object|NaN/);
  }
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("with the keyboard alone: filters, a figure's conversations, the rest of the menu", async () => {
  const page = await open("/answered?span=today");
  await page.locator(".figure-value").waitFor();
  await tabTo(page, ".figure-filters select");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => new URL(page.url()).searchParams.get("span"), slow).toBe("yesterday");
  await Promise.all([page.waitForResponse((answer) => answer.url().includes("span=today")), page.keyboard.press("ArrowUp")]);
  await page.locator(".figure-card .plain").first().waitFor();
  await tabTo(page, ".figure-card .plain");
  await page.keyboard.press("Enter");
  await page.locator(".behind-line").first().waitFor();
  await tabTo(page, ".behind-line");
  await page.keyboard.press("Enter");
  await page.locator(".redacted").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.matches(".plain"))).toBe(true);
  await page.reload();
  await page.locator(".figure-value").waitFor();
  await tabTo(page, ".more-button");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest(".more-pages.open") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.matches(".more-button[aria-expanded=false]"))).toBe(true);
  await page.own.close();
});

test("printed, a page has its figures and whole tables, and nothing to press", async () => {
  const page = await open("/service");
  await page.locator(".figure-value").first().waitFor();
  const heads = (id: string) => card(page, id).locator("thead th").count();
  await expect.poll(async () => ({ turns: await heads("turns"), people: await heads("people") }), slow).toEqual({ turns: 3, people: 2 });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".places, .figure-tools, .top").evaluateAll((all) => all.map((one) => getComputedStyle(one).display))).toEqual(["none", "none", "none"]);
  const cut = await page.locator(".table-frame").evaluateAll((all) => all.filter((frame) => frame.scrollHeight > frame.clientHeight + 1).length);
  expect([await page.locator(".rows-table").count() > 4, cut]).toEqual([true, 0]);
  await page.own.close();
});

test.each(["es", "en"] as const)("the menu stands in one line at 1280 px: %s", async (lang) => {
  const page = await open("/targets", { lang });
  await page.locator(".more-button").waitFor();
  const tops = await page.locator(".pages > a, .more-button").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2)));
  expect(tops.length).toBe(6);
  expect(new Set(tops).size).toBe(1);
  await page.own.close();
});

test("what cannot be read is refused with its reason, what is not for an observer is not there, and views are one's own", async () => {
  const asked = async (who: SignedIn, path: string) => (await who.get(`/staff/api/figures/${path}`)).status;
  const refused = ["look?page=nothing", "look?from=2026-02-30&to=2026-03-01", "look?from=2026-03-02&to=2026-03-01", "look?from=2020-01-01&to=2026-01-01", "look?span=someday", "of/answered?channel=%27--", "behind/answered?locale=xx"];
  for (const path of refused) expect([path, await asked(sonia, path)]).toEqual([path, 422]);
  for (const path of ["of/nothing", "behind/forum", "filters/nothing", "export/exe", "conversations/nobody", "samples/none"]) expect([path, await asked(sonia, path)]).toEqual([path, 404]);

  const [indicator] = app.app.service.metrics.indicators;
  const ofSupervisors = [{ ...indicator!, audience: "supervisor" as const }];
  expect(seen(ofSupervisors, indicator!.id, "supervisor")).toBe(ofSupervisors[0]);
  expect(() => seen(ofSupervisors, indicator!.id, "observer")).toThrow("not-found");

  const view = { page: "overview", period: "today", against: "none", slice: {} };
  const { id } = (await (await sonia.send("POST", "/staff/api/figures/views", { name: "Hoy", view })).json()) as { id: string };
  expect((await olga.send("DELETE", `/staff/api/figures/views/${id}`)).status).toBe(404);
  expect((await sonia.send("DELETE", `/staff/api/figures/views/${id}`)).status).toBe(200);
});
