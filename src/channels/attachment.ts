import type { Attachment, AttachmentKind } from "../flow/types.ts";

const kinds: [RegExp, AttachmentKind][] = [
  [/^image\//, "photo"],
  [/^audio\//, "voice"],
  [/^video\//, "video"],
  [/^(application|text)\//, "document"],
];

/** What a file is, by the type that its sender names. */
export const attachmentOf = (contentType?: string, name?: string): Attachment => ({
  kind: kinds.find(([type]) => type.test(contentType ?? ""))?.[1] ?? "other",
  ...(contentType ? { contentType } : {}),
  ...(name ? { name } : {}),
});
