import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AgendaOpening } from "../../src/appointments/agenda.ts";
import type { Booking } from "../../src/appointments/types.ts";
import { openChat } from "../desk/citizen.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { violations } from "../support/axe.ts";
import { desktop, launchBrowser, phone, zoomed } from "../support/browser.ts";
import { agendaOf, bogota, bookAs, bookingIn, demoMorning, openingsOf } from "../support/demo-agenda.ts";
import { signedIn, type SignedIn } from "../support/staff.ts";
import { openStaff, tabTo } from "../support/staff-browser.ts";

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

test("a clerk's morning: who came, who did not, a walk-in, the seat of one who did not come", async () => {
  const [came, second, absent, later] = [morning[0]!, morning[1]!, morning[3]!, morning[6]!];
  const page = await open(clara);
  await row(page, came).locator("button").first().click();
  await row(page, came).locator(".tag.checked-in").waitFor();
  await page.locator("[role=status].told", { hasText: "Luz Marina Pérez" }).waitFor();
  expect(await stateOf(came)).toBe("checked-in");
  await row(page, came).locator("button").click();
  await row(page, came).locator(".tag.attended").waitFor();
  expect(await row(page, came).locator("button").count()).toBe(0);
  expect([await row(page, second).locator("button").count(), await row(page, later).locator("button").count()]).toEqual([2, 1]);

  await row(page, absent).locator("button").last().click();
  await row(page, absent).locator(".tag.no-show").waitFor();
  expect(await stateOf(absent)).toBe("no-show");
  await row(page, absent).locator("button").click();
  await fillComer(page, "Iris Lugo", "70.011.201");
  await send(page);
  await page.locator(`#opening-${absent.opening.id} .person`, { hasText: "Iris Lugo" }).waitFor();
  expect(await stateOf(absent)).toBe("no-show");

  const seats = page.locator(`#opening-${later.opening.id} .seats button`);
  await seats.click();
  await page.locator("dialog input[name=name]").fill("Omar Díaz");
  await page.locator("dialog input[name=document]").fill("900123");
  await page.locator("dialog button[type=submit]").click();
  expect(await page.locator("dialog input[name=consent]:invalid").count()).toBe(1);
  await page.locator("dialog input[name=consent]").check();
  await send(page);
  await page.locator(`#opening-${later.opening.id} .person`, { hasText: "Omar Díaz" }).waitFor();
  expect(await seats.count()).toBe(0);
  const seated = (await agendaOf(clara, bogota, today)).openings.find(({ id }) => id === later.opening.id)!;
  expect(seated.bookings.map(({ name, walkIn }) => [name, walkIn])).toEqual([["Rosa Elena Duarte", false], ["Omar Díaz", true]]);
  expect(await page.locator(".office-deeds").count()).toBe(0);
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("what somebody else did meanwhile is said in words, and shown", async () => {
  const booking = morning[1]!;
  const page = await open(clara);
  await row(page, booking).locator("button").first().waitFor();
  expect((await sonia.send("POST", `/staff/api/agenda/bookings/${booking.id}/no-show`, {})).status).toBe(200);
  await row(page, booking).locator("button").first().click();
  await page.locator(".sheet > .fault:not(:empty)").waitFor();
  expect(await page.locator(".sheet > .fault").last().innerText()).not.toMatch(/not-live|409|undefined/);
  await row(page, booking).locator(".tag.no-show").waitFor();
  await page.own.close();
});

test("a supervisor blocks a time, opens it again, and adds a seat where there is none", async () => {
  const page = await open(sonia);
  const blocked = async () => (await agendaOf(sonia, bogota, today)).openings.filter((opening) => opening.blocked > 0).map(({ time }) => time);
  const last = openings.filter(({ counter }) => counter === "documents").slice(-2);
  const span = async (deed: string, reason?: string) => {
    await page.locator(".office-deeds button", { hasText: deed }).click();
    await page.locator("dialog select[name=from]").selectOption(new Date(last[0]!.startsAt).toISOString());
    if (reason) await page.locator("dialog input[name=reason]").fill(reason);
  };
  await span("Bloquear", "Simulacro");
  await page.locator("dialog select[name=to]").selectOption({ index: 0 });
  await page.locator("dialog button[type=submit]").click();
  await page.locator("dialog .fault:not(:empty)").waitFor();
  await page.locator("dialog select[name=to]").selectOption(new Date(last[1]!.endsAt).toISOString());
  await send(page);
  await page.locator(`#opening-${last[1]!.id} .seat-tag.blocked`).waitFor();
  const closed = openings.filter(({ time }) => last.some((one) => one.time === time));
  expect((await blocked()).toSorted()).toEqual(closed.map(({ time }) => time).toSorted());
  await page.locator(".told", { hasText: String(closed.reduce((seats, { free }) => seats + free, 0)) }).waitFor();
  await span("Abrir");
  await send(page);
  await expect.poll(blocked, slow).toEqual([]);

  const full = openings.filter(({ counter }) => counter === "ppt")[3]!;
  const more = page.locator(`#opening-${full.id} .seats button`);
  for (const [name, number] of [["Uno Primero", "8001001"], ["Dos Segundo", "8001002"]] as const) {
    await more.click();
    await fillComer(page, name, number);
    await send(page);
    await page.locator(`#opening-${full.id} .person`, { hasText: name }).waitFor();
  }
  expect((await agendaOf(sonia, bogota, today)).openings.find(({ id }) => id === full.id)!.bookings.length).toBeGreaterThan(full.capacity);
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("a cancelled day: first it says how many, then everybody is told in their own language and has another opening", async () => {
  const day = "2026-12-02";
  const { texts } = app.app.service.content;
  const free = await openingsOf(sonia, bogota, day);
  const people = await Promise.all((["es", "en"] as const).map(async (locale, place) => {
    const chat = await openChat(app.url, locale);
    await chat.say(locale === "es" ? "hola" : "hello");
    await chat.until((all) => all.length > 1);
    return { chat, locale, opening: free.filter(({ counter }) => counter === "ppt")[place]! };
  }));
  for (const { chat, locale, opening } of people) await bookAs(app, opening, { at: now, service: "ppt-duplicate", reach: { conversationId: chat.conversationId, locale } });

  const page = await open(sonia);
  await page.locator(".day-bar input[type=date]").fill(day);
  await page.locator(".agenda-table tbody").nth(1).waitFor();
  await page.locator(`#opening-${people[0]!.opening.id} .person`).waitFor();
  await press(page, "Cancelar el día");
  await page.locator("dialog .note").waitFor();
  expect(/\d+/.exec(await page.locator("dialog .note").innerText())?.[0]).toBe("2");
  expect((await agendaOf(sonia, bogota, day)).openings.flatMap(({ bookings }) => bookings).map(({ state }) => state)).toEqual(["booked", "booked"]);
  await page.locator("dialog select").first().selectOption("strike");
  await send(page);
  await page.locator(".told", { hasText: /^\D*2\b/ }).waitFor();
  for (const { chat, locale } of people) {
    const reason = texts.text("appointments.reason.strike", locale);
    expect(reason.length).toBeGreaterThan(3);
    await chat.until((all) => all.some(({ text, from }) => from.role === "bot" && text.includes(reason)));
  }
  const after = await agendaOf(sonia, bogota, today, "2026-12-11");
  expect(after.openings.filter((opening) => opening.day === day && opening.free > 0)).toEqual([]);
  expect(after.openings.reduce((all, { offered }) => all + offered, 0)).toBe(2);
  await page.locator(".seat-tag.blocked").first().waitFor();
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("a number leads to its office and day; a wrong one says so", async () => {
  const [opening] = (await openingsOf(sonia, "demo-video", "2026-12-03"));
  const booking = await bookAs(app, opening!, { at: now, service: "registro-extranjeros", person: { name: "Eva Luna" } });
  const page = await open(clara);
  const search = page.locator("input[name=number]");
  await search.fill("A000999-ZZ");
  await search.press("Enter");
  await page.locator(".find-form .fault:not(:empty)").waitFor();
  await search.fill(booking.number.toLowerCase().replace("-", " "));
  await search.press("Enter");
  await page.locator(`#booking-${booking.id}:focus`, { hasText: "Eva Luna" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/staff/agenda/demo-video");
  await page.own.close();
});

test("a week is a table of days and hours, and a day of it can be opened", async () => {
  const page = await open(clara);
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => { arrive = resolve; });
  await page.route(new RegExp(`/staff/api/agenda/${bogota}\\?`), async (route) => { await arrived; await route.continue(); });
  await page.reload();
  await press(page, "Semana");
  arrive();
  const table = page.locator(".week-table");
  await table.waitFor();
  const { openings: week } = await agendaOf(clara, bogota, today, "2026-12-06");
  await expect.poll(() => table.locator("thead th[scope=col]").count(), slow).toBe(1 + new Set(week.map(({ day }) => day)).size);
  expect(await table.locator("tbody th[scope=row]").count()).toBe(new Set(week.map(({ time }) => time)).size);
  await table.locator("thead button").nth(1).click();
  await page.locator(".agenda-table").waitFor();
  await expect.poll(() => page.locator(".agenda-table time").first().getAttribute("datetime"), slow).toContain("2026-12-01");
  await press(page, "Día anterior");
  await expect.poll(() => page.locator(".agenda-table time").first().getAttribute("datetime"), slow).toContain(today);
  await page.own.close();
});

test("the page prints the day with who comes, and nothing to press", async () => {
  const page = await open(clara);
  await page.locator(".agenda-table").waitFor();
  await page.evaluate(() => { window.print = () => { document.title = "printed"; }; });
  await press(page, "Imprimir");
  await expect.poll(() => page.title(), slow).toBe("printed");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("button:visible, input:visible, select:visible, nav:visible").count()).toBe(0);
  expect(await page.locator(".agenda-table").innerText()).toContain("Luz Marina Pérez");
  expect(await page.locator("h1, .note").allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/demostración/)]));
  await page.own.close();
});

test("by keyboard alone: to an opening, a walk-in written down, the focus back at it", async () => {
  const opening = (await agendaOf(clara, bogota, today)).openings.filter(({ counter, free }) => counter === "documents" && free === 2)[0]!;
  const page = await open(clara);
  await page.locator(`#opening-${opening.id}`).waitFor();
  await tabTo(page, `#opening-${opening.id} .seats button`);
  await page.keyboard.press("Enter");
  await page.locator("dialog input[name=name]:focus").waitFor();
  await page.keyboard.type("Nelly Paz");
  await tabTo(page, "dialog input[name=document]");
  await page.keyboard.type("1020345678");
  await tabTo(page, "dialog input[name=consent]");
  await page.keyboard.press("Space");
  await tabTo(page, "dialog button[type=submit]");
  await page.keyboard.press("Enter");
  await page.locator(`#opening-${opening.id}:focus .person`, { hasText: "Nelly Paz" }).waitFor();
  await tabTo(page, `#opening-${opening.id} .row-deeds .secondary`);
  await page.keyboard.press("Enter");
  await page.locator(`#opening-${opening.id} .tag.attended`).waitFor();
  await page.locator(".person:focus").waitFor();
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("a clerk of one office finds that one alone", async () => {
  const page = await open(await signedIn(app, "office-clerk", { skills: ["office:demo-consulate-madrid"] }), { path: "/staff" });
  await page.locator("h2").first().waitFor();
  await page.locator(".span-head .hint", { hasText: "Madrid" }).first().waitFor();
  expect(await page.locator(".agenda-filters select").first().locator("option").count()).toBe(1);
  await page.own.close();
});

const scenes = [
  { lang: "es", colorScheme: "light", viewport: desktop }, { lang: "en", colorScheme: "dark", viewport: desktop },
  { lang: "es", colorScheme: "dark", viewport: phone }, { lang: "en", colorScheme: "light", viewport: zoomed },
] as const;

test.each(scenes)("axe finds nothing, and nothing needs sideways scrolling: $lang, $colorScheme, $viewport.width", async (scene) => {
  const page = await open(sonia, scene);
  const clean = async (where: string) => {
    expect([where, await violations(page)]).toEqual([where, []]);
    expect([where, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([where, scene.viewport.width]);
    const small = await page.locator("main button:visible, main select:visible, main input:visible").evaluateAll((all) =>
      all.filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; }).map((one) => one.outerHTML));
    expect([where, small]).toEqual([where, []]);
    expect([where, await page.locator("body").innerText()]).toEqual([where, expect.not.stringMatching(/undefined|\{\{|\[object|NaN/)]);
  };
  await page.locator(".agenda-table .person").first().waitFor();
  await clean("day");
  const ask = async (button: ReturnType<Page["locator"]>) => {
    await button.click();
    await page.locator("dialog[open] select").first().waitFor();
    await clean(await page.locator("dialog h2").innerText());
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  };
  for (const button of await page.locator(".office-deeds button").all()) await ask(button);
  await ask(page.locator(".seats button").last());
  await page.locator(".day-bar .toggle button").nth(1).click();
  await page.locator(".week-table").waitFor();
  await clean("week");
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("a draw shows what it is bound by, and afterwards the seed and the order", async () => {
  const { appointments, appointmentJobs, db: { db } } = app.app.service;
  now = new Date("2026-12-02T18:00:00Z");
  await appointmentJobs.prepare();
  const draw = appointments.draws("refugio", now)[0]!;
  const reach = { conversationId: "00000000-0000-4000-8000-000000000001", channel: "web", locale: "es" } as const;
  const entered = await db.transaction().execute((trx) => appointments.enter(trx, { draw, person: { document: "PA AB12345", name: "Ana Ruiz" }, reach, now }));
  const ticket = (entered as { ticket: string }).ticket;
  const page = await open(sonia, { path: "/staff/agenda/demo-cancilleria-bogota" });
  await page.locator(".draws .card-row").first().waitFor();
  const shown = (await appointments.draw(db, draw.id)) as { commitment: string };
  expect(await page.locator(".draws").innerText()).toContain(shown.commitment);
  expect(await page.locator(".draws code").count()).toBe(1);
  now = new Date(draw.closesAt.getTime() + 60_000);
  await appointmentJobs.tick();
  await page.reload();
  await page.locator(".draws summary").click();
  await expect.poll(() => page.locator(".draw-order li").allInnerTexts(), slow).toEqual([ticket]);
  const { seed } = (await appointments.draw(db, draw.id)) as { seed: string };
  expect(await page.locator(".draws").innerText()).toContain(seed);
  expect(await violations(page)).toEqual([]);
  await page.own.close();
});
