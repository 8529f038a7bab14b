import type { Locale } from "../locale.ts";
import type { Entry } from "./types.ts";

/**
 * The entries as schema.org describes them, in a language; the other one's name is the alternate one. What is made up for a
 * demonstration is not told to machines that would take it for true.
 */
export const jsonLd = (entries: readonly Entry[], { locale, base, cityNames }: Told): object => ({
  "@context": "https://schema.org",
  "@graph": entries.filter(({ demonstration }) => !demonstration).map((entry) => nodeOf(entry, { locale, base, cityNames })),
});

/** `base`: where this service is reached. */
type Told = { locale: Locale; base: string; cityNames: ReadonlyMap<string, string> };

const nodeOf = (entry: Entry, { locale, base, cityNames }: Told): object => {
  const url = `${base}/servicios/${entry.id}`;
  const other = locale === "es" ? "en" : "es";
  const named = { "@id": url, url: `${url}?lang=${locale}`, name: entry.name[locale], alternateName: entry.name[other], description: entry.about[locale] };
  switch (entry.kind) {
    case "service":
    case "route":
      return { "@type": "GovernmentService", ...named, ...serviceOf(entry, locale), areaServed: areaOf(entry, cityNames) };
    case "institution":
      return { "@type": entry.provider?.government ? "GovernmentOrganization" : "Organization", ...named, areaServed: areaOf(entry, cityNames) };
    case "office":
      return { "@type": "GovernmentOffice", ...named };
    default:
      return entry.kind satisfies never;
  }
};

const serviceOf = ({ group, provider, price, online }: Entry, locale: Locale): object => ({
  ...(group ? { serviceType: group[locale] } : {}),
  ...(provider ? { provider: { "@type": "GovernmentOrganization", name: provider.name[locale], ...(provider.url ? { url: provider.url } : {}) } } : {}),
  ...(price ? { offers: { "@type": "Offer", price: price.amount, priceCurrency: price.currency } } : {}),
  ...(online ? { availableChannel: { "@type": "ServiceChannel", serviceUrl: online, availableLanguage: "es" } } : {}),
});

const areaOf = ({ cities }: Entry, cityNames: ReadonlyMap<string, string>): object | object[] =>
  (cities === "all" ? { "@type": "Country", name: "Colombia" } : cities.map((city) => ({ "@type": "City", name: cityNames.get(city) ?? city })));
