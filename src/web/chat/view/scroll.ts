/** What of the line before stays in sight, so that one sees what the answer is about. */
const peekPx = () => Math.min(72, innerHeight * 0.1);

const height = () => document.documentElement.scrollHeight;

export const isNearEnd = (): boolean => height() - innerHeight - scrollY < 160;

/** Scrolls to the end, or only so far that a long answer is read from its beginning. */
export const showFrom = (element: HTMLElement, atOnce: boolean): void => {
  const top = document.querySelector(".top");
  const covered = top && getComputedStyle(top).position === "sticky" ? top.getBoundingClientRect().height : 0;
  const start = element.getBoundingClientRect().top + scrollY - covered - peekPx();
  const still = atOnce || matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollTo({ top: Math.min(start, height() - innerHeight), behavior: still ? "auto" : "smooth" });
};
