import type { Locale } from "../../locale.ts";

/** Put in by the build: the few of `web.yaml` that the widget says. */
declare const widgetWords: Record<Locale, { open: string; close: string; title: string }>;

export const words = widgetWords;
