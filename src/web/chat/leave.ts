/**
 * Puts a neutral page in place of this one, and of the page around it, in a way that Back does not undo. The address
 * stands in `<meta name="quick-exit">`.
 */
export const leave = (forget: () => void): void => {
  document.body.replaceChildren();
  document.title = "…";
  try {
    forget();
  } finally {
    const address = document.querySelector<HTMLMetaElement>('meta[name="quick-exit"]')?.content ?? "about:blank";
    (window.top ?? window).location.replace(address);
  }
};

/** Calls `act` when Escape is pressed three times within a second and a half. Gives what stops it. */
export const onThreeEscapes = (act: () => void): (() => void) => {
  let pressed: number[] = [];
  const listen = ({ key, repeat, timeStamp }: KeyboardEvent) => {
    if (key !== "Escape") pressed = [];
    if (key !== "Escape" || repeat) return;
    pressed = [...pressed, timeStamp].slice(-3);
    if (pressed.length === 3 && timeStamp - pressed[0]! < withinMs) act();
  };
  addEventListener("keydown", listen, { capture: true });
  return () => removeEventListener("keydown", listen, { capture: true });
};

const withinMs = 1500;
