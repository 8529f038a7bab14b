import { render } from "preact";
import { isLocale, type Locale } from "../../locale.ts";
import { openConversation } from "./conversation.ts";
import { App } from "./view/app.tsx";

const asked = new URLSearchParams(location.search);

/** The link's language, else the browser's, else Spanish. */
const language = (): Locale => {
  const lang = asked.get("lang");
  if (isLocale(lang)) return lang;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  return known ?? "es";
};

const conversation = openConversation(language(), asked.get("intent") ?? undefined);
document.documentElement.lang = conversation.state().locale;
render(<App conversation={conversation} />, document.getElementById("app")!);

for (const event of ["online", "focus", "pageshow"]) addEventListener(event, conversation.hurry);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) conversation.hurry();
});
