import { createHash } from "node:crypto";
import { style as plain } from "../noscript/style.ts";

/** Of the portfolio: readable on a phone, at 400 % and on paper. */
export const style = `${plain}main{max-width:60rem}form{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:0 1rem;align-items:end}`
  + "select{font:inherit;width:100%;box-sizing:border-box;padding:.625rem;border:1px solid light-dark(#5b7076,#8ea5aa);border-radius:.625rem;background:light-dark(#fff,#14262b);color:inherit}"
  + ".wide{grid-column:1/-1}select:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}"
  + ".entries{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:1rem}"
  + ".entry{padding:1rem;border:1px solid light-dark(#c3cfd1,#38505a);border-radius:.875rem;background:light-dark(#fff,#14262b);overflow-wrap:anywhere}.entry h2,.entry h3{font-size:1.125rem;margin:.25rem 0}.entry p{margin:.375rem 0}"
  + ".kind{font-size:.9375rem;color:light-dark(#3b5158,#b9cbce)}.part{overflow-wrap:anywhere}.sources{font-size:.9375rem}[role=status]{font-weight:600}"
  + "@media print{form,.ways{display:none}.entry{break-inside:avoid;border-color:#000;background:#fff}.entries{display:block}a{color:#000}}";

/** The page is the same for everybody, so its style is allowed by what it is and not by a new word each time. */
export const styleHash = `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
