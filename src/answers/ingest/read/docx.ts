import { strFromU8, unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { Refusal, type Meta, type Parsed } from "../blocks.ts";
import { inMegabytes, type Limits } from "../limits.ts";
import { isTitle } from "../metadata.ts";
import { htmlBlocks } from "./html.ts";

/** What a Word document's words are kept in; pictures, fonts, macros and other parts are not unpacked. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml|word\/_rels\/(?:document|footnotes|endnotes)\.xml\.rels|docProps\/core\.xml)$/;

/** A Word document. The parts read are unpacked under a limit first, and nothing else of the file is read after. */
export const readDocx = async (bytes: Uint8Array, limits: Limits): Promise<Parsed> => {
  const parts = unpack(bytes, limits);
  if (!parts["word/document.xml"]) throw new Refusal("a zip file that holds no Word document: save the document as DOCX or PDF");
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(zipSync(parts, { level: 0 })) }, {
    styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Título'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    externalFileAccess: false,
  });
  return { blocks: htmlBlocks(`<main>${value}</main>`).blocks, meta: coreMeta(parts["docProps/core.xml"]) };
};

const unpack = (bytes: Uint8Array, { unpackedBytes }: Limits): Record<string, Uint8Array> => {
  let size = 0;
  let files = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++files > mostFiles) throw new Refusal(`more than ${mostFiles} files in one DOCX: not a document`);
        if (!wanted.test(name)) return false;
        size += originalSize;
        if (size > unpackedBytes) throw new Refusal(`unpacked it has more than ${inMegabytes(unpackedBytes)}: a zip bomb, or a document to be split`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("the DOCX is damaged: open it in a word processor and save it anew");
  }
};

const mostFiles = 10_000;

const coreMeta = (core: Uint8Array | undefined): Meta => {
  const title = core && /<dc:title>([^<]*)<\/dc:title>/.exec(strFromU8(core))?.[1]?.trim();
  return title && isTitle(title) ? { title: title.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? "") } : {};
};

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
