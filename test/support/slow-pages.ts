import type { Browser, BrowserContext } from "playwright-core";

/** `PAGES=slow npx vitest run test/browser/x.test.ts`: a check that only holds on a fast machine fails on any. */
export const areSlow = process.env["PAGES"] === "slow";

/**
 * What a page does a frame or a moment later it does much later, and answers come late. Whoever types fast is ahead of it,
 * as on a small and busy machine.
 */
const slowDown = (context: BrowserContext): Promise<unknown> => context.addInitScript(() => {
  const lateMs = 300;
  const { requestAnimationFrame: frame, setTimeout: timeout, fetch: ask } = window;
  const late = <Given extends unknown[]>(act: (...given: Given) => void) => (...given: Given) => { timeout(() => act(...given), lateMs); };
  window.requestAnimationFrame = (act) => frame(late(act));
  window.setTimeout = ((act: () => void, ms = 0, ...given: []) => timeout(act, ms < lateMs ? ms + lateMs : ms, ...given)) as typeof setTimeout;
  window.fetch = async (...given) => {
    const answer = await ask(...given);
    await new Promise((resolve) => { timeout(resolve, lateMs); });
    return answer;
  };
});

/** Slows every page of it down. */
export const slowBrowser = (browser: Browser): Browser => {
  const { newContext } = browser;
  browser.newContext = async (...given) => {
    const context = await newContext.apply(browser, given);
    await slowDown(context);
    context.on("page", (page) => {
      void context.newCDPSession(page).then((session) => session.send("Emulation.setCPUThrottlingRate", { rate: 4 })).catch(() => undefined);
    });
    return context;
  };
  return browser;
};
