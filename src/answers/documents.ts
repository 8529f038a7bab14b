import type { Locale } from "../locale.ts";
import { locales } from "../locale.ts";
import type { Service } from "./content/catalogue.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Doc } from "./retrieve.ts";
import type { Passage } from "./types.ts";

/** Passages as documents of the index: what is shown, and the other words that people find it by. */
export const passageDocs = (knowledge: Knowledge): Doc[] => {
  const services = new Map(knowledge.services.map((service) => [service.id, service]));
  return knowledge.passages.map((passage) => ({
    id: passage.id,
    lang: passage.locale,
    fields: {
      title: passage.title,
      heading: headingWords(passage),
      names: names(services.get(passage.service ?? ""), passage.locale, knowledge).join("; "),
      [passage.aspect === "summary" ? "service" : "asks"]: passage.asks.join("; "),
      text: passage.text,
    },
  }));
};

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
