import { marked } from "marked";
import { parse } from "yaml";
import type { Parsed } from "../blocks.ts";
import { metaFrom } from "../metadata.ts";
import { decode } from "./decode.ts";
import { htmlBlocks } from "./html.ts";

/** Markdown, with what its front matter says of it. */
export const readMarkdown = (bytes: Uint8Array): Parsed => {
  const text = decode(bytes).replace(/\r\n?/g, "\n");
  const front = /^---\n(.*?)\n---\n/s.exec(text);
  const { blocks } = htmlBlocks(`<main>${marked.parse(text.slice(front?.[0].length ?? 0), { async: false, gfm: true })}</main>`);
  return { blocks, meta: front ? metaFrom(parse(front[1]!), "its front matter", false) : {} };
};
