import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Locale } from "../../../locale.ts";
import { sayIn, type Say } from "../words.ts";

/** The language of the page. */
export const Speech = createContext<Locale>("es");

export const useSpeech = (): { say: Say; locale: Locale } => {
  const locale = useContext(Speech);
  return { say: sayIn(locale), locale };
};
