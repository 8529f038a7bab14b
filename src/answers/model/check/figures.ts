import { dateForms, dayOf, isMonthAlone, weekday, weekdayNumber, within, type Day } from "./dates.ts";
import { numberWords, scaleOf, valueOf } from "./number-words.ts";
import { flat } from "./plain.ts";
import { unitAround } from "./measures.ts";

/** Something exact that a sentence states. A number's `unit` is unknown where no word says it. */
export type Figure =
  | { kind: "number"; value: number; unit: string | undefined }
  | { kind: "date"; date: Day }
  | { kind: "weekday" | "time"; value: number }
  | { kind: "email" | "phone" | "code"; value: string };

/** All figures of a sentence, in both languages' ways of writing them: 1.000 = 1,000 = "mil". */
export const figuresIn = (sentence: string): Figure[] => {
  const found: Figure[] = [];
  let text = flat(sentence);
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => Figure | undefined) => {
    for (const match of [...text.matchAll(pattern)]) {
      const figure = read(match);
      if (!figure) continue;
      found.push(figure);
      if (figure.kind !== "number") text = text.slice(0, match.index) + "·".repeat(match[0].length) + text.slice(match.index + match[0].length);
    }
  };
  take(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, ([value]) => ({ kind: "email", value }));
  take(clock, ({ groups }) => ({ kind: "time", value: minutes(groups!) }));
  for (const form of dateForms) {
    take(form, ({ groups }) => (isMonthAlone(groups!) ? { kind: "date", date: dayOf(groups!) } : undefined));
  }
  take(weekday, ([, said]) => ({ kind: "weekday", value: weekdayNumber(said!) }));
  take(/(?<![\p{L}\p{N}.,])\d+(?:\.\d+){2,}(?![\p{N}])/gu, ([value]) => (grouped.test(value) ? undefined : { kind: "code", value }));
  take(/(?<![\p{L}\p{N}])[a-z]{1,4}-?\d{1,6}(?:[-/]\d+)?(?![\p{L}\p{N}])/gu, ([value]) => ({ kind: "code", value: value.replace(/-/g, "") }));
  take(/(?<![\p{L}\p{N}])\+?\(?\d[\d ().-]{5,}\d(?![\p{N}])/gu, ([value]) => (isPhone(value) ? { kind: "phone", value: value.replace(/\D/g, "") } : undefined));
  const written = text;
  take(/(?<![\p{L}\p{N}])\d+(?:[.,]\d+)*(?:\s+(?:mil|millon|millones|thousand|million)(?!\p{L}))*/gu, (match) => number(written, match, digits(match[0])));
  text = text.replace(/\d+(?:[.,]\d+)*(?:\s+(?:mil|millon|millones|thousand|million)(?!\p{L}))*/gu, (said) => "·".repeat(said.length));
  take(numberWords, (match) => {
    const unit = unitAround(written, match.index, match[0].length);
    const value = valueOf(match[0]) ?? (unit ? 1 : undefined);
    return value === undefined ? undefined : { kind: "number", value, unit };
  });
  return found;
};

const number = (text: string, match: RegExpExecArray, value: number): Figure =>
  ({ kind: "number", value, unit: unitAround(text, match.index, match[0].length) });

const grouped = /^\d{1,3}(?:[.,]\d{3})+$/;

/** "294.000", "1,294,000", "2,5", "294 mil", "1,2 millones". */
const digits = (written: string): number => {
  const [figure = "", ...scales] = written.split(/\s+/);
  const value = grouped.test(figure) ? Number(figure.replace(/[.,]/g, "")) : Number(figure.replaceAll(",", "."));
  return scales.reduce((product, scale) => product * scaleOf(scale), value);
};

const isPhone = (written: string): boolean => {
  const plain = written.trim();
  return plain.replace(/\D/g, "").length >= 7 && !/^\d{1,3}(?:[. ]\d{3})+$/.test(plain) && !/^(?:19|20)\d\d[ -]+(?:19|20)\d\d$/.test(plain);
};

const clock = /(?<![\p{L}\p{N}.,:])(?<h>\d{1,2})(?::(?<m>[0-5]\d))?\s?(?<half>[ap])\.?\s?m(?:\.|(?!\p{L}))|(?<![\p{L}\p{N}.,:])(?<h24>[01]?\d|2[0-3]):(?<m24>[0-5]\d)(?!\d)/gu;

const minutes = ({ h, m, half, h24, m24 }: Record<string, string | undefined>): number =>
  h24 === undefined ? ((Number(h) % 12) + (half === "p" ? 12 : 0)) * 60 + Number(m ?? 0) : Number(h24) * 60 + Number(m24);

/** Whether a figure that was said is one of those published together. */
export const isAmong = (said: Figure, published: Figure[]): boolean => published.some((one) => isSame(said, one, published));

const isSame = (said: Figure, one: Figure, all: Figure[]): boolean => {
  switch (said.kind) {
    case "number":
      if (one.kind === "date") return said.unit === undefined && one.date.year === said.value;
      return one.kind === "number" && one.value === said.value && (said.unit === undefined || said.unit === one.unit);
    case "date":
      return one.kind === "date" && (within(said.date, one.date) || (one.date.year === undefined && yearBeside(said.date, one.date, all)));
    case "phone":
      return one.kind === "phone" && (one.value === said.value || one.value.endsWith(said.value));
    default:
      return one.kind === said.kind && one.value === said.value;
  }
};

/** "15 de enero" and, beside it, "2026". */
const yearBeside = ({ year, ...rest }: Day, other: Day, all: Figure[]): boolean =>
  within(rest, other) && all.some((one) => one.kind === "number" && one.unit === undefined && one.value === year);

/** Years that stand among figures: what is true of a year must say it. */
export const yearsOf = (figures: Figure[]): number[] => figures.flatMap((one) => {
  if (one.kind === "date") return one.date.year ?? [];
  return one.kind === "number" && one.unit === undefined && isYear(one.value) ? [one.value] : [];
});

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1990 && value <= 2099;

/** An amount or a count, which a year may make old. */
export const isAmount = (figure: Figure): boolean =>
  figure.kind === "number" && !isYear(figure.value) && (figure.unit === undefined || ["cop", "usd", "eur", "percent", "uvt", "wage"].includes(figure.unit));
