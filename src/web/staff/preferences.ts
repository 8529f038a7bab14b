import { isLocale, type Locale } from "../../locale.ts";
import { createStore } from "./store.ts";

/** What this browser keeps for whoever works at it. */
export type Preferences = { locale: Locale; sound: boolean; shortcuts: boolean };

const key = "ventanilla-staff";

const read = (): Preferences => {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  const first: Preferences = { locale: known ?? "es", sound: true, shortcuts: true };
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Preferences>;
    return { ...first, ...kept, locale: isLocale(kept.locale) ? kept.locale : first.locale };
  } catch {
    return first;
  }
};

export const preferences = createStore<Preferences>(read());

const keep = () => {
  const state = preferences.state();
  document.documentElement.lang = state.locale;
  try {
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
};

preferences.subscribe(keep);
keep();
