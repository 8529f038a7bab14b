import { getDocumentProxy } from "unpdf";
import { Refusal, type Meta, type Parsed } from "../blocks.ts";
import type { Limits } from "../limits.ts";
import { isTitle } from "../metadata.ts";
import { oneSpaced } from "../repair/characters.ts";
import { blocksOf } from "./plain.ts";
import { bodySize, pageLines, type Piece } from "./pdf-lines.ts";

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF's text, page by page, as it was set. Scripts, forms and attachments in it are not looked at. */
export const readPdf = async (bytes: Uint8Array, words: Iterable<string>, limits: Limits): Promise<Parsed> => {
  const document = await open(bytes);
  if (document.numPages > limits.pages) throw new Refusal(`${document.numPages} pages are more than ${limits.pages}: split the document`);
  const pages: Piece[][] = [];
  const wide: boolean[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    wide.push(right - left > top - bottom);
    const pieces = piecesOf((await page.getTextContent()).items);
    characters += pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.characters) throw new Refusal(`more than ${limits.characters} letters of text: split the document`);
    pages.push(pieces);
    page.cleanup();
  }
  if (characters === 0) throw new Refusal("no text in it, only pictures: have it read by a text recognition (OCR) and try again");
  const body = bodySize(pages.flat());
  const blocks = blocksOf(pages.flatMap((pieces, at) => pageLines(pieces, body, at + 1, wide[at] ? 3 : 2)), words);
  return { blocks, pages: wide.filter(Boolean).length * 2 > pages.length ? "slide" : "page", meta: await metaOf(document) };
};

const open = async (bytes: Uint8Array): Promise<Proxy> => {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false, enableXfa: false, maxImageSize: 0 });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException") throw new Refusal("the PDF is encrypted: save it without a password");
    throw new Refusal("the PDF is damaged: open it in a viewer and save it anew");
  }
};

type Items = Awaited<ReturnType<Awaited<ReturnType<Proxy["getPage"]>>["getTextContent"]>>["items"];

const piecesOf = (items: Items): Piece[] =>
  items.flatMap((item): Piece[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(a, b) || item.height;
    return [{ text: item.str, x, y, width: item.width, size }];
  });

/** Its own title. The day on which the file was made is not the day of publication. */
const metaOf = async (document: Proxy): Promise<Meta> => {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const title = oneSpaced(String((info as Record<string, unknown>)["Title"] ?? ""));
  const publisher: unknown = metadata?.get("dc:publisher");
  const named = Array.isArray(publisher) ? publisher.join(", ") : publisher;
  return {
    ...(isTitle(title) ? { title } : {}),
    ...(typeof named === "string" && named.trim() !== "" ? { publisher: oneSpaced(named) } : {}),
  };
};
