export type Inline = { kind: "text"; text: string } | { kind: "bold"; parts: Inline[] } | { kind: "link"; href: string; text: string } | { kind: "break" };
export type Block = { kind: "paragraph"; parts: Inline[] } | { kind: "list"; ordered: boolean; start: number; items: Inline[][] };

/** Light markdown as a tree: paragraphs, lists, bold, links. Anything else stays the text that it is. */
export const parseMarkdown = (text: string): Block[] => {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const item = /^\s{0,3}(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/.exec(line);
    if (!line.trim()) open = open?.kind === "list" ? open : undefined;
    else if (item) {
      const ordered = item[1] !== undefined;
      if (open?.kind !== "list" || open.ordered !== ordered) {
        open = { kind: "list", ordered, start: Number(item[1] ?? 1), items: [] };
        blocks.push(open);
      }
      open.items.push(parseInline(item[2]!));
    } else if (open?.kind === "list" && /^\s+/.test(line)) open.items.at(-1)!.push({ kind: "break" }, ...parseInline(line.trim()));
    else if (open?.kind === "paragraph") open.parts.push({ kind: "break" }, ...parseInline(line));
    else {
      open = { kind: "paragraph", parts: parseInline(line) };
      blocks.push(open);
    }
  }
  return blocks;
};

const inline = /\*\*(?<bold>[^*\n]+?)\*\*|\[(?<label>[^\]\n]+)\]\((?<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|(?<bare>(?:https?:\/\/|www\.)[^\s<>"'()[\]*]+)/g;

const parseInline = (text: string): Inline[] => {
  const parts: Inline[] = [];
  let last = 0;
  for (const match of text.matchAll(inline)) {
    const { bold, label, href, bare } = match.groups!;
    const found = bold !== undefined ? { kind: "bold" as const, parts: parseInline(bold) } : link(label ?? trimmed(bare!), href ?? trimmed(bare!));
    if (!found) continue;
    if (match.index > last) parts.push({ kind: "text", text: text.slice(last, match.index) });
    parts.push(found);
    last = match.index + (bare === undefined ? match[0].length : trimmed(bare).length);
  }
  if (last < text.length) parts.push({ kind: "text", text: text.slice(last) });
  return parts;
};

/** A full stop after an address ends the sentence, not the address. */
const trimmed = (address: string): string => address.replace(/[.,;:!?…]+$/, "");

const link = (text: string, href: string): Inline | undefined => {
  const address = safeAddress(href.startsWith("www.") ? `https://${href}` : href);
  return address === undefined ? undefined : { kind: "link", href: address, text };
};

/** The address when a press may follow it: the web, mail, or a telephone; never a script. */
export const safeAddress = (href: string): string | undefined => {
  if (href.startsWith("/") && !href.startsWith("//")) return href;
  try {
    return ["https:", "http:", "mailto:", "tel:"].includes(new URL(href).protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

/** The words alone, for what is spoken. */
export const plainText = (text: string): string =>
  parseMarkdown(text)
    .map((block) => (block.kind === "list" ? block.items.map(words).join("; ") : words(block.parts)))
    .join("\n");

const words = (parts: Inline[]): string =>
  parts.map((part) => (part.kind === "bold" ? words(part.parts) : part.kind === "break" ? " " : part.text)).join("");
