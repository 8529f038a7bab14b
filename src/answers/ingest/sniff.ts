import { Refusal } from "./blocks.ts";

export type Kind = "pdf" | "docx" | "html" | "md" | "txt";

/**
 * What a file is, told by its content. Its name decides only between kinds of plain text.
 * @throws Refusal when it is none that can be read, or not the one that its name says
 */
export const kindOf = (bytes: Uint8Array, name: string): Kind => {
  const named = namedKind(name);
  const found = contentKind(bytes);
  if (found === "text") {
    if (named === "pdf" || named === "docx") throw mismatch(name, "plain text");
    if (named === "html") throw mismatch(name, "text without a single tag");
    return named;
  }
  if (found === "html" && (named === "txt" || named === "md")) throw mismatch(name, "HTML");
  if (found !== named) throw mismatch(name, found.toUpperCase());
  return found;
};

const namedKind = (name: string): Kind => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const kind = byExtension[extension];
  if (!kind) throw new Refusal(`"${extension}" is no kind of document that is read (known: ${Object.keys(byExtension).join(", ")})`);
  return kind;
};

const byExtension: Record<string, Kind | undefined> = {
  pdf: "pdf", docx: "docx", html: "html", htm: "html", md: "md", markdown: "md", txt: "txt",
};

const contentKind = (bytes: Uint8Array): Exclude<Kind, "md" | "txt"> | "text" => {
  if (bytes.length === 0) throw new Refusal("the file is empty");
  const start = Buffer.from(bytes.subarray(0, 4096));
  if (start.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (start.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) return "docx";
  if (start.subarray(0, 8).equals(oleStart)) {
    throw new Refusal("an old Office file (.doc) or one with a password: save it as DOCX or PDF, without a password");
  }
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const controls = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (!wide && controls > 0) throw new Refusal("binary content that is no PDF or DOCX");
  const text = start.toString(wide ? "utf16le" : "utf8").trimStart();
  if (text.startsWith("#!")) throw new Refusal("a program, not a document");
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|main|article|section|div|h[1-6]|script|meta|title|table|svg)\b/i.test(text)
    ? "html" : "text";
};

const oleStart = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const mismatch = (name: string, found: string): Refusal =>
  new Refusal(`the name ends in .${/[^.]+$/.exec(name)?.[0] ?? ""} and the content is ${found}: give it its right name`);
