/** How long things are waited for and kept. All of it may be set: see `config.ts`. */
export type Limits = {
  /** An open question without an answer is asked about once, after this. */
  nudgeMinutes: number;
  /** Counted from the nudge: the flow is then left, and its draft kept. */
  closeHours: number;
  draftDays: number;
  codeMinutes: number;
  /** Codes that one conversation may try while a code lives. */
  codeTries: number;
};

/** What is pushed to a phone waits from nine in the evening until seven in the morning, in Bogotá (always UTC-5). */
export const isNight = (now: Date): boolean => {
  const hour = (now.getUTCHours() + 19) % 24;
  return hour >= 21 || hour < 7;
};
