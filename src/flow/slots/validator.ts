import type { Locale } from "../../locale.ts";
import type { Choice, Param } from "../types.ts";

type SlotOptions = { min?: number; max?: number };
export type SlotContext = { locale: Locale; now: Date };
type SlotValue = string | number;

/**
 * `problem` is a text under `repair.invalid.`; the validator's own name means "not one of mine". `keep` holds words
 * that the next answer completes. A value in its text form parses again to the same value.
 */
export type Parsed =
  | { ok: SlotValue }
  | { problem: string; params?: Record<string, Param>; keep?: string; choices?: Choice[] };

/** Where in a text (UTF-16 units) a value stands. */
export type Found = { value: SlotValue; start: number; end: number };

export type Validator = {
  parse: (text: string, options: SlotOptions, context: SlotContext) => Parsed;
  find?: (text: string, context: SlotContext) => Found | null;
  show: (value: SlotValue) => Param;
  /** A new answer together with what it leaves as it was. */
  refine?: (before: SlotValue, now: SlotValue) => SlotValue;
  /** Options offered as buttons with the question. */
  choices?: Choice[];
  /** What `find` takes cannot be mistaken for words of another field. */
  sure?: true;
};
