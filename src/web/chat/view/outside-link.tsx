import type { Say } from "../words.ts";

/** A link that leaves the conversation open. */
export const OutsideLink = ({ href, text, say }: { href: string; text: string; say: Say }) => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {text}<span class="hidden"> ({say("source.newtab")})</span>
  </a>
);
