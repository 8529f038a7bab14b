import { escape } from "../noscript/page.ts";

/** Light markdown (bold, lists, links, paragraphs) as HTML that can hold nothing else. */
export const inHtml = (text: string, as: "block" | "inline"): string => {
  if (as === "inline") return words(text.replaceAll("\n", " "));
  return text.split(/\n{2,}/).map(block).join("");
};

const block = (text: string): string => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const out: string[] = [];
  let open: "ul" | "ol" | undefined;
  for (const line of lines) {
    const item = /^(-|\d+\.) (.*)$/.exec(line);
    const list = item ? (item[1] === "-" ? "ul" : "ol") : undefined;
    if (list !== open) out.push(open ? `</${open}>` : "", list ? `<${list}>` : "");
    open = list;
    out.push(item ? `<li>${words(item[2]!)}</li>` : `<p>${words(line)}</p>`);
  }
  return [...out, open ? `</${open}>` : ""].join("");
};

const words = (text: string): string => escape(text)
  .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
  .replace(/\[([^\]]+)\]\((https:\/\/[^\s)"]+)\)/g, '<a href="$2">$1</a>');
