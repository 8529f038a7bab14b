import type { Response } from "express";
import type { Locale } from "../locale.ts";
import { pageOf, scaled, toOther, type Page, type Say } from "../noscript/page.ts";
import { send as sendPage } from "../noscript/send.ts";
import { style } from "../noscript/style.ts";

/** A page of accounts: its language, its title, the way to the other language. `say` knows `language` and `skip`. */
export const framed = (say: Say, locale: Locale, path: string, title: string, body: string): Page => pageOf({
  locale, title, style: `${style}${own}`, viewport: scaled,
  body: `<a class="skip" href="#content">${say("skip")}</a><header>${toOther(say("language"), locale, path)}</header><main id="content" tabindex="-1"><h1>${title}</h1>${body}</main>`,
});

/** The same for everybody, so that it may be kept, and is asked for again by its ETag. `forms`: where its forms may go. */
export const send = (res: Response, status: number, { html, nonce }: Page, forms = "'none'"): void =>
  sendPage(res, status, html, { style: `'nonce-${nonce}'`, forms }, { "Cache-Control": "no-cache", Vary: "Accept-Language" });

/** A table whose rows become blocks on a narrow screen; the roles keep it a table for screen readers then. */
export const table = (caption: string, heads: string[], rows: string[][]): string =>
  `<table role="table"${heads.length > 3 ? "" : ' class="few"'}><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${heads.map((head) => `<th role="columnheader" scope="col">${head}</th>`).join("")}</tr></thead>`
  + `<tbody role="rowgroup">${rows.map(([first, ...rest]) => `<tr role="row"><th role="rowheader" scope="row">${first}</th>${rest.map((cell, at) => `<td role="cell" data-head="${heads[at + 1]}">${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;

const own = "main{max-width:62rem}header{max-width:62rem;margin:0 auto;padding:1rem 1rem 0}main:focus{outline:none}h2{margin-top:2.5rem;padding-top:1rem;border-top:2px solid light-dark(#5b7076,#8ea5aa)}h3{font-size:1.125rem;margin:1.75rem 0 .5rem}"
  + ".skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:1rem;background:light-dark(#fff,#14262b);padding:.5rem 1rem}"
  + "summary:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}table{border-collapse:collapse;width:100%;font-size:1rem;margin-block:1rem}.few thead th:first-child{width:46%}th,td{overflow-wrap:break-word}caption{text-align:start;font-weight:600;padding:.5rem 0}"
  + "th,td{text-align:start;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid light-dark(#c3cfd1,#33474d)}thead th{border-bottom-width:2px}tbody th{font-weight:400}td.number,.figure{font-variant-numeric:tabular-nums}"
  + ".vote fieldset{border:1px solid light-dark(#5b7076,#8ea5aa);border-radius:.625rem;padding:.5rem 1rem 1rem}.vote legend{font-weight:600;padding:0 .25rem}.vote label{font-weight:400;display:flex;gap:.625rem;align-items:baseline;margin:0;padding:.375rem 0}.vote input{width:auto;flex:none;inline-size:1.125rem;block-size:1.125rem}"
  + "code,pre{font-family:ui-monospace,monospace;font-size:.9375rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;padding:.75rem;background:light-dark(#fff,#14262b);border-radius:.625rem}nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}"
  + "details{margin:.25rem 0}summary{cursor:pointer;color:light-dark(#0b4a53,#84d3d8)}.note{border-inline-start:.375rem solid light-dark(#b3541e,#f5b82e);padding:.5rem .75rem;background:light-dark(#fff,#14262b)}.quiet{color:light-dark(#44585d,#b4c4c7)}"
  + ".hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.print{display:none}.asked{display:block}.asked dd{margin:0 0 1rem}details dl{display:block}details dd{margin:0 0 .5rem}@media (max-width:40rem){table,tbody,tr,th,td,caption{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tbody tr{border-bottom:1px solid light-dark(#5b7076,#8ea5aa);padding-block:.5rem}tbody th,tbody td{border:0;padding:.125rem 0}td:not(:empty)::before{content:attr(data-head) ': ';font-weight:600}}@media print{nav,.skip,header{display:none}table{font-size:9pt}details{display:none}.print{display:block}h2,h3,tr{break-inside:avoid}a{color:#000}.note{border:1px solid #000}pre{border:1px solid #000}}";
