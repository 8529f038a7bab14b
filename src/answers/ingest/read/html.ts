import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { Refusal, type Block, type Meta, type Parsed } from "../blocks.ts";
import { cleanCharacters, oneSpaced } from "../repair/characters.ts";
import { decode } from "./decode.ts";
import { rowsOf } from "./tables.ts";

/** A page's own text, without scripts, menus, forms and what is hidden. Nothing is run, nothing is fetched. */
export const readHtml = (bytes: Uint8Array): Parsed => htmlBlocks(decode(bytes));

export const htmlBlocks = (html: string): Parsed => {
  const document = parse(html);
  const elements = everyElement(document);
  const main = elements.find((element) => isMain(element)) ?? elements.find(({ tagName }) => tagName === "article");
  const blocks: Block[] = [];
  walk(main ?? document, blocks);
  return { blocks, meta: metaOf(elements) };
};

type Element = Tree.Element;

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const isMain = (element: Element): boolean => element.tagName === "main" || attribute(element, "role") === "main";

const deepestTree = 400;

const everyElement = (root: Tree.ParentNode, depth = 0): Element[] => {
  if (depth > deepestTree) throw new Refusal(`its tags stand one in another more than ${deepestTree} deep: save the page as plain text`);
  return root.childNodes.flatMap((node) => ("tagName" in node ? [node, ...everyElement(node, depth + 1)] : []));
};

const left = new Set("script style noscript template iframe object embed svg math canvas nav footer aside form button select dialog audio video head".split(" "));

const isHidden = (element: Element): boolean =>
  attribute(element, "hidden") !== undefined || attribute(element, "aria-hidden") === "true"
  || /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0/i.test(attribute(element, "style") ?? "");

const isLeft = (element: Element): boolean => left.has(element.tagName) || isHidden(element);

const blocksOfText = new Set("p div section article main header body html ul ol dl li dt dd blockquote pre address figure figcaption details summary table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 hr br center fieldset".split(" "));

/** Text that stands straight in a container becomes a paragraph. */
const walk = (parent: Tree.ParentNode, blocks: Block[]): void => {
  let loose = "";
  const close = () => { put(blocks, "text", loose); loose = ""; };
  for (const node of parent.childNodes) {
    if (node.nodeName === "#text") loose += (node as Tree.TextNode).value;
    if (!("tagName" in node) || isLeft(node)) continue;
    if (!blocksOfText.has(node.tagName)) { loose += inline(node); continue; }
    close();
    takeBlock(node, blocks);
  }
  close();
};

const takeBlock = (element: Element, blocks: Block[]): void => {
  const { tagName } = element;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level !== undefined) {
    const text = clean(inline(element));
    if (text !== "") blocks.push({ kind: "heading", level: Number(level), text });
  } else if (tagName === "table") takeTable(element, blocks);
  else if (tagName === "li") takeItem(element, blocks);
  else walk(element, blocks);
};

const takeItem = (element: Element, blocks: Block[]): void => {
  const inner: Block[] = [];
  walk(element, inner);
  const [first, ...rest] = inner;
  if (first?.kind === "text") blocks.push({ kind: "item", text: first.text }, ...rest);
  else blocks.push(...inner);
};

/** A table of one column, or with another table within, only sets its text out. */
const takeTable = (table: Element, blocks: Block[]): void => {
  const within = everyElement(table);
  const rows = within.filter(({ tagName }) => tagName === "tr").map((row) => cellsOf(row)).filter((cells) => cells.length > 0);
  if (within.some(({ tagName }) => tagName === "table") || rows.every((cells) => cells.length < 2)) { walk(table, blocks); return; }
  const caption = within.find(({ tagName }) => tagName === "caption");
  if (caption) put(blocks, "text", inline(caption));
  blocks.push(...rowsOf(spread(rows).map((cells) => ({ cells }))));
};

type Spanning = { text: string; across: number; down: number };

const cellsOf = (row: Element): Spanning[] =>
  everyElement(row).filter((cell) => (cell.tagName === "td" || cell.tagName === "th") && !isLeft(cell)).map((cell) => ({
    text: clean(inline(cell)), across: span(cell, "colspan"), down: span(cell, "rowspan"),
  }));

const span = (cell: Element, name: string): number => Math.min(50, Math.max(1, Number(attribute(cell, name)) || 1));

/** Cells that span rows are said in each of them; one that spans columns is empty after the first. */
const spread = (rows: Spanning[][]): string[][] => {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const { text, across, down } of cells) {
      while (grid[y]![x] !== undefined) x++;
      for (let below = 0; below < down && y + below < rows.length; below++) {
        for (let along = 0; along < across; along++) grid[y + below]![x + along] = along === 0 ? text : "";
      }
      x += across;
    }
  });
  return grid.map((row) => Array.from(row, (cell) => cell ?? ""));
};

const inline = (element: Element): string =>
  element.childNodes.map((node) => {
    if (node.nodeName === "#text") return (node as Tree.TextNode).value;
    if (!("tagName" in node) || isLeft(node)) return "";
    return blocksOfText.has(node.tagName) ? ` ${inline(node)} ` : inline(node);
  }).join("");

const clean = (text: string): string => oneSpaced(cleanCharacters(text));

const put = (blocks: Block[], kind: "text" | "item", raw: string): void => {
  const text = clean(raw);
  if (text !== "") blocks.push({ kind, text });
};

const metaOf = (elements: Element[]): Meta => {
  const named = new Map(elements.filter(({ tagName }) => tagName === "meta").map((element) =>
    [(attribute(element, "property") ?? attribute(element, "name") ?? "").toLowerCase(), clean(attribute(element, "content") ?? "")]));
  const first = (...names: string[]) => names.map((name) => named.get(name)).find(Boolean);
  const titleElement = elements.find(({ tagName, parentNode }) => tagName === "title" && parentNode?.nodeName === "head");
  const title = first("og:title", "dc.title", "dcterms.title") ?? (titleElement && clean(inline(titleElement)));
  const publisher = first("og:site_name", "dc.publisher", "dcterms.publisher", "publisher");
  const published = first("article:published_time", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "date");
  const link = elements.find((element) => element.tagName === "link" && attribute(element, "rel") === "canonical");
  const url = link && attribute(link, "href");
  return {
    ...(title ? { title } : {}), ...(publisher ? { publisher } : {}),
    ...(url && /^https?:\/\//.test(url) ? { url } : {}),
    ...(published && /^\d{4}(-\d\d(-\d\d)?)?/.test(published) ? { published: /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(published)![0] } : {}),
  };
};
