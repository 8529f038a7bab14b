import type { Locale } from "../../../../locale.ts";

const tag = (locale: Locale) => (locale === "es" ? "es-CO" : "en");
const bogota = "America/Bogota";

/** An instant by an office's clock: "2:30 p. m.". */
export const clockOf = (iso: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), { timeZone, hour: "numeric", minute: "2-digit" }).format(new Date(iso));

/** The same with its day. */
export const dayAndClock = (iso: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), { timeZone, weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }).format(new Date(iso));

/** "hora estándar de Europa central", where an office does not keep Bogotá's time. */
export const zoneName = (timeZone: string, at: string, locale: Locale): string | undefined => {
  if (timeZone === bogota) return undefined;
  return new Intl.DateTimeFormat(tag(locale), { timeZone, timeZoneName: "long" }).formatToParts(new Date(at)).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
};
