/** What Telegram would show of a text in its HTML mode, or the words with which it refuses it. */
export const readHtml = (html: string): { text: string } | { fault: string } => {
  const open: string[] = [];
  let text = "";
  for (let at = 0; at < html.length; ) {
    if (html[at] !== "<") {
      const end = nextTag(html, at);
      text += unescape(html.slice(at, end));
      at = end;
      continue;
    }
    const tag = /^<(\/?)([a-z-]*)((?:\s+[a-z-]+(?:="[^"<>]*"|='[^'<>]*')?)*)\s*>/i.exec(html.slice(at));
    if (!tag) return { fault: `can't parse entities: Unclosed start tag at byte offset ${at}` };
    const [whole, closing, name = ""] = tag;
    if (!tags.has(name)) return { fault: `can't parse entities: Unsupported start tag "${name}" at byte offset ${at}` };
    if (closing && open.pop() !== name) return { fault: `can't parse entities: Unmatched end tag at byte offset ${at}` };
    if (!closing) open.push(name);
    at += whole.length;
  }
  const left = open.pop();
  return left ? { fault: `can't parse entities: Can't find end tag corresponding to start tag "${left}"` } : { text };
};

const tags = new Set(["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "tg-spoiler"]);

const nextTag = (html: string, from: number): number => {
  const at = html.indexOf("<", from);
  return at < 0 ? html.length : at;
};

const unescape = (text: string): string =>
  text
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");
