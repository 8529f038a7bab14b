import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startApp, type RunningApp } from "../support/app.ts";
import { answered, launchBrowser, say, settled, visit } from "../support/browser.ts";
import { signedIn } from "../support/staff.ts";
import { inQueue, logOf, openStaff, type StaffTab } from "../support/staff-browser.ts";
import { startTelegram, token, type Telegram } from "../support/telegram.ts";

const words = {
  es: { person: "quiero hablar con una persona", question: "¿Cuánto cuesta la cédula de extranjería?", chat: 88_001 },
  en: { person: "I want to talk to a person", question: "How much does the foreigner ID card cost?", chat: 88_002 },
};

let app: RunningApp;
let browser: Browser;
let telegram: Telegram;
beforeAll(async () => {
  telegram = await startTelegram();
  [app, browser] = await Promise.all([
    startApp({ NOW: "2026-11-23T15:00:00Z", TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.root, TELEGRAM_WEBHOOK_SECRET: "s" }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await telegram.close();
});

const reply = async (page: StaffTab, text: string) => {
  await page.locator("#reply").fill(text);
  await page.locator("#reply").press("Enter");
};
const send = (page: StaffTab) => page.locator("dialog button[type=submit]").click();
const deed = (page: StaffTab, index: number) => page.locator(".deeds button").nth(index).click();
/** Whom both sides hear, in order: the advisors' words on the citizen's page. */
const advisorsWords = (citizen: Page) => citizen.locator(".message.advisor .words").allInnerTexts();
const slow = { timeout: 30_000 };
const sees = (read: () => Promise<unknown>, wanted: unknown) => expect.poll(read, slow).toEqual(wanted);
const waitingTicket = async (page: StaffTab): Promise<string> => {
  const link = page.locator(".queue .item", { has: page.locator(".claim") }).locator("a").first();
  return (await link.getAttribute("data-ticket", slow))!;
};
const write = async (citizen: Page, text: string) => {
  await citizen.locator("#say").fill(text);
  await citizen.locator("#say").press("Enter");
};

describe.each(["es", "en"] as const)("a person behind the bot, in %s", (lang) => {
  test("on the web: both try to claim, one wins, words both ways in order, transfer, back to the bot, close, survey", async () => {
    const [ana, luis] = await Promise.all([signedIn(app, "advisor", { name: `Ana ${lang}` }), signedIn(app, "advisor", { name: `Luis ${lang}` })]);
    const tabs = await Promise.all([ana, luis].map((who) => openStaff(browser, { url: app.url, who, lang })));
    for (const tab of tabs) {
      await tab.locator(".presence").selectOption("available");
      await tab.locator(".presence.available").waitFor();
    }
    const citizen = await visit(browser, { url: app.url, lang });
    await say(citizen, words[lang].question);
    await say(citizen, words[lang].person);
    const ticket = await waitingTicket(tabs[0]!);
    await tabs[1]!.locator(`[data-ticket="${ticket}"]`).waitFor();
    await expect.poll(() => tabs[1]!.title(), slow).toMatch(/^\(1\) /);
    await sees(() => tabs[1]!.locator(".announcer p").count(), 1);

    const pressed = Promise.all(tabs.map((tab) => tab.waitForRequest("**/claim")));
    for (const tab of tabs) await tab.route("**/claim", async (route) => { await pressed; await route.continue(); });
    await Promise.all(tabs.map((tab) => inQueue(tab, ticket).locator(".claim").click()));
    await sees(() => Promise.all(tabs.map((tab) => tab.locator("#reply, .desk-signs .fault:not(:empty)").count())), [1, 1]);
    const won = (await tabs[0]!.locator("#reply").count()) === 1 ? 0 : 1;
    const [winner, other] = [tabs[won]!, tabs[1 - won]!];
    const [winnerName, otherName] = won === 0 ? [`Ana ${lang}`, `Luis ${lang}`] : [`Luis ${lang}`, `Ana ${lang}`];
    expect(await other.locator("#reply").count()).toBe(0);
    expect(await other.locator(".desk-signs .fault").innerText()).toContain(winnerName);

    for (const text of ["uno", "dos", "tres"]) await reply(winner, text);
    await sees(() => advisorsWords(citizen), ["uno", "dos", "tres"]);
    expect(await citizen.locator(".message.advisor .by").first().innerText()).toContain(winnerName);
    for (const text of ["cuatro", "cinco"]) await write(citizen, text);
    await sees(async () => (await logOf(winner)).slice(-2), ["cuatro", "cinco"]);
    await citizen.locator(".typing").waitFor({ state: "detached" });
    await vi.waitFor(async () => {
      await winner.locator("#reply").pressSequentially("s");
      expect(await citizen.locator(".typing").count()).toBe(1);
    }, { ...slow, interval: 500 });
    await reply(winner, "seis");
    await citizen.locator(".typing").waitFor({ state: "detached" });
    await sees(() => advisorsWords(citizen), ["uno", "dos", "tres", "seis"]);
    expect((await logOf(winner)).filter((said) => ["uno", "dos", "tres", "cuatro", "cinco", "seis"].includes(said))).toEqual(["uno", "dos", "tres", "cuatro", "cinco", "seis"]);

    await other.goto(`${app.url}/staff/desk/${ticket}`);
    await other.locator(".conversation > .note").waitFor();
    expect(await other.locator(".said").count()).toBe(0);

    await deed(winner, 0);
    await winner.locator("dialog select").selectOption(await winner.locator("dialog option", { hasText: otherName }).getAttribute("value"));
    await winner.locator("dialog input").fill("habla con ella");
    await send(winner);
    await winner.locator("#reply").waitFor({ state: "detached" });
    await other.locator("#reply").waitFor(slow);
    await other.locator(".history", { hasText: "habla con ella" }).waitFor();
    await reply(other, "siete");
    await sees(() => advisorsWords(citizen), ["uno", "dos", "tres", "seis", "siete"]);
    expect(await citizen.locator(".message.advisor .by:not(.hidden)").last().innerText()).toContain(otherName);

    await deed(other, 1);
    await send(other);
    await other.locator("#reply").waitFor({ state: "detached" });
    await sees(async () => (await citizen.locator(".message.bot:not(.advisor)").last().innerText()).includes(otherName), true);
    await say(citizen, words[lang].question);
    await settled(citizen);
    expect(await citizen.locator(".message.bot").last().locator(".sources, .choice:enabled").count()).toBeGreaterThan(0);

    await say(citizen, words[lang].person);
    const second = await waitingTicket(winner);
    expect(second).not.toBe(ticket);
    await inQueue(winner, second).locator(".claim").click();
    await winner.locator("#reply").waitFor();
    await winner.locator("input[type=file]").setInputFiles({ name: "guía.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 a guide") });
    const file = citizen.locator(".message.advisor .file a");
    await file.waitFor(slow);
    expect(await (await citizen.request.get(new URL((await file.getAttribute("href"))!, app.url).href)).text()).toBe("%PDF-1.4 a guide");
    await deed(winner, 2);
    await winner.locator("dialog input[value=resolved]").check();
    await send(winner);
    await winner.locator("#reply").waitFor({ state: "detached" });
    await citizen.locator(".choice:enabled").first().waitFor(slow);
    await answered(citizen, () => citizen.locator(".choice:enabled").first().click());
    expect(tabs.flatMap(({ faults }) => faults)).toEqual([]);
    await Promise.all([...tabs, citizen].map(({ own }) => own.close()));
  });

  test("on Telegram: claimed once, words both ways with their delivery, close, survey", async () => {
    const { chat, person } = words[lang];
    const who = await signedIn(app, "advisor", { name: `Eva ${lang}` });
    const page = await openStaff(browser, { url: app.url, who, lang });
    await page.locator(".queue h2").first().waitFor();
    telegram.deliver(telegram.message(chat, person, lang));
    const ticket = await waitingTicket(page);
    await inQueue(page, ticket).locator(".claim").click();
    await page.locator("#reply").waitFor();
    await reply(page, "hola desde la mesa");
    await sees(async () => telegram.sent(chat).filter(({ text }) => text.includes("hola desde la mesa")).map(({ text }) => text.includes(`Eva ${lang}`)), [true]);
    await page.locator(".said.advisor .delivery.sent").waitFor({ timeout: 40_000 });
    telegram.deliver(telegram.message(chat, "respuesta de la ciudadana", lang));
    await sees(async () => (await logOf(page)).at(-1), "respuesta de la ciudadana");
    await deed(page, 2);
    await send(page);
    await page.locator("#reply").waitFor({ state: "detached" });
    await sees(async () => (telegram.sent(chat).at(-1)?.keyboard.length ?? 0) > 0, true);
    const survey = telegram.sent(chat).at(-1)!;
    const before = telegram.sent(chat).length;
    telegram.deliver(telegram.press(survey, 0, lang));
    await sees(async () => telegram.sent(chat).length > before, true);
    expect(page.faults).toEqual([]);
    await page.own.close();
  });
});

describe("a line that breaks", () => {
  test("says so; what was written meanwhile goes once, and what came meanwhile is there, in order", async () => {
    const page = await openStaff(browser, { url: app.url, who: await signedIn(app, "advisor", { name: "Iris" }) });
    await page.locator(".queue h2").first().waitFor();
    const citizen = await visit(browser, { url: app.url });
    await say(citizen, words.es.person);
    const ticket = await waitingTicket(page);
    await inQueue(page, ticket).locator(".claim").click();
    await page.locator("#reply").waitFor();

    let lost = 0;
    await page.route("**/reply", async (route) => {
      // The service has it, its answer is lost on the way: the page must send it again under the same key.
      await route.fetch();
      lost++;
      await route.abort();
    }, { times: 1 });
    await reply(page, "una sola vez");
    await sees(() => advisorsWords(citizen), ["una sola vez"]);
    await sees(() => page.locator(".said.under-way").count(), 0);
    expect([lost, (await logOf(page)).filter((said) => said === "una sola vez").length]).toEqual([1, 1]);

    await page.own.setOffline(true);
    await page.locator(".link-sign:not(.quiet)").waitFor(slow);
    for (const text of ["sin línea 1", "sin línea 2"]) await reply(page, text);
    await write(citizen, "mientras tanto");
    await page.locator(".said.under-way").nth(1).waitFor();
    await citizen.locator(".message.citizen:not(.pending)", { hasText: "mientras tanto" }).waitFor();
    await page.own.setOffline(false);
    await sees(() => advisorsWords(citizen), ["una sola vez", "sin línea 1", "sin línea 2"]);
    await sees(async () => (await logOf(page)).filter((said) => /línea|mientras|sola/.test(said)), ["una sola vez", "mientras tanto", "sin línea 1", "sin línea 2"]);
    await page.locator(".link-sign.quiet").waitFor({ state: "attached" });

    await page.locator("#reply").fill("a medio escribir");
    await page.reload();
    await page.locator("#reply").waitFor();
    expect(await page.locator("#reply").inputValue()).toBe("a medio escribir");
    await page.own.close();
    await citizen.own.close();
  });
});
