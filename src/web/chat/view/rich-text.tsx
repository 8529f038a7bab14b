import type { VNode } from "preact";
import { parseMarkdown, type Block, type Inline } from "../markdown.ts";
import { OutsideLink } from "./outside-link.tsx";
import type { Say } from "../words.ts";

/** Light markdown as elements; no HTML of anybody else gets in. */
export const RichText = ({ text, say }: { text: string; say: Say }) => <>{parseMarkdown(text).map((block, i) => drawBlock(block, i, say))}</>;

const drawBlock = (block: Block, key: number, say: Say): VNode => {
  if (block.kind === "paragraph") return <p key={key}>{drawAll(block.parts, say)}</p>;
  const items = block.items.map((item, i) => <li key={i}>{drawAll(item, say)}</li>);
  return block.ordered ? <ol key={key} start={block.start}>{items}</ol> : <ul key={key}>{items}</ul>;
};

const drawAll = (parts: Inline[], say: Say): (VNode | string)[] =>
  parts.map((part, i) => {
    switch (part.kind) {
      case "text":
        return part.text;
      case "bold":
        return <strong key={i}>{drawAll(part.parts, say)}</strong>;
      case "link":
        return <OutsideLink key={i} href={part.href} text={part.text} say={say} />;
      case "break":
        return <br key={i} />;
      default:
        return part satisfies never;
    }
  });
