const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".queue a[data-ticket]")];

/** To the next or the former conversation of the queue. */
export const moveInQueue = (step: 1 | -1): void => {
  const all = rows();
  const at = all.findIndex((row) => row === document.activeElement || row.parentElement?.contains(document.activeElement));
  const from = at >= 0 ? at : all.findIndex((row) => row.ariaCurrent === "true");
  const to = from < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, from + step));
  all[to]?.focus();
};

export const focusQueue = (): void => {
  (rows().find((row) => row.ariaCurrent === "true") ?? rows()[0] ?? document.querySelector<HTMLElement>(".queue"))?.focus();
};

/** The conversation that the focus stands at in the queue. */
export const focusedTicket = (): string | undefined =>
  document.activeElement?.closest(".queue li")?.querySelector<HTMLElement>("a[data-ticket]")?.dataset["ticket"];

export const focusReply = (): void => { document.getElementById("reply")?.focus(); };

/** Puts words where the cursor is in the reply, for the advisor to change and send. */
export const insertInReply = (text: string): void => {
  const box = document.getElementById("reply");
  if (!(box instanceof HTMLTextAreaElement)) return;
  const { value, selectionStart: from, selectionEnd: to } = box;
  const gap = from > 0 && !/\s$/.test(value.slice(0, from)) ? "\n" : "";
  box.setRangeText(gap + text, from, to, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  box.focus();
};
