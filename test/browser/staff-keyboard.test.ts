import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openChat } from "../desk/citizen.ts";
import { startApp, type RunningApp } from "../support/app.ts";
import { launchBrowser } from "../support/browser.ts";
import { signedIn } from "../support/staff.ts";
import { inQueue, logOf, openStaff, type StaffTab } from "../support/staff-browser.ts";

let app: RunningApp;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([startApp({ NOW: "2026-11-23T15:00:00Z" }), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });

type Citizen = Awaited<ReturnType<typeof openChat>>;

const asks = async () => {
  const citizen = await openChat(app.url);
  await citizen.say("quiero hablar con una persona");
  await citizen.until((all) => all.length > 1);
  return citizen;
};

/** Whether what has the focus shows it: by an outline or a border of its own. */
const showsFocus = (page: StaffTab) => page.evaluate(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
});
const focused = (page: StaffTab) => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("data-ticket") || document.activeElement?.className || "");
const tabUntil = async (page: StaffTab, wanted: (name: string) => boolean): Promise<void> => {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    expect(await showsFocus(page)).toBe(true);
    if (wanted(await focused(page))) return;
  }
  throw new Error(`Tab never came there; last at ${await focused(page)}`);
};

test("the whole desk by keyboard: queue, claim, reply, ready reply, suggestion, note, transfer, close", async () => {
  const citizens = [await asks(), await asks()];
  const who = await signedIn(app, "advisor", { name: "Ana" });
  const page = await openStaff(browser, { url: app.url, who });
  // Frames are late on a busy machine: what a key moves must not wait for one, or the next key is lost.
  await page.evaluate(() => { window.requestAnimationFrame = (act) => window.setTimeout(act, 1_000); });
  const tickets = page.locator(".queue a[data-ticket]");
  await tickets.nth(1).waitFor();
  const ids = await tickets.evaluateAll((all) => all.map((link) => link.getAttribute("data-ticket")!));
  const { waiting } = (await (await who.get("/staff/api/desk")).json()) as { waiting: { id: string; conversationId: string }[] };
  const [first, second] = ids.map((id) => citizens.find(({ conversationId }) => conversationId === waiting.find((ticket) => ticket.id === id)!.conversationId)!) as [Citizen, Citizen];

  await page.keyboard.press("j");
  expect(await focused(page)).toBe(ids[0]);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe(ids[1]);
  await page.keyboard.press("k");
  await page.keyboard.press("c");
  await page.locator("#reply:focus").waitFor();
  expect(page.url()).toContain(ids[0]);

  await page.keyboard.type("uno");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("dos");
  await page.keyboard.press("Enter");
  await first.until((all) => all.some(({ text }) => text === "uno\ndos"));

  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("log");
  await page.keyboard.press("p");
  await page.locator("#canned-search:focus").waitFor();
  await page.locator(".canned li").nth(1).waitFor();
  await page.keyboard.type("adios y despedida no hay");
  await page.locator(".canned li").first().waitFor({ state: "detached" });
  await page.keyboard.press("Control+A");
  await page.keyboard.type("SALUDO");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("#reply:focus").waitFor();
  expect(await page.locator("#reply").inputValue()).not.toBe("");
  expect((await first.read()).filter(({ channelData }) => channelData.from === "advisor")).toHaveLength(1);
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");

  await first.say("¿cuánto cuesta la cédula de extranjería?");
  await page.locator(".suggestion button").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await page.locator("#reply:focus").waitFor();
  await page.waitForFunction(() => (document.getElementById("reply") as HTMLTextAreaElement).value.length > 20);
  const draft = await page.locator("#reply").inputValue();

  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.locator("#note:focus").waitFor();
  await page.keyboard.type("llamar después");
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(true);
  }
  await page.locator("#note").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await focused(page)).toBe("log");
  await page.locator(".notes li", { hasText: "llamar después" }).waitFor();

  await page.keyboard.press("q");
  expect(await focused(page)).toBe(ids[0]);
  await page.keyboard.press("j");
  expect(await focused(page)).toBe(ids[1]);
  await page.keyboard.press("c");
  await page.locator("#reply:focus").waitFor();
  expect([page.url().includes(ids[1]!), await page.locator("#reply").inputValue()]).toEqual([true, ""]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.locator("#reply").waitFor({ state: "detached" });
  await second.until((all) => all.length > 4);

  await page.keyboard.press("q");
  await page.keyboard.press("Enter");
  await page.locator("#reply").waitFor();
  expect(await page.locator("#reply").inputValue()).toBe(draft);
  await page.locator(".log").focus();
  await page.keyboard.press("t");
  await page.locator("dialog select:focus").waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await page.keyboard.type("otro tema");
  await page.keyboard.press("Enter");
  await inQueue(page, ids[0]!).locator(".claim").waitFor();
  expect(page.faults).toEqual([]);
  await page.own.close();
});

test("Tab reaches everything, always seen, and the shortcuts leave fields and the switched-off alone", async () => {
  await asks();
  const page = await openStaff(browser, { url: app.url, who: await signedIn(app, "advisor") });
  await page.locator(".queue a[data-ticket]").first().waitFor();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("skip");
  await page.keyboard.press("Enter");
  expect(await focused(page)).toBe("main");
  await tabUntil(page, (name) => /^[\w-]{20,}$/.test(name));
  await page.keyboard.press("Enter");
  await page.locator(".claim-here").waitFor();
  await tabUntil(page, (name) => name.includes("claim-here"));
  await page.keyboard.press("Enter");
  await page.locator("#reply").waitFor();
  await page.locator("#reply").focus();
  await page.keyboard.type("jkcrpsntbxq?");
  expect(await page.locator("#reply").inputValue()).toBe("jkcrpsntbxq?");
  expect(await page.locator("dialog").count()).toBe(0);
  for (const wanted of ["icon-button", "secondary", "primary send", "pane context"]) await tabUntil(page, (name) => name.includes(wanted));

  await page.locator(".log").focus();
  await page.keyboard.press("?");
  await page.locator("#keys-on").waitFor();
  await page.locator("#keys-on").uncheck();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await focused(page)).toBe("log");
  await page.keyboard.press("n");
  expect(await page.locator("dialog").count()).toBe(0);
  expect((await logOf(page)).length).toBeGreaterThan(1);
  await page.own.close();
});
