import type { Locale } from "../../locale.ts";
import type { Growing } from "./growing.ts";
import type { Message } from "./transcript.ts";

/** back: lost and found again, and not yet read. */
export type Link = "connecting" | "online" | "lost" | "back";

/** All that is on screen. */
export type State = {
  locale: Locale;
  link: Link;
  messages: Message[];
  /** What is there of an answer that is due: only to be looked at, the whole follows. */
  growing?: Growing | undefined;
  /** An answer is due. */
  waiting: boolean;
  /** A person of the desk is writing. */
  writing: boolean;
  slow: boolean;
  busy: boolean;
  ended: boolean;
  /** Grows with each new conversation. */
  round: number;
};

export type Screen = {
  state: () => State;
  set: (change: Partial<State>) => void;
  subscribe: (listener: () => void) => () => void;
};

export const blank = (locale: Locale, round = 0): State => ({
  locale, round, growing: undefined, link: round === 0 ? "connecting" : "online", messages: [], waiting: true, writing: false, slow: false, busy: false, ended: false,
});

/** What is shown, and who wants to know when it changes. */
export const createScreen = (first: State): Screen => {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    state: () => state,
    set: (change) => {
      state = { ...state, ...change };
      document.documentElement.lang = state.locale;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const linkAfter = (before: Link, reached: boolean): Link => {
  if (!reached) return "lost";
  return before === "lost" || before === "back" ? "back" : "online";
};
