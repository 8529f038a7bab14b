import type { Locale } from "../../../locale.ts";
import { fold } from "../../../words.ts";
import type { Passage, Source } from "../../types.ts";
import type { Parsed } from "../blocks.ts";
import { languageOf } from "../language.ts";
import { withoutMarks } from "../repair/characters.ts";
import { partsOf } from "./parts.ts";
import { sectionsOf } from "./sections.ts";

export type Detect = (text: string) => Locale | undefined;

/** What is quoted holds no links or tags of its own, that a channel would show as ours. */
const unmarked = (text: string): string => text.split("\n").map((line) => withoutMarks(line)).join("\n");

const pageWords = { page: { es: "página", en: "page" }, slide: { es: "diapositiva", en: "slide" } };

/**
 * A document's blocks → passages by heading, each in its own language. Of passages that say the same, one stays.
 * Where no small words tell a language, a passage has that of most others.
 */
export const passagesOf = ({ blocks, pages }: Parsed, source: Source, today: string, detect: Detect = languageOf): Passage[] => {
  const drafts = sectionsOf(blocks).flatMap(({ heading, page, content }) =>
    partsOf(content).map(unmarked).map((text) => ({
      heading: heading && unmarked(heading), page, text, locale: detect(`${heading ?? ""}\n${text}`),
    })));
  const usual: Locale = drafts.filter(({ locale }) => locale === "en").length > drafts.filter(({ locale }) => locale === "es").length ? "en" : "es";
  const seen = new Set<string>();
  const counts = new Map<number, number>();
  return drafts.flatMap(({ heading, page, text, locale = usual }): Passage[] => {
    const said = fold(`${heading ?? ""} ${text}`);
    if (seen.has(said)) return [];
    seen.add(said);
    const number = (counts.get(page ?? 1) ?? 0) + 1;
    counts.set(page ?? 1, number);
    const pair = `${source.key}#p${page ?? 1}-${number}`;
    const place = page === undefined || pages === undefined ? undefined : `${pageWords[pages][locale]} ${page}`;
    const title = source.title[locale];
    return [{
      id: `${locale}:${pair}`, pair, locale, title,
      heading: heading ?? (place === undefined ? title : `${title}, ${place}`),
      text,
      asks: [],
      cites: [place === undefined ? { source } : { source, article: place }],
      topic: "documents",
      unknown: false,
      reviewed: today,
    }];
  });
};
