import { pageWords } from "./page.ts";

const words = pageWords()["es"]!;

/** So that a phone can keep the page among its apps. */
export const manifest = {
  name: words["title"],
  short_name: words["name"],
  description: words["description"],
  lang: "es-CO",
  start_url: "/",
  scope: "/",
  display: "standalone",
  background_color: "#eef2f1",
  theme_color: "#0b4a53",
  icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};
