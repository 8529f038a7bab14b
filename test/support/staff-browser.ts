import type { Browser, BrowserContext, Page } from "playwright-core";
import { desktop } from "./browser.ts";
import type { Browserlike } from "./staff.ts";

export type StaffTab = Page & { own: BrowserContext; faults: string[] };

type Visit = { url: string; path?: string; who?: Browserlike; lang?: "es" | "en" } & NonNullable<Parameters<Browser["newContext"]>[0]>;

/** A page of `/staff` in a context of its own, signed in as `who` or as nobody, once it knows which. `faults` gathers what its script threw. */
export const openStaff = async (browser: Browser, { url, path = "/staff", who, lang = "es", ...context }: Visit): Promise<StaffTab> => {
  const own = await browser.newContext({ viewport: desktop, locale: lang === "es" ? "es-CO" : "en-US", ...context });
  if (who) await own.addCookies(cookiesOf(url, who));
  const page = await own.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => { faults.push(message); });
  await page.goto(url + path);
  await page.locator(who ? "main#main h1" : "main.door form").first().waitFor({ state: "attached" });
  return Object.assign(page, { own, faults });
};

const cookiesOf = (url: string, who: Browserlike) =>
  who.cookie().split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), domain: new URL(url).hostname, path: "/staff", httpOnly: true, sameSite: "Strict" as const };
  });

/** The conversation's place in the queue of a page. */
export const inQueue = (page: Page, ticket: string) => page.locator(".queue .item", { has: page.locator(`[data-ticket="${ticket}"]`) });

/** The words of the open conversation, in order, as the advisor sees them. */
export const logOf = (page: Page): Promise<string[]> => page.locator(".log .said .words").allInnerTexts();

/** Tab, until the focus is where the selector says. Throws when it never gets there, or where it cannot be seen on the way. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let i = 0; i < 90; i++) {
    const { there, seen } = await page.evaluate((wanted) => {
      const focused = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return { there: focused.matches(wanted), seen: focused === document.body || focused.matches("[tabindex='-1']") || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) };
    }, selector);
    if (!seen) throw new Error(`the focus cannot be seen on the way to ${selector}, after ${i} steps`);
    if (there) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${selector}`);
};
