/** Of every page without script: readable on a phone, and on paper without what can only be pressed. */
export const style = ":root{color-scheme:light dark}body{margin:0;font:1.125rem/1.5 system-ui,sans-serif;background:light-dark(#edf1f0,#0e181b);color:light-dark(#14262b,#e9f0f0)}"
  + "main{max-width:36rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.25rem}a{color:light-dark(#0b4a53,#84d3d8)}.language{text-align:end;margin:0}"
  + "label{display:block;font-weight:600;margin-top:1rem}input{font:inherit;width:100%;box-sizing:border-box;padding:.625rem;border:1px solid light-dark(#5b7076,#8ea5aa);border-radius:.625rem;background:light-dark(#fff,#14262b);color:inherit}"
  + "button{font:inherit;font-weight:600;margin-top:1rem;padding:.75rem 1.25rem;border:0;border-radius:.875rem;background:light-dark(#0b4a53,#84d3d8);color:light-dark(#fff,#06262b);cursor:pointer}"
  + "a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid light-dark(#14262b,#f5b82e);outline-offset:3px}"
  + "[role=alert],.demonstration{border-inline-start:.375rem solid light-dark(#b3541e,#f5b82e);padding:.5rem .75rem;background:light-dark(#fff,#14262b)}"
  + "dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}.ways{padding:0;list-style:none;display:grid;gap:.5rem}"
  + "@media (max-width:24rem){dl{grid-template-columns:1fr}dt{margin-top:.5rem}}"
  + "@media print{body{background:#fff;color:#000;font-size:12pt}.language,.ways,.screen{display:none}.demonstration{border:2px solid #000}}";
