import { parts } from "../slots/clock.ts";
import { documentTypes } from "../slots/document-types.ts";
import { validatorNames } from "../slots/names.ts";
import { dayNames } from "../slots/when/wish.ts";
import type { AttachmentKind } from "../types.ts";

const attachments: AttachmentKind[] = ["photo", "voice", "video", "document", "sticker", "location", "contact", "other"];
const problems = ["empty", "choice", "too-short", "too-long", "document-type", "phone-area", "moment-day", "moment-time", "moment-half", "amount-currency", "number-low", "number-high"];

/** What the engine says by itself, in any flow. */
export const engineTexts: string[] = [
  "none", "noted", "ambiguous", "stale", "corrected", "nothing-back", "cannot-skip", "cannot-correct", "too-late", "not-asked-yet",
  "button.skip", "button.yes", "button.no", "button.abroad", "button.morning", "button.afternoon", "slot.choice",
  ...validatorNames.filter((name) => name !== "text").map((name) => `invalid.${name}`),
  ...problems.map((problem) => `invalid.${problem}`),
  ...validatorNames.map((name) => `slot.${name}`),
  ...["choice", ...validatorNames].map((name) => `needed.${name}`),
  ...attachments.map((kind) => `unsupported.${kind}`),
  ...["at", ...parts].map((name) => `moment.${name}`),
  ...["soonest", "any-day", "only", "but", "and", "between", "after", "before", "at", ...parts.map((part) => `any-${part}`)].map((name) => `when.${name}`),
  ...dayNames.map((name) => `weekday.${name}`),
  ...["video", "mobile", "nearest"].map((word) => `venue.${word}`),
  "button.files-done", ...["kept", "ahead", "count", "too-many", "infected", "unchecked"].map((name) => `file.${name}`),
  ...Object.keys(documentTypes).map((type) => `document.${type.toLowerCase()}`),
].map((key) => `repair.${key}`);
