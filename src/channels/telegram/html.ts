/** The light markdown of a reply as the HTML that Telegram reads: bold, links and list marks; all else is text. */
export const toHtml = (markdown: string): string =>
  escape(markdown)
    .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2">$1</a>')
    .replace(telephone, "$1")
    .replace(/^- /gm, "• ");

/** Telegram takes no `tel:` link; it makes one of a number by itself. */
const telephone = /\[([^\]]+)\]\(tel:[^\s)]+\)/g;

/** The same without marks, for when Telegram cannot read them. */
export const withoutMarks = (markdown: string): string =>
  markdown.replace(/\*\*(.+?)\*\*/g, "$1").replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, "$1: $2").replace(telephone, "$1").replace(/^- /gm, "• ");

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
