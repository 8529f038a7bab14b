import type { ComponentChildren, AnchorHTMLAttributes } from "preact";
import { goTo } from "../route.ts";

type Props = { href: string; children: ComponentChildren } & AnchorHTMLAttributes<HTMLAnchorElement>;

/** To a page of ours: without loading it anew, unless another tab is wanted. */
export const Link = ({ href, children, ...rest }: Props) => (
  <a
    {...rest} href={href}
    onClick={(event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      goTo(href);
    }}
  >
    {children}
  </a>
);
