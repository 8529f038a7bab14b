import type { Activity } from "./directline/api.ts";

/** A sign that a person writes holds so long: they send one every few seconds. */
const holdsMs = 6_000;
/** A sign that set out before the words may come after them. */
const quietMs = 1_500;

/** Says whether a person of the desk is writing, from the signs and the words that come. */
export const watchWriting = (show: (writing: boolean) => void) => {
  let quietUntil = 0;
  let over: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(over);
    show(false);
  };
  const see = ({ type, from }: Activity): void => {
    if (from.id !== "advisor") return;
    if (type === "message") {
      quietUntil = Date.now() + quietMs;
      stop();
    } else if (type === "typing" && Date.now() >= quietUntil) {
      clearTimeout(over);
      over = setTimeout(stop, holdsMs);
      show(true);
    }
  };
  return { see, stop: () => { clearTimeout(over); } };
};
