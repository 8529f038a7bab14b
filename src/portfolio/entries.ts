import type { Answers } from "../answers/answer.ts";
import type { Institution as ServiceInstitution, Service } from "../answers/content/catalogue.ts";
import type { Passage } from "../answers/types.ts";
import type { Office } from "../appointments/types.ts";
import type { Institution } from "../care/institutions.ts";
import { needs, type Need } from "../care/needs.ts";
import { locales, type Bilingual, type Locale } from "../locale.ts";
import type { Texts } from "../text.ts";
import { routeEntry, type RouteStep, type SourceOf } from "./routes.ts";
import type { Entry, EntrySource, Part } from "./types.ts";

/** What the portfolio is made from: the same data that the chat answers from. */
export type PortfolioContent = {
  answers: Pick<Answers, "services" | "topics" | "passage" | "family">;
  serviceInstitutions: readonly ServiceInstitution[];
  institutions: readonly Institution[];
  offices: readonly Office[];
  steps: readonly RouteStep[];
  sourceOf: SourceOf;
  texts: Pick<Texts, "text">;
};

/** All entries: services, then routes, then who helps, then offices with appointments. */
export const entriesOf = (content: PortfolioContent): Entry[] => [
  ...content.answers.services().map((service) => serviceEntry(content, service)),
  ...needs.flatMap((need) => routeEntry(content, need) ?? []),
  ...content.institutions.map((institution) => institutionEntry(content, institution)),
  ...content.offices.map((office) => officeEntry(content, office)),
];

const aspects = ["who", "requirements", "steps", "cost", "where", "time", "validity"] as const;

const serviceEntry = (content: PortfolioContent, service: Service): Entry => {
  const { answers, serviceInstitutions } = content;
  const passages = (locale: Locale) => aspects.flatMap((aspect) => answers.passage(`service:${service.id}#${aspect}`, locale) ?? []);
  const summary = (locale: Locale) => answers.passage(`service:${service.id}#summary`, locale);
  const cost = (locale: Locale) => answers.passage(`service:${service.id}#cost`, locale)?.text.replaceAll("\n\n", " ");
  const owner = serviceInstitutions.find(({ id }) => id === service.institution);
  const topic = answers.topics().find(({ id }) => id === service.topic);
  const given = service.cost;
  return {
    id: `service/${service.id}`, kind: "service", name: service.name,
    about: both((locale) => service.summary[locale]),
    group: topic?.name ?? null, needs: needsOf(service), cities: "all",
    provider: owner ? { name: owner.name, url: owner.url, government: true } : null,
    cost: given ? both((locale) => cost(locale) ?? "") : null,
    price: given?.kind === "amount" ? { amount: given.amount, currency: given.currency } : given?.kind === "free" ? { amount: 0, currency: "COP" } : null,
    online: service.where?.url ?? null,
    parts: { es: passages("es").map(partOf), en: passages("en").map(partOf) },
    sources: sourcesOf([...locales.flatMap((locale) => summary(locale) ?? []), ...passages("es")]),
    demonstration: false,
    alsoCalled: [...service.synonyms.es, ...service.synonyms.en, ...(service.family ? Object.values(answers.family(service.family)?.name ?? {}) : [])],
  };
};

/** Every trámite is about papers, but those of the return and of being heard. */
const needsOf = ({ family, topic }: Service): Need[] => (family === "return" ? ["return", "papers"] : topic === "attention" ? [] : ["papers"]);

const institutionEntry = ({ texts, sourceOf }: PortfolioContent, { id, name, kind, cities, needs: helps, sources }: Institution): Entry => ({
  id: `institution/${id}`, kind: "institution", name,
  about: both((locale) => texts.text("servicios.helps", locale, { with: helps.map((need) => texts.text(`referral.need.${need}`, locale)).join(", ") })),
  group: both((locale) => texts.text(`servicios.institution.${kind}`, locale)),
  needs: helps, cities, provider: { name, government: governing.includes(kind) }, cost: null, price: null, online: null,
  parts: { es: [], en: [] }, sources: sources.flatMap((key) => sourceOf(key) ?? []), demonstration: false, alsoCalled: [],
});

const governing: readonly Institution["kind"][] = ["control-body", "national", "municipal", "consulate"];

const officeEntry = ({ texts, answers }: PortfolioContent, office: Office): Entry => {
  const attended = [...new Set(office.counters.flatMap(({ services }) => services))];
  const named = (locale: Locale): Part[] => [{
    heading: texts.text("servicios.attends", locale),
    text: answers.services().filter(({ id }) => attended.includes(id)).map(({ name }) => `- ${name[locale]}`).join("\n"),
  }];
  return {
    id: `office/${office.id}`, kind: "office", name: office.name,
    about: both((locale) => texts.text(office.address ? "servicios.office" : "servicios.office-no-address", locale, { place: office.place[locale], address: office.address?.[locale] ?? "" })),
    group: both((locale) => texts.text(`servicios.office-kind.${office.kind}`, locale)),
    needs: ["papers"], cities: office.city === undefined ? "all" : [office.city], provider: null, cost: null, price: null, online: null,
    parts: { es: named("es"), en: named("en") }, sources: [], demonstration: office.demonstration, alsoCalled: [],
  };
};

/** The page bears the name already. */
const partOf = ({ title, heading, text }: Passage): Part => ({ heading: heading.startsWith(`${title}: `) ? heading.slice(title.length + 2) : heading, text });

/** Each source once. */
const sourcesOf = (passages: readonly Passage[]): EntrySource[] =>
  [...new Map(passages.flatMap(({ cites }) => cites.map(({ source }) => [source.key, sourceShown(source)] as const))).values()];

const sourceShown = ({ title, publisher, url, published, seen }: Passage["cites"][number]["source"]): EntrySource =>
  ({ title, publisher, seen, ...(url === undefined ? {} : { url }), ...(published === undefined ? {} : { published }) });

export const both = (say: (locale: Locale) => string): Bilingual => ({ es: say("es"), en: say("en") });
