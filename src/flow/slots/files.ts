import type { Json } from "../types.ts";
import type { Validator } from "./validator.ts";

/** A file that was handed in as part of an answer. `key` says where it is kept. */
export type FileKept = { key: string; type: string; size: number };

/** What a question for files takes: photos, PDF, sound. */
export const takenTypes: readonly string[] = [
  "image/jpeg", "image/png", "image/webp", "application/pdf", "audio/ogg", "audio/mpeg", "audio/mp4",
];

/** No words are a file: files come as attachments. */
export const files: Validator = {
  parse: () => ({ problem: "files" }),
  show: (value) => value,
};

/** The files in a slot, none for anything else. */
export const filesIn = (value: Json | undefined): FileKept[] => (Array.isArray(value) ? value as FileKept[] : []);
