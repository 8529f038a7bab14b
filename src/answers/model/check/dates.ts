const es = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
const en = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const days = {
  es: ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"],
  en: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
};

/** A date as far as it is said. */
export type Day = { year?: number; month?: number; day?: number };

const month = `(?<month>${[...es, "setiembre", ...en].join("|")})`;
const d = "(?<day>\\d{1,2}|primero)(?:\\s?(?:st|nd|rd|th|º|°|o\\.))?";
const y = "(?<year>(?:19|20)\\d{2})";

/** Written dates in folded text, the fullest forms first. */
export const dateForms: RegExp[] = [
  `(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})`,
  `(?<day>\\d{1,2})[/](?<month>\\d{1,2})[/]${y}`,
  `${d}\\s+(?:de |of )?${month}(?:,?\\s+(?:de |del |del ano |of )?${y})?`,
  `${month}\\s+(?:the )?${d}(?!\\d)(?:,?\\s+(?:of )?${y})?`,
  `${month},?\\s+(?:de |del |del ano |of )?${y}`,
  `(?<!you |it |they |we |he |she |and |or )${month}`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}.,/-])${form}(?![\\p{L}\\p{N}]|[/-]\\d)`, "gu"));

export const dayOf = ({ year, month: said = "", day }: Record<string, string | undefined>): Day => ({
  ...(year ? { year: Number(year) } : {}),
  month: monthNumber(said),
  ...(day ? { day: day === "primero" ? 1 : Number(day) } : {}),
});

const monthNumber = (said: string): number => {
  if (/^\d+$/.test(said)) return Number(said);
  if (said === "setiembre") return 9;
  return Math.max(es.indexOf(said), en.indexOf(said)) + 1;
};

/** "may" alone is a verb. */
export const isMonthAlone = ({ month: said = "", day, year }: Record<string, string | undefined>): boolean => said !== "may" || Boolean(day ?? year);

export const weekday = new RegExp(`(?<!\\p{L})(${[...days.es, ...days.en].join("|")})s?(?!\\p{L})`, "gu");
export const weekdayNumber = (said: string): number => Math.max(days.es.indexOf(said), days.en.indexOf(said));

/** Whether everything that is said of a date is so of another. */
export const within = (said: Day, other: Day): boolean =>
  (["year", "month", "day"] as const).every((part) => said[part] === undefined || said[part] === other[part]);
