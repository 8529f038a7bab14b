import { words } from "./words.ts";
import { sheet } from "./sheet.ts";

/**
 * `<script src="…/widget.js" data-lang="es" data-intent="…" data-position="left" defer></script>` in any page: a button
 * that opens the chat in a frame.
 */
const mount = (script: HTMLScriptElement): void => {
  const { lang = document.documentElement.lang, intent, position } = script.dataset;
  const locale = lang.startsWith("en") ? "en" : "es";
  const say = words[locale];
  const origin = new URL(script.src).origin;
  const address = `${origin}/?${new URLSearchParams({ lang: locale, ...(intent ? { intent } : {}) })}`;

  const host = document.createElement("div");
  host.lang = locale;
  const root = host.attachShadow({ mode: "open" });
  dress(root);
  const button = element("button", { type: "button", class: "open", "aria-expanded": "false", "aria-controls": "panel" });
  button.append(sign(), say.open);
  const panel = element("section", { id: "panel", class: "panel", "aria-label": say.title, hidden: "" });
  const close = element("button", { type: "button", class: "close" });
  close.append(say.close);
  panel.append(close);
  const all = element("div", { class: position === "left" ? "left" : "right" });
  all.append(panel, button);
  root.append(all);
  document.body.append(host);

  let frame: HTMLIFrameElement | undefined;
  const show = (open: boolean) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (!open) return button.focus();
    frame ??= addFrame(panel, say.title, address);
    frame.focus();
    lead();
  };
  const lead = () => frame?.contentWindow?.postMessage("ventanilla:open", origin);
  button.onclick = () => show(Boolean(panel.hidden));
  close.onclick = () => show(false);
  root.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape" && !panel.hidden) show(false);
  });
  addEventListener("message", ({ data, source }) => {
    if (!source || source !== frame?.contentWindow) return;
    if (data === "ventanilla:close") show(false);
    if (data === "ventanilla:ready" && !panel.hidden) lead();
  });
};

const addFrame = (panel: Element, title: string, src: string): HTMLIFrameElement => {
  const frame = element("iframe", { title, src });
  panel.append(frame);
  return frame;
};

/** A style sheet that no page policy forbids and no page style reaches. */
const dress = (root: ShadowRoot): void => {
  const style = new CSSStyleSheet();
  style.replaceSync(sheet);
  root.adoptedStyleSheets = [style];
};

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Record<string, string>): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const sign = (): SVGElement => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 48 48");
  svg.setAttribute("aria-hidden", "true");
  for (const [shape, d] of [["frame", "M11 33V20a13 13 0 0 1 26 0v13"], ["counter", "M7 34.5h34"]] as const) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d);
    path.setAttribute("class", shape);
    svg.append(path);
  }
  return svg;
};

const script = document.currentScript as HTMLScriptElement;
if (document.body) mount(script);
else addEventListener("DOMContentLoaded", () => mount(script));
