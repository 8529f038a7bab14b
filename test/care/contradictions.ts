import type { Profile } from "../../src/care/profile.ts";
import type { Step } from "../../src/care/types.ts";

type Rule = { says: string; about: (step: Step) => boolean; allowed: (profile: Profile) => boolean };

const helps = (...ids: string[]) => ({ helpers }: Step) => helpers.some(({ id }) => ids.includes(id));
const tells = (words: RegExp) => ({ title, text }: Step) => words.test(`${title.es} ${text.es}`);
const named = ({ title, helpers }: Step) => [title.es, ...helpers.map(({ name }) => name.es)].join(" ");

const isColombian = ({ who }: Profile) => who === "returnee" || who === "victim-abroad";
const mayBeColombian = (profile: Profile) => isColombian(profile) || profile.who === "unsaid";
const isAway = ({ place, since, who }: Profile) => place === "abroad" || since === "not-yet" || (who === "victim-abroad" && place === "unsaid");

const cities = { bogota: "Bogotá", bucaramanga: "Bucaramanga", barranquilla: "Barranquilla", cali: "Cali", cartagena: "Cartagena", cucuta: "Cúcuta", medellin: "Medellín", riohacha: "Riohacha", "santa-marta": "Santa Marta", armenia: "Armenia" };

/** What no route may say to whom, written apart from the routes, from the law and the published pages. */
export const rules: Rule[] = [
  {
    says: "an EPS takes Colombians, and others with a document that it accepts",
    about: helps("eps", "sisben"),
    allowed: (profile) => isColombian(profile) || ["ppt", "refuge", "visa", "sc-2", "unsaid"].includes(profile.paper) || (profile.paper === "passport" && profile.condition.includes("child")),
  },
  { says: "help of the return law is for Colombians", about: helps("cancilleria-return", "oam", "crore-bogota", "crore-cartagena", "crore-armenia", "caja", "sena", "prosperidad-social"), allowed: mayBeColombian },
  { says: "the job office is for who may work, by their paper", about: helps("job-service"), allowed: (profile) => mayBeColombian(profile) || ["ppt", "refuge"].includes(profile.paper) },
  { says: "who tells of a degree and of no child is not sent to a school", about: tells(/^Pida el cupo/), allowed: ({ matter, condition }) => !matter.includes("degree") || condition.includes("child") },
  { says: "unpaid work is for who tells of it", about: tells(/no le pagan su trabajo/), allowed: ({ matter }) => matter.includes("unpaid") },
  { says: "army papers are for who asks about them", about: tells(/libreta militar/), allowed: ({ matter }) => matter.includes("army") },
  { says: "the return registry is not for who came back more than a year ago", about: tells(/^Haga su registro|retorno humanitario|Traiga sus cosas|Escoja un tipo/), allowed: ({ since }) => since !== "longer" },
  { says: "a PPT is Venezuelan", about: tells(/Con su PPT|Cuide su PPT|Pregunte por el PPT/), allowed: ({ who }) => who === "venezuelan" },
  { says: "who has no PPT is not told to look after it", about: tells(/Con su PPT|Cuide su PPT/), allowed: ({ paper }) => paper === "ppt" },
  { says: "an SC-1 lets nobody work", about: helps("work-bogota", "imebu"), allowed: ({ paper }) => !["sc-1", "passport", "expired", "nothing"].includes(paper) },
  { says: "a paper is spoken of as theirs to who has it: SC-1", about: tells(/Su SC-1|Con el SC-1 no/), allowed: ({ paper }) => paper === "sc-1" },
  { says: "a paper is spoken of as theirs to who has it: refuge", about: tells(/su SC-2 de refugio/i), allowed: ({ paper }) => paper === "refuge" },
  { says: "a paper is spoken of as theirs to who has it: visa", about: tells(/su visa/), allowed: ({ paper }) => paper === "visa" },
  { says: "refuge is asked for by foreigners, inside Colombia, who have no PPT, visa or claim", about: tells(/Puede pedir refugio a la Cancillería/), allowed: (profile) => !mayBeColombian(profile) && !isAway(profile) && !["ppt", "visa", "refuge", "sc-2"].includes(profile.paper) },
  { says: "Colombia's cédula is for Colombians", about: tells(/Saque sus papeles en la Registraduría|Entre a la salud con su cédula/), allowed: isColombian },
  { says: "Colombian consulates abroad are for Colombians abroad", about: helps("consulate"), allowed: (profile) => isAway(profile) && mayBeColombian(profile) },
  { says: "lines and offices in Colombia are for who is there", about: helps("line-123", "line-155", "line-141", "line-122", "linea-purpura", "hospital", "alcaldia", "personeria", "eps", "sisben"), allowed: (profile) => !isAway(profile) },
  { says: "a foreign emergency number is for who is abroad", about: helps("police-abroad"), allowed: isAway },
  { says: "care in pregnancy is for who is pregnant", about: tells(/Control de embarazo/), allowed: ({ condition }) => condition.includes("pregnant") },
  { says: "who may go first is said", about: tells(/le atiendan primero/), allowed: ({ condition }) => condition.length > 0 },
  { says: "the line for children is for who has one", about: helps("line-141"), allowed: ({ condition }) => condition.includes("child") },
  { says: "the women's line of Bogotá is for violence", about: helps("linea-purpura"), allowed: ({ need }) => need.includes("violence") },
  ...Object.entries(cities).map(([id, name]): Rule => ({ says: `${name} stands in its own city only`, about: (step) => named(step).includes(name), allowed: ({ place }) => place === id })),
];
