import { createStore } from "../store.ts";
import type { View } from "./days.ts";

type Shown = {
  view: View;
  /** Undefined: today, wherever the office is. */
  day: string | undefined;
  counter: string;
  /** The id of the element that gets the focus once the agenda is there again. */
  focus: string | undefined;
};

const first: Shown = { view: "day", day: undefined, counter: "", focus: undefined };

/** What somebody looks at in the agenda; kept from office to office. */
export const shown = createStore<Shown>(first);

/** Another person begins at today. */
export const forgetAgenda = (): void => { shown.set(first); };
