/** Large print, for tired eyes and for paper. */
export const style = ":root{color-scheme:light dark}body{margin:0;font:1.5rem/1.5 system-ui,sans-serif;background:light-dark(#fff,#0e181b);color:light-dark(#14262b,#e9f0f0)}"
  + "main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem}h1{font-size:2rem;margin:.5rem 0}h2{font-size:1.75rem;margin:1rem 0 .25rem}h3{font-size:1.5rem;margin:.75rem 0 0}p,ul{margin:.25rem 0 .75rem}"
  + "ol{padding-inline-start:2.5rem}ol>li{border-top:2px solid light-dark(#5b7076,#8ea5aa);padding-top:.5rem;margin-top:1rem;overflow-wrap:anywhere}ol>li::marker{font-size:1.75rem;font-weight:700}"
  + "a{color:light-dark(#0b4a53,#84d3d8)}a:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}.number{font-weight:700;white-space:nowrap}"
  + ".leave a{display:block;text-align:center;font-weight:700;padding:1rem;border-radius:.875rem;background:light-dark(#b3261e,#f2b8b5);color:light-dark(#fff,#370b08);text-decoration:none}"
  + ".language{text-align:end;margin:0}.sources{font-size:1.125rem}"
  + "@media print{body{background:#fff;color:#000;font-size:16pt}.leave,.language,.screen{display:none}a{color:#000}ol>li{break-inside:avoid}}";
