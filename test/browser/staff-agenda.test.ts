import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AgendaOpening } from "../../src/appointments/agenda.ts";
import type { Booking } from "../../src/appointments/types.ts";
import { openChat } from "../desk/citizen.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser, phone, zoomed } from "../support/browser.ts";
import { agendaOf, bogota, bookAs, bookingIn, demoMorning, openingsOf } from "../support/demo-agenda.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff, type StaffTab } from "../support/staff-browser.ts";

/** Monday 30 November 2026, before the office opens; then a little after nine. */
let now = new Date("2026-11-30T10:30:00Z");
const today = "2026-11-30";
const slow = { timeout: 30_000 };

let app: RunningApp;
let browser: Browser;
let clara: SignedIn;
let sonia: SignedIn;
let openings: AgendaOpening[];
let morning: Booking[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({}, { now: () => now }), launchBrowser()]);
  clara = await signedIn(app, "office-clerk", { name: "Clara Gil" });
  sonia = await signedIn(app, "supervisor", { name: "Sonia Paz" });
  openings = await openingsOf(clara, bogota, today);
  morning = await demoMorning(app, openings, now);
  now = new Date("2026-11-30T14:10:00Z");
}, 120_000);
afterAll(async () => { await browser.close(); await app.close(); });

type Visit = Partial<Parameters<typeof openStaff>[1]>;
const open = (who: SignedIn, visit: Visit = {}) => openStaff(browser, { url: app.url, who, path: `/staff/agenda/${bogota}`, ...visit });
const row = (page: Page, { id }: { id: string }) => page.locator("tr", { has: page.locator(`#booking-${id}`) });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const send = async (page: Page) => {
  await page.locator("dialog button[type=submit]").click();
  await page.locator("dialog").waitFor({ state: "detached" });
};
const stateOf = async (booking: Booking) => (await bookingIn(clara, bogota, booking.opening.day, booking.number))?.state;
const fillComer = async (page: Page, name: string, number: string) => {
  await page.locator("dialog input[name=name]").fill(name);
  await page.locator("dialog input[name=document]").fill(number);
  await page.locator("dialog input[name=consent]").check();
};

test("a clerk's morning: who came, who did not, their seat to another, a walk-in", async () => {
  const [came, second, absent] = [morning[0]!, morning[1]!, morning[2]!];
  const page = await open(clara);
  await row(page, came).getByRole("button", { name: "Llegó" }).click();
  await row(page, came).locator(".tag.checked-in").waitFor();
  expect(await page.locator(".told").innerText()).toContain(came.name);
  expect(await stateOf(came)).toBe("checked-in");
  await row(page, came).getByRole("button").click();
  await row(page, came).locator(".tag.attended").waitFor();
  expect(await row(page, came).getByRole("button").count()).toBe(0);

  await row(page, absent).getByRole("button", { name: "No llegó" }).click();
  await row(page, absent).locator(".tag.no-show").waitFor();
  await row(page, absent).getByRole("button").click();
  await fillComer(page, "Iris Lugo", "70.011.200");
  await page.locator("dialog button[type=submit]").click();
  await page.locator("dialog .fault:not(:empty)").waitFor();
  expect(await page.locator("dialog .fault").innerText()).not.toMatch(/\d{3}|-/);
  await page.locator("dialog input[name=document]").fill("700112");
  await page.keyboard.press("Escape");
  expect(await stateOf(absent)).toBe("no-show");

  const later = morning[5]!;
  expect(await row(page, second).getByRole("button").count()).toBe(2);
  expect(await row(page, later).getByRole("button").count()).toBe(1);
  await page.locator(`#opening-${later.opening.id} .seats button`).click();
  await fillComer(page, "Iris Lugo", "70.011.201");
  await send(page);
  await page.locator(`#opening-${later.opening.id} td`, { hasText: "Iris Lugo" }).waitFor();
  const seated = (await agendaOf(clara, bogota, today)).openings.find(({ id }) => id === later.opening.id)!;
  expect(seated.bookings.map(({ name, walkIn }) => [name, walkIn])).toContainEqual(["Iris Lugo", true]);
  expect(await page.locator(".office-deeds").count()).toBe(0);
  expect(page.faults).toEqual([]);
  await page.own.close();
});
