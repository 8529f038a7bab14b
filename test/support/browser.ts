import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { findChromium } from "../setup/programs.ts";
import { areSlow, slowBrowser } from "./slow-pages.ts";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Starts the Chromium of this machine. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium found: run `node test/setup/install.ts`");
  const browser = await chromium.launch({ executablePath, args: flags });
  return areSlow ? slowBrowser(browser) : browser;
};

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };
/** 1280 × 1024 at 400 % zoom. */
export const zoomed = { width: 320, height: 256 };

type Visit = { url: string; lang?: "es" | "en"; intent?: string } & NonNullable<Parameters<Browser["newContext"]>[0]>;

/** Opens the chat in a context of its own; ready when the bot has said its first words. */
export const visit = async (browser: Browser, { url, lang = "es", intent, ...context }: Visit): Promise<Page & { own: BrowserContext }> => {
  const own = await browser.newContext({ viewport: desktop, locale: lang === "es" ? "es-CO" : "en-US", ...context });
  const page = await own.newPage();
  await page.goto(`${url}/?${new URLSearchParams({ lang, ...(intent ? { intent } : {}) })}`);
  await settled(page);
  return Object.assign(page, { own });
};

/** Waits until no answer is due. */
export const settled = async (page: Page): Promise<void> => {
  // All at once: what is under way hides the sign of typing.
  await page.locator("body:has(.message.bot):not(:has(.typing, .message.pending))").waitFor();
};

/** Does what makes the citizen speak, and waits for the answer. */
export const answered = async (page: Page, speak: () => Promise<unknown>): Promise<void> => {
  const said = await page.locator(".message.citizen").count();
  await speak();
  await page.locator(".message.citizen").nth(said).waitFor();
  await settled(page);
};

/** Writes a message as a person does, and waits for the answer. */
export const say = async (page: Page, text: string): Promise<void> => {
  await answered(page, async () => {
    await page.locator("#say").fill(text);
    await page.locator("#say").press("Enter");
  });
};
