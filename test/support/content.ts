import { loadContent, type Content } from "../../src/content.ts";

let content: Content | undefined;

/** What is published, without ingested documents: read once for all files of a worker, and changed by none. */
export const publishedContent = (): Content => (content ??= loadContent());
