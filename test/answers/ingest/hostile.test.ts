import { existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { findDocuments } from "../../../src/answers/ingest/files.ts";
import { ingestFile, type Outcome } from "../../../src/answers/ingest/update.ts";
import type { Limits } from "../../../src/answers/ingest/limits.ts";
import { docx, folder, paragraph, pdf } from "./made.ts";

const ingest = async (name: string, content: string | Uint8Array, limits: Partial<Limits> = {}): Promise<{ outcome: Outcome; kept: boolean }> => {
  const dir = folder({ [name]: content });
  const outcome = await ingestFile(join(dir, name), { dir: join(dir, "knowledge"), today: "2026-11-23", limits });
  return { outcome, kept: existsSync(join(dir, "knowledge")) };
};

const encrypted = Buffer.from(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/O<${"41".repeat(32)}>/U<${"42".repeat(32)}>/P -44>> endobj
trailer <</Root 1 0 R/Encrypt 4 0 R/ID[<${"43".repeat(16)}><${"43".repeat(16)}>]>>
`);
const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
const bomb = docx("", { "word/document.xml": new Uint8Array(30 * 1024 * 1024).fill(32) });
const heading = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>";

describe("a hostile file is refused with its reason, and leaves nothing behind", () => {
  const cases: [string, string | Uint8Array, RegExp, Partial<Limits>?][] = [
    ["encrypted.pdf", encrypted, /encrypted/],
    ["broken.pdf", "%PDF-1.7\nnonsense", /damaged/],
    ["bomb.docx", bomb, /zip bomb/, { unpackedBytes: 20 * 1024 * 1024 }],
    ["broken.docx", Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(200, 7)]), /damaged/],
    ["other.docx", zipSync({ "a.txt": strToU8("hola") }), /no Word document/],
    ["entities.docx", docx("", { "word/document.xml": strToU8(`<!DOCTYPE x [<!ENTITY a "${"z".repeat(100)}"><!ENTITY b "&a;&a;&a;">]>${heading}<w:body>${paragraph("&b;&b;")}</w:body></w:document>`) }), /./],
    ["protected.docx", ole, /password/],
    ["program.txt", "#!/bin/sh\nrm -rf /\n", /program/],
    ["program.js", "alert(1)", /no kind of document/],
    ["image.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), /binary/],
    ["page.pdf", "<!doctype html><p>hola</p>", /content is HTML/],
    ["text.docx", "solo texto", /content is plain text/],
    ["real.txt", "%PDF-1.7 text", /content is PDF/],
    ["only-script.html", "<!doctype html><script>while(true){}</script>", /no text/],
    ["deep.html", `<!doctype html>${"<div>".repeat(5000)}hola`, /deep/],
    ["empty.txt", "", /empty/],
    ["spaces.txt", "  \n \n", /no text/],
    ["slow.txt", `${"a b c ".repeat(200_000)}`, /not read within/, { ms: 1 }],
  ];
  it.each(cases)("%s", async (name, content, reason, limits) => {
    const { outcome, kept } = await ingest(name, content, limits);
    expect(outcome).toMatchObject({ status: "refused", reason: expect.stringMatching(reason) as string });
    expect(kept).toBe(false);
  });

  it("a file of 500 MB is not even opened", async () => {
    const dir = folder({ "huge.txt": "" });
    truncateSync(join(dir, "huge.txt"), 500 * 1024 * 1024);
    const before = performance.now();
    const outcome = await ingestFile(join(dir, "huge.txt"), { dir: join(dir, "knowledge"), today: "2026-11-23" });
    const refused = performance.now();
    readFileSync(join(dir, "huge.txt"));
    expect(outcome).toMatchObject({ status: "refused", reason: expect.stringContaining("500 MB") as string });
    expect(refused - before).toBeLessThan((performance.now() - refused) / 2);
  });

  it("a PDF without text, or of too many pages", async () => {
    expect((await ingest("scan.pdf", await pdf([[]]))).outcome).toMatchObject({ status: "refused", reason: expect.stringContaining("OCR") as string });
    expect((await ingest("long.pdf", await pdf([[], [], []]), { pages: 2 })).outcome).toMatchObject({ reason: expect.stringContaining("3 pages") as string });
  });

  it("one that takes too much memory ends alone", async () => {
    const words = Array.from({ length: 400_000 }, (_, at) => `palabra${at} de la oficina`).join("\n");
    const { outcome } = await ingest("heavy.txt", words, { memoryMb: 24 });
    expect(outcome).toMatchObject({ status: "refused", reason: expect.stringContaining("memory") as string });
  });

  it("links are not followed out of a folder", () => {
    const outside = folder({ "secret.txt": "secreto" });
    const dir = folder({ "a.txt": "hola" });
    symlinkSync(join(outside, "secret.txt"), join(dir, "b.txt"));
    symlinkSync(outside, join(dir, "c"));
    const found = findDocuments([dir]);
    expect(found.files).toEqual([join(dir, "a.txt")]);
    expect(found.refused.map(({ file }) => file)).toEqual([join(dir, "b.txt"), join(dir, "c")]);
  });

  it("what is written beside a document is checked", async () => {
    const dir = folder({ "a.txt": "El texto de la oficina.", "a.txt.yaml": "published: ayer\nauthor: x\n" });
    const ask = () => ingestFile(join(dir, "a.txt"), { dir: join(dir, "knowledge"), today: "2026-11-23" });
    expect(await ask()).toMatchObject({ status: "refused", reason: expect.stringMatching(/published.*author/s) as string });
    writeFileSync(join(dir, "a.txt.yaml"), "published: 2024-02-01\npublisher: Agencia\n");
    expect(await ask()).toMatchObject({ status: "new", publisher: true });
  });
});
