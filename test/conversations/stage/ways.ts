import type { Flow, Question } from "../../../src/flow/flow.ts";
import { openOptions, openQuestion } from "../../../src/flow/open.ts";
import type { Cursor } from "../../../src/flow/types.ts";
import type { Bilingual, Locale } from "../../../src/locale.ts";
import { samples } from "./samples.ts";
import { photo, type Said, type Stage } from "./stage.ts";

/** A conversation that stands at a question of a flow. */
export type Place = { flow: Flow; question: Question; locale: Locale; id: string; cursor: Cursor };

const mostOptions = 10;
const mostVisits = 12;

/** Walks a flow by answers that fit until every question was reached; gives a conversation at each. */
export const reachAll = async (stage: Stage, flow: Flow, locale: Locale): Promise<Place[]> => {
  const places = new Map<string, Place>();
  const visits = new Map<string, number>();
  const open = [await begin(stage, flow, locale), ...(await beginAfterWords(stage, flow, locale))];
  const visited = (place: Place) => visits.get(crossing(place)) ?? 0;
  while (open.length > 0 && places.size < flow.questions.length) {
    open.sort((a, b) => visited(a) - visited(b));
    const place = open.shift()!;
    const { slot } = place.question;
    visits.set(crossing(place), visited(place) + 1);
    if (!places.has(slot)) places.set(slot, place);
    if (visited(place) > mostVisits) continue;
    for (const said of answers(place, stage.known)) {
      const id = await stage.copy(place.id);
      await stage.tell(id, { ...said, locale });
      const next = await placeOf(stage, flow, locale, id);
      if (next && visited(next) <= mostVisits) open.push(next);
    }
  }
  return [...places.values()];
};

/** A question and all that a branch further on may turn on. */
const crossing = ({ flow, question, cursor }: Place): string =>
  [question.slot, ...flow.steps.flatMap((step) => (step.verb === "branch" ? [`${step.branch}=${JSON.stringify(cursor.slots[step.branch] ?? null)}`] : []))].join(" ");

const begin = async (stage: Stage, flow: Flow, locale: Locale): Promise<Place> => {
  const id = `${flow.name}-${locale}`;
  await stage.tell(id, { start: flow.name, locale });
  const place = await placeOf(stage, flow, locale, id);
  if (!place) throw new Error(`flow "${flow.name}" asks nothing in ${locale}`);
  return place;
};

const toldBefore: Bilingual = {
  es: "El martes un funcionario de la oficina de Cali me gritó delante de todos y no me quiso recibir los papeles del trámite",
  en: "On Tuesday an officer at the Cali office shouted at me in front of everybody and did not want to take my papers",
};

/** Somebody who told something before the flow began: what was said already may be taken up. */
const beginAfterWords = async (stage: Stage, flow: Flow, locale: Locale): Promise<Place[]> => {
  const id = `${flow.name}-${locale}-told`;
  await stage.tell(id, { text: toldBefore[locale], locale });
  await stage.tell(id, { start: flow.name, locale });
  return [await placeOf(stage, flow, locale, id)].flatMap((place) => place ?? []);
};

const placeOf = async (stage: Stage, flow: Flow, locale: Locale, id: string): Promise<Place | undefined> => {
  const { cursor } = (await stage.read(id)).state;
  const question = cursor?.flow === flow.name ? openQuestion(flow, cursor) : undefined;
  return question && { flow, question, locale, id, cursor: cursor! };
};

/** What leads elsewhere: a plain question, and a story for another authority. */
const otherTexts: Bilingual[] = [
  { es: "cuánto cuesta el certificado de movimientos migratorios", en: "how much is the certificate of migratory movements" },
  { es: "Llevo cinco meses esperando en la Cancillería que me entreguen el pasaporte", en: "I have been waiting five months for the consulate to deliver my passport" },
];

/** What leads elsewhere at a question of its kind: no office there, which is nearest, a day without openings. */
const other: Partial<Record<string, Bilingual[]>> = {
  venue: [{ es: "la más cercana", en: "the nearest one" }, { es: "Chía", en: "Chía" }],
  when: [{ es: "el 25 de diciembre de 2027", en: "on 25 December 2027" }],
};

/** Every answer worth trying at a place: each option, or one that fits. */
export const answers = ({ flow, question, cursor, locale }: Place, known: Stage["known"]): Said[] => {
  const { as, optional } = question.rule;
  const slot = `${flow.name}.${question.slot}`;
  if (as === "files") return [{ choice: "skip" }, photo];
  if (as === "text" && !optional) return [samples.text[0], ...otherTexts].map((text) => ({ text: text[locale] }));
  if (as !== "choice") {
    const texts = [known[`${slot}.${locale}`] ?? known[slot] ?? samples[as][0][locale], known[`${slot}.${locale}.other`], ...(other[as] ?? []).map((text) => text[locale])];
    return [...texts.flatMap((text) => (text === undefined ? [] : [{ text }])), ...(optional ? [{ choice: "skip" }] : [])];
  }
  const options = openOptions(flow, cursor).map(({ value }) => ({ choice: value }));
  return options.length > mostOptions ? [...options.slice(0, mostOptions / 2), ...options.slice(-mostOptions / 2)] : options;
};
