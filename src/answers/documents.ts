import type { Locale } from "../locale.ts";
import { locales } from "../locale.ts";
import type { Service } from "./content/catalogue.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Doc } from "./retrieve.ts";
import { isDocument } from "./rank/candidate.ts";
import type { Passage } from "./types.ts";

/** Passages as documents of the index: what is shown, and the other words that people find it by. */
export const passageDocs = (knowledge: Knowledge): Doc[] => {
  const services = new Map(knowledge.services.map((service) => [service.id, service]));
  const isRepeated = repeatedLines(knowledge.passages.filter(isDocument));
  return knowledge.passages.map((passage) => ({
    id: passage.id,
    lang: passage.locale,
    fields: isDocument(passage) ? documentFields(passage, isRepeated) : {
      title: passage.title,
      heading: headingWords(passage),
      names: names(services.get(passage.service ?? ""), passage.locale, knowledge).join("; "),
      [passage.aspect === "summary" ? "service" : "asks"]: passage.asks.join("; "),
      text: passage.text,
    },
  }));
};

/** A passage of a document as it stands: what its neighbours say too, such as what the rows of a table share, tells little of it. */
const documentFields = (passage: Passage, isRepeated: (line: string, of: Passage) => boolean): Record<string, string> => {
  const lines = passage.text.split("\n");
  return {
    named: passage.title,
    under: headingWords(passage),
    again: lines.filter((line) => isRepeated(line, passage)).join("\n"),
    text: lines.filter((line) => !isRepeated(line, passage)).join("\n"),
  };
};

/** Which lines several passages of one document hold. */
const repeatedLines = (passages: Passage[]): ((line: string, of: Passage) => boolean) => {
  const key = (line: string, { locale, pair }: Passage) => `${locale}:${pair.split("#")[0]}\n${line}`;
  const counts = new Map<string, number>();
  for (const passage of passages) {
    for (const line of new Set(passage.text.split("\n"))) counts.set(key(line, passage), (counts.get(key(line, passage)) ?? 0) + 1);
  }
  return (line, of) => line.length > shortLine && (counts.get(key(line, of)) ?? 0) > 1;
};
const shortLine = 25;

/** A service's heading repeats its name, which is the title already. */
const headingWords = ({ heading, title }: Passage): string => heading.replace(title, "");

/** Services as documents: all that they are called and asked by, nothing of what is answered. */
export const serviceDocs = (knowledge: Knowledge): Doc[] =>
  locales.flatMap((lang) => knowledge.services.map((service) => ({
    id: service.id,
    lang,
    fields: {
      title: `${service.name[lang]}; ${service.short[lang]}`,
      names: names(service, lang, knowledge).join("; "),
      asks: [...service.asks[lang], service.differs?.[lang] ?? ""].join("; "),
    },
  })));

/** What a service itself is called. */
export const serviceNames = (service: Service, locale: Locale): string[] => [service.name[locale], ...service.synonyms[locale]];

const names = (service: Service | undefined, locale: Locale, { families }: Knowledge): string[] => {
  const family = families.find(({ id }) => id === service?.family);
  return [
    ...(service ? [service.short[locale], ...service.synonyms[locale]] : []),
    ...(family ? [family.name[locale], ...family.synonyms[locale]] : []),
  ];
};
